package org.portcullis.compiler.format.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.internal.parse.Lexeme;
import org.portcullis.compiler.internal.parse.PolicyReader;
import org.portcullis.compiler.internal.scan.RawScan;
import org.portcullis.compiler.internal.scan.ScannedText;
import org.portcullis.compiler.syntax.PolicySyntax;

/**
 * Formats policies: the canonical spelling, one clause a line, with every comment where it was.
 *
 * <p>Formatting a formatted text changes nothing, and the formatted text says the same as the source: it has the same canonical spelling, so the same
 * fingerprint, and the same comments in the same order. Comments keep their characters, blanks at their ends aside.
 *
 * <p>A text that cannot be read is refused with its diagnostics. That includes a text without a sentence: an empty one, or one of comments alone. What the
 * checks of the compiler find, for example a name that nothing declares, does not matter here.
 *
 * <p>Lines of the formatted text end with a line feed, the last one too, whatever ended them in the source. Stateless and safe for use by several threads.
 */
public final class PolicyFormatter {
    private PolicyFormatter() {}

    /** Formats a text. */
    public static FormatResult format(SourceText source) {
        Diagnostics diagnostics = new Diagnostics();
        return format(RawScan.scan(source, diagnostics), diagnostics);
    }

    /**
     * Formats the bytes of a file, which have to be UTF-8.
     *
     * @param name what diagnostics call the file: usually the path as the user gave it
     */
    public static FormatResult format(byte[] fileContent, String name) {
        Diagnostics diagnostics = new Diagnostics();
        return format(RawScan.scan(name, fileContent, diagnostics), diagnostics);
    }

    private static FormatResult format(ScannedText scanned, Diagnostics diagnostics) {
        Optional<SourceText> text =
                scanned.toParse().map(toParse -> new SourceText(scanned.source().name(), toParse));
        Optional<PolicySyntax> syntax = text.map(toParse -> PolicyReader.readEither(toParse, diagnostics));
        if (text.isEmpty() || syntax.isEmpty() || diagnostics.hasErrors()) {
            return new FormatResult.Refused(scanned.source(), diagnostics.sorted());
        }
        String canonical = CanonicalSpelling.of(syntax.get());
        String formatted = FileLayout.of(SourceOutline.of(text.get()), CanonicalSentence.all(canonical));
        requireSame(text.get().text(), canonical, formatted);
        return new FormatResult.Formatted(scanned.source(), formatted);
    }

    /** A fault of ours must not reach a file: the words have to be those of the canonical spelling, and the comments those of the source. */
    private static void requireSame(String source, String canonical, String formatted) {
        List<Lexeme> result = Lexeme.all(formatted);
        if (!texts(result, lexeme -> !lexeme.comment())
                .equals(texts(Lexeme.all(canonical), lexeme -> !lexeme.comment()))) {
            throw new IllegalStateException("the layout changes a word of the policy");
        }
        if (!texts(result, Lexeme::comment).equals(texts(Lexeme.all(source), Lexeme::comment))) {
            throw new IllegalStateException("the layout changes a comment of the policy");
        }
    }

    private static List<String> texts(List<Lexeme> lexemes, Predicate<Lexeme> which) {
        List<String> texts = new ArrayList<>();
        for (Lexeme lexeme : lexemes) {
            if (which.test(lexeme)) {
                texts.add(lexeme.comment() ? SourceOutline.withoutBlanksAtItsEnd(lexeme.text()) : lexeme.text());
            }
        }
        return texts;
    }
}
