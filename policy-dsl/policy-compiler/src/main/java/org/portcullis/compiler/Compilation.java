package org.portcullis.compiler;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Sources;
import org.portcullis.compiler.syntax.PolicySyntax;
import org.portcullis.model.PolicyPack;

/**
 * What came out of compiling one text.
 *
 * @param sources the text and every file that it names, to print diagnostics with
 * @param syntax what could be read of the text itself, without what it imports; empty if the text was refused before it was read
 * @param pack present exactly if no diagnostic is an error
 * @param diagnostics in the order of the text
 */
public record Compilation(
        Sources sources, Optional<PolicySyntax> syntax, Optional<PolicyPack> pack, List<Diagnostic> diagnostics) {
    public Compilation {
        diagnostics = List.copyOf(diagnostics);
        boolean errors = diagnostics.stream().anyMatch(found -> found.severity() == Severity.ERROR);
        if (pack.isPresent() == errors) {
            throw new IllegalArgumentException("a policy pack comes out exactly if there is no error");
        }
    }

    /** The text that was compiled. */
    public SourceText source() {
        return sources.main();
    }
}
