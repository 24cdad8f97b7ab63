package org.portcullis.app.command;

import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;

/**
 * What a policy has to pass in a build: it compiles, and no review of it is overdue on the day that is asked for.
 *
 * <p>An engine loads a policy whose review is overdue all the same: that time passes must stop a build, and not trading.
 */
final class BuildGate {
    private BuildGate() {}

    static boolean passes(Compilation compilation) {
        return compilation.pack().isPresent() && overdue(compilation) == 0;
    }

    /** How many reviews are overdue. */
    static long overdue(Compilation compilation) {
        return compilation.diagnostics().stream()
                .map(Diagnostic::code)
                .filter(DiagnosticCode.REVIEW_OVERDUE::equals)
                .count();
    }
}
