package org.portcullis.compiler.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticJson;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.format.layout.FormatResult;
import org.portcullis.compiler.format.layout.PolicyFormatter;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.json.CanonicalJson;

/** What must be true of whatever the compiler is given. */
final class Oracle {
    private static final FileSource FILES = path -> switch (path) {
        case "day.csv" -> found("time,event,order.id,order.notional\n08:56:12,opened,A-1,USD 1 million\n");
        case "adv.csv" -> found("order.symbol,limit\nABN.AS,5 shares\n,\"1,000 shares\"\n");
        case "part.policy" -> found("part \"Part\" language 1. scope PART-ONE means order.desk is \"A\".");
        default -> new FileSource.Missing();
    };

    private Oracle() {}

    private static FileSource.Answer found(String text) {
        return new FileSource.Found(text.getBytes(StandardCharsets.UTF_8));
    }

    static Compilation compile(String text) {
        return PolicyCompiler.compile(
                new SourceText("fuzz.policy", text), CompilerSettings.none().withFiles(FILES));
    }

    /** Compiles the text and checks what has to hold; throws if something does not. */
    static Compilation check(String text) {
        Compilation compilation = compile(text);
        for (Diagnostic found : compilation.diagnostics()) {
            SourceText source = compilation.sources().of(found.span());
            assertTrue(found.span().end() <= source.end(), () -> "a diagnostic beyond its file: " + found);
        }
        new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics());
        CanonicalJson.text(DiagnosticJson.of(compilation.sources(), compilation.diagnostics()));
        compilation.pack().ifPresent(pack -> {
            String fingerprint = Fingerprint.of(pack).value();
            assertEquals(
                    fingerprint,
                    fingerprint(CanonicalSpelling.of(compilation.syntax().orElseThrow())));
            String formatted = formatted(text);
            assertEquals(fingerprint, fingerprint(formatted), "formatting changed what the policy means");
            assertEquals(formatted, formatted(formatted), "formatting twice is not formatting once");
        });
        return compilation;
    }

    static String fingerprint(String text) {
        Compilation compilation = compile(text);
        return compilation
                .pack()
                .map(pack -> Fingerprint.of(pack).value())
                .orElseThrow(() -> new AssertionError(
                        new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics())));
    }

    private static String formatted(String text) {
        if (PolicyFormatter.format(new SourceText("fuzz.policy", text)) instanceof FormatResult.Formatted formatted) {
            return formatted.text();
        }
        throw new AssertionError("a policy that compiles is not formatted");
    }
}
