package org.portcullis.compiler.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.syntax.PolicySyntax;

/** Texts that nobody writes in good faith; the reader is given them without the scan that would refuse most of them first. */
class HostileTextTest {
    private static final String BEGIN =
            Texts.HEADER + "hard limit A-B applies to orders, when released block the order if ";
    private static final String END = " say \"x\".";
    private static final int LONG = 10_000_000;

    @Test
    void parenthesesMayNestToTheLimit() {
        assertEquals(List.of(), codes(nested(PolicyReader.MAX_NESTING)));
    }

    @Test
    void parenthesesNestedDeeperAreReported() {
        assertEquals(List.of(DiagnosticCode.NESTED_TOO_DEEP), codes(nested(PolicyReader.MAX_NESTING + 1)));
    }

    @Test
    void lineOfOpeningParenthesesIsReported() {
        assertEquals(List.of(DiagnosticCode.FILE_TOO_LARGE), codes(BEGIN + "(".repeat(LONG)));
    }

    @Test
    void linesOfNegationsAreReported() {
        assertEquals(List.of(DiagnosticCode.NESTED_TOO_DEEP), codes(BEGIN + "not (".repeat(100_000)));
    }

    @Test
    void numberOfTenMillionDigitsIsReported() {
        String text = BEGIN + "order.quantity is more than " + "9".repeat(LONG) + " shares" + END;
        assertEquals(List.of(DiagnosticCode.NUMBER_OUT_OF_RANGE), codes(text));
    }

    @Test
    void numberOfEndlessGroupsIsReported() {
        String text = BEGIN + "order.quantity is more than 1" + ",000".repeat(LONG / 4) + " shares" + END;
        assertEquals(List.of(DiagnosticCode.NUMBER_OUT_OF_RANGE), codes(text));
    }

    @Test
    void longConjunctionIsRead() {
        String text = BEGIN + "order.desk is \"x\" and ".repeat(50_000) + "order.desk is \"x\"" + END;
        assertEquals(List.of(), codes(text));
    }

    @Test
    void longTextIsRead() {
        assertEquals(List.of(), codes(BEGIN + "order.desk is \"" + "x".repeat(LONG) + "\"" + END));
    }

    @Test
    void quotationMarksWithoutEndAreReported() {
        assertEquals(List.of(DiagnosticCode.UNCLOSED_STRING), codes(BEGIN + "order.desk is \"" + "x".repeat(LONG)));
    }

    @Test
    void idWithoutEndIsReported() {
        assertEquals(
                List.of(DiagnosticCode.UNKNOWN_DECLARATION, DiagnosticCode.MISSING_CLAUSE),
                codes("A-".repeat(LONG / 2)));
    }

    @Test
    void readingEndsAfterTheMostMistakes() {
        String text = Texts.HEADER + "scope A-B means x.\n".repeat(100_000);
        Diagnostics diagnostics = new Diagnostics();
        PolicySyntax tree = PolicyReader.read(new SourceText("hostile.policy", text), diagnostics);
        assertEquals(PolicyReader.MAX_MISREAD, tree.declarations().size());
        assertEquals(PolicyReader.MAX_MISREAD + 1, diagnostics.count(Severity.ERROR));
    }

    @Test
    void unpairedSurrogatesAreRead() {
        assertEquals(
                List.of(DiagnosticCode.UNKNOWN_CHARACTER), codes(BEGIN + "order.desk is \ud83d \ude00 \udc00" + END));
    }

    @Test
    void spansCountUtf16() {
        Marked.declarations("scope A-B means order.desk is \"\ud83d\ude00\" and order.flow «=» \"x\".")
                .isReported(
                        DiagnosticCode.SIGN_FOR_WORD,
                        "expected a comparison such as `is more than`, found `=`",
                        "the language has words in place of signs: write `is`");
    }

    private static String nested(int depth) {
        return BEGIN + "(".repeat(depth) + "order.desk is \"x\"" + ")".repeat(depth) + END;
    }

    private static List<DiagnosticCode> codes(String text) {
        Diagnostics diagnostics = new Diagnostics();
        PolicyReader.read(new SourceText("hostile.policy", text), diagnostics);
        return diagnostics.sorted().stream().map(Diagnostic::code).sorted().toList();
    }
}
