package org.portcullis.compiler.internal.parse;

import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.Span;

/**
 * Reports what is wrong with one sentence and remembers whether it can still be trusted.
 *
 * <p>Mutable; belongs to the thread that reads.
 */
final class Reports {
    private final Diagnostics diagnostics;
    private int errors;

    Reports(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Diagnostic diagnostic) {
        errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
        diagnostics.report(diagnostic);
    }

    void add(DiagnosticCode code, Span span, String message, String help) {
        add(Diagnostic.of(code, span, message, help));
    }

    void add(DiagnosticCode code, Span span, String message, Cure cure) {
        add(Diagnostic.of(code, span, message, cure));
    }

    /** Whether an error was reported on the sentence. */
    boolean broken() {
        return errors > 0;
    }

    /** How many errors were reported on the sentence so far. */
    int errors() {
        return errors;
    }
}
