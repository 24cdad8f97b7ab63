package org.portcullis.languageserver.feature;

import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;

/**
 * Shows the compiler's diagnostics in an editor.
 *
 * <p>The message carries the cure, since editors have no place of their own for it. Where the editor said how it addresses pages of codes, the code is a link.
 */
public final class ShownDiagnostics {
    /** What editors show as the origin of what the compiler says. */
    public static final String SOURCE = "portcullis";

    private final Optional<String> pageAddress;

    /**
     * Shows diagnostics, with links where there is an address.
     *
     * @param pageAddress the address of a code's page, up to the code
     */
    public ShownDiagnostics(Optional<String> pageAddress) {
        this.pageAddress = pageAddress;
    }

    /** Everything the compiler says about a version of a document. */
    public List<org.eclipse.lsp4j.Diagnostic> of(Analysis analysis) {
        return analysis.compilation().diagnostics().stream()
                .map(diagnostic -> of(analysis, diagnostic))
                .toList();
    }

    /** One of the compiler's diagnostics as editors show it. */
    org.eclipse.lsp4j.Diagnostic of(Analysis analysis, Diagnostic diagnostic) {
        org.eclipse.lsp4j.Diagnostic shown = new org.eclipse.lsp4j.Diagnostic(
                Places.range(analysis.source(), diagnostic.span()), message(diagnostic));
        shown.setSeverity(
                switch (diagnostic.severity()) {
                    case ERROR -> DiagnosticSeverity.Error;
                    case WARNING -> DiagnosticSeverity.Warning;
                });
        String code = diagnostic.code().code();
        shown.setCode(code);
        shown.setSource(SOURCE);
        pageAddress.ifPresent(address -> shown.setCodeDescription(new DiagnosticCodeDescription(address + code)));
        shown.setRelatedInformation(diagnostic.labels().stream()
                .map(label -> new DiagnosticRelatedInformation(
                        new Location(analysis.uri(), Places.range(analysis.source(), label.span())), label.text()))
                .toList());
        return shown;
    }

    private static String message(Diagnostic diagnostic) {
        return diagnostic
                .help()
                .map(help -> diagnostic.message() + "\nhelp: " + help)
                .orElse(diagnostic.message());
    }
}
