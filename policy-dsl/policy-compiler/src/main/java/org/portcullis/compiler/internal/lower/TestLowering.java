package org.portcullis.compiler.internal.lower;

import java.util.List;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.ControlId;

/** Lowers checked tests whose cases and files were read. */
final class TestLowering {
    private TestLowering() {}

    static PolicyTest lower(Declaration.Test test) {
        return new PolicyTest(
                test.name().value(),
                facts(test.given()),
                test.lines().stream().map(TestLowering::facts).toList(),
                test.events().stream().map(TestLowering::lower).toList(),
                test.stage().value(),
                test.expectations().stream().map(TestLowering::lower).toList());
    }

    private static List<PolicyTest.Given> facts(List<TestSyntax.Given> given) {
        return given.stream().map(TestLowering::lower).toList();
    }

    private static PolicyTest.Event lower(TestSyntax.Event event) {
        return new PolicyTest.Event(event.at().value(), event.what().value(), facts(event.facts()));
    }

    private static PolicyTest.Given lower(TestSyntax.Given given) {
        return new PolicyTest.Given(
                Conditions.lower(given.fact()), given.value().map(Located::value));
    }

    private static PolicyTest.Expectation lower(TestSyntax.Expectation expectation) {
        return new PolicyTest.Expectation(
                expectation.outcome().value(), expectation.by().map(id -> new ControlId(id.value())));
    }
}
