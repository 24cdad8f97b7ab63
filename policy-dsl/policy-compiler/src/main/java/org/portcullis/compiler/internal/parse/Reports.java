package org.portcullis.compiler.internal.parse;

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
    private boolean broken;

    Reports(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    void add(Diagnostic diagnostic) {
        broken |= diagnostic.severity() == Severity.ERROR;
        diagnostics.report(diagnostic);
    }

    void add(DiagnosticCode code, Span span, String message, String help) {
        add(Diagnostic.of(code, span, message, help));
    }

    /** Whether an error was reported on the sentence. */
    boolean broken() {
        return broken;
    }
}
