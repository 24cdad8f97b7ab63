package org.portcullis.compiler.format.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.internal.parse.Lexeme;
import org.portcullis.model.Fingerprint;

/** Formats texts and checks what formatting promises: what the policy says and its comments are kept, and the result stays as it is. */
public final class Kept {
    private Kept() {}

    /** The formatted text. */
    public static String formatted(String text) {
        String formatted = format(text);
        assertEquals(formatted, format(formatted));
        assertEquals(comments(text), comments(formatted), formatted);
        Compilation before = compile(text);
        Compilation after = compile(formatted);
        assertEquals(before.syntax().map(CanonicalSpelling::of), after.syntax().map(CanonicalSpelling::of), formatted);
        assertEquals(before.pack().map(Fingerprint::of), after.pack().map(Fingerprint::of), formatted);
        return formatted;
    }

    private static String format(String text) {
        FormatResult result = PolicyFormatter.format(new SourceText("test.policy", text));
        return assertInstanceOf(FormatResult.Formatted.class, result, text).text();
    }

    private static Compilation compile(String text) {
        return PolicyCompiler.compile(new SourceText("test.policy", text), CompilerSettings.none());
    }

    private static List<String> comments(String text) {
        return Lexeme.all(text).stream()
                .filter(Lexeme::comment)
                .map(comment -> comment.text().replaceAll("[ \t]+$", ""))
                .toList();
    }
}
