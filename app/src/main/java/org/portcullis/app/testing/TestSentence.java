package org.portcullis.app.testing;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.value.ValueText;

/** Writes a test as policies write it. */
final class TestSentence {
    private TestSentence() {}

    /** The test in canonical spelling, on one line. */
    static String canonical(PolicyTest test) {
        return "test \"" + test.name() + "\" given " + String.join(", ", given(test)) + " "
                + test.stage().words() + " expect " + expected(test) + ".";
    }

    private static List<String> given(PolicyTest test) {
        return test.given().stream()
                .map(given -> given.fact().words() + " is "
                        + given.value().map(ValueText::canonical).orElse("missing"))
                .toList();
    }

    private static String expected(PolicyTest test) {
        return test.expectations().stream().map(TestSentence::expected).collect(Collectors.joining(", "));
    }

    private static String expected(PolicyTest.Expectation expectation) {
        String word = expectation.outcome().word();
        String before = expectation.outcome() == PolicyTest.Outcome.NOT ? " " : " by ";
        return word + expectation.by().map(id -> before + id).orElse("");
    }
}
