package org.portcullis.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {

    @Test
    void readsInTheOrderOfTheText() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(DiagnosticCode.UNKNOWN_SCOPE, new Span(9, 10), "later");
        diagnostics.report(DiagnosticCode.UNUSED_SCOPE, new Span(2, 3), "warning in between");
        diagnostics.report(DiagnosticCode.UNKNOWN_MEASURE, new Span(0, 1), "earlier");
        assertEquals(
                List.of("earlier", "warning in between", "later"),
                diagnostics.sorted().stream().map(Diagnostic::message).toList());
    }

    @Test
    void sameDiagnosticIsKeptOnce() {
        Diagnostics diagnostics = new Diagnostics();
        diagnostics.report(DiagnosticCode.UNKNOWN_SCOPE, new Span(1, 2), "twice");
        diagnostics.report(DiagnosticCode.UNKNOWN_SCOPE, new Span(1, 2), "twice");
        assertEquals(1, diagnostics.sorted().size());
    }

    @Test
    void hundredThousandErrorsAreCountedAndTheFirstHundredShown() {
        Diagnostics diagnostics = new Diagnostics();
        for (int at = 100_000; at > 0; at--) {
            diagnostics.report(DiagnosticCode.UNKNOWN_SCOPE, new Span(at, at + 1), "unknown");
        }
        List<Diagnostic> sorted = diagnostics.sorted();
        assertEquals(Diagnostics.MAX_KEPT + 1, sorted.size());
        assertEquals(1, sorted.get(0).span().start());
        Diagnostic last = sorted.get(Diagnostics.MAX_KEPT);
        assertEquals(DiagnosticCode.MORE_ERRORS, last.code());
        assertEquals("99900 more errors are not shown", last.message());
    }

    @Test
    void manyWarningsDoNotPushAnErrorOut() {
        Diagnostics diagnostics = new Diagnostics();
        for (int at = 0; at < 1_000; at++) {
            diagnostics.report(DiagnosticCode.UNUSED_SCOPE, new Span(at, at + 1), "unused");
        }
        diagnostics.report(DiagnosticCode.UNKNOWN_SCOPE, new Span(5_000, 5_001), "unknown");
        assertTrue(diagnostics.hasErrors());
        assertTrue(diagnostics.sorted().stream().anyMatch(d -> d.code() == DiagnosticCode.UNKNOWN_SCOPE));
    }

    @Test
    void messageThatEndsWithAFullStopIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Diagnostic.of(DiagnosticCode.UNKNOWN_SCOPE, Span.at(0), "no such scope."));
    }
}
