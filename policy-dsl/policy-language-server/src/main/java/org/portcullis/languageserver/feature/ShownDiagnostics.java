package org.portcullis.languageserver.feature;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.lsp4j.DiagnosticCodeDescription;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Range;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.words.Word;
import org.portcullis.compiler.words.WordKind;
import org.portcullis.languageserver.document.Analysis;
import org.portcullis.languageserver.document.Places;

/**
 * Shows the compiler's diagnostics in an editor.
 *
 * <p>The message carries the cure, since editors have no place of their own for it. Where the editor said how it addresses pages of codes, the code is a link.
 * What is wrong with a file that a policy reads is shown where the policy names it; a part shows what the policy that imports it says, if one is open.
 */
public final class ShownDiagnostics {
    /** What editors show as the origin of what the compiler says. */
    public static final String SOURCE = "portcullis";

    /** What only the policy that imports a part can tell. */
    private static final Set<DiagnosticCode> UNKNOWN_TO_A_PART =
            EnumSet.of(DiagnosticCode.PART_ALONE, DiagnosticCode.UNKNOWN_SCOPE, DiagnosticCode.UNKNOWN_CONTROL);

    private final Optional<String> pageAddress;

    /**
     * Shows diagnostics, with links where there is an address.
     *
     * @param pageAddress the address of a code's page, up to the code
     */
    public ShownDiagnostics(Optional<String> pageAddress) {
        this.pageAddress = pageAddress;
    }

    /**
     * One of the compiler's diagnostics about a document.
     *
     * @param policy the compilation that said it: the document's own, or that of a policy which imports it
     * @param source the file of that compilation in which it lies
     */
    record Said(Analysis policy, SourceText source, Diagnostic diagnostic) {
        Range range() {
            return Places.range(source, diagnostic.span());
        }
    }

    /** Everything the compiler says about a version of a document. */
    public List<org.eclipse.lsp4j.Diagnostic> of(Analysis analysis, List<Analysis> readers) {
        Stream<org.eclipse.lsp4j.Diagnostic> elsewhere = analysis.compilation().diagnostics().stream()
                .filter(diagnostic ->
                        !isIn(analysis, diagnostic, analysis.compilation().source()))
                .map(diagnostic -> elsewhere(analysis, diagnostic));
        return Stream.concat(said(analysis, readers).stream().map(this::of), elsewhere)
                .toList();
    }

    /** What the compiler says of the document itself. */
    static List<Said> said(Analysis analysis, List<Analysis> readers) {
        boolean part = analysis.file().isPart();
        if (part) {
            for (Analysis policy : readers) {
                Optional<SourceText> source = policy.sourceOf(analysis);
                if (source.isPresent()) {
                    return said(policy, source.get());
                }
            }
        }
        return said(analysis, analysis.compilation().source()).stream()
                .filter(said ->
                        !part || !UNKNOWN_TO_A_PART.contains(said.diagnostic().code()))
                .toList();
    }

    private static List<Said> said(Analysis policy, SourceText source) {
        return policy.compilation().diagnostics().stream()
                .filter(diagnostic -> isIn(policy, diagnostic, source))
                .map(diagnostic -> new Said(policy, source, diagnostic))
                .toList();
    }

    private static boolean isIn(Analysis policy, Diagnostic diagnostic, SourceText source) {
        return policy.compilation().sources().of(diagnostic.span()) == source;
    }

    /** A diagnostic where it lies. */
    org.eclipse.lsp4j.Diagnostic of(Said said) {
        return shown(said, said.range(), message(said.diagnostic()));
    }

    /** A diagnostic about a file that the document names, at that name. */
    private org.eclipse.lsp4j.Diagnostic elsewhere(Analysis analysis, Diagnostic diagnostic) {
        SourceText source = analysis.compilation().sources().of(diagnostic.span());
        Said said = new Said(analysis, source, diagnostic);
        Range named = Places.range(analysis.source(), mention(analysis, source));
        int line = said.range().getStart().getLine() + 1;
        return shown(said, named, source.name() + ", line " + line + ": " + message(diagnostic));
    }

    /** Where the document names a file; its beginning, if it names the file through another. */
    private static Span mention(Analysis analysis, SourceText source) {
        return analysis.words().stream()
                .filter(word -> word.kind() == WordKind.TEXT
                        && !word.unquoted().isBlank()
                        && source.name().endsWith(word.unquoted()))
                .map(Word::span)
                .findFirst()
                .orElse(Span.at(0));
    }

    private org.eclipse.lsp4j.Diagnostic shown(Said said, Range range, String message) {
        org.eclipse.lsp4j.Diagnostic shown = new org.eclipse.lsp4j.Diagnostic(range, message);
        shown.setSeverity(
                switch (said.diagnostic().severity()) {
                    case ERROR -> DiagnosticSeverity.Error;
                    case WARNING -> DiagnosticSeverity.Warning;
                });
        String code = said.diagnostic().code().code();
        shown.setCode(code);
        shown.setSource(SOURCE);
        pageAddress.ifPresent(address -> shown.setCodeDescription(new DiagnosticCodeDescription(address + code)));
        shown.setRelatedInformation(said.diagnostic().labels().stream()
                .map(label -> new DiagnosticRelatedInformation(location(said.policy(), label.span()), label.text()))
                .toList());
        return shown;
    }

    private static Location location(Analysis policy, Span span) {
        SourceText source = policy.compilation().sources().of(span);
        return new Location(policy.uriOf(source), Places.range(source, span));
    }

    private static String message(Diagnostic diagnostic) {
        return diagnostic
                .help()
                .map(help -> diagnostic.message() + "\nhelp: " + help)
                .orElse(diagnostic.message());
    }
}
