package org.portcullis.compiler;

import java.util.List;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.internal.parse.WordReader;
import org.portcullis.compiler.internal.scan.RawScan;
import org.portcullis.compiler.words.Continuation;
import org.portcullis.compiler.words.SentenceWords;
import org.portcullis.compiler.words.Word;

/**
 * Reads a policy text as words and sentences without asking whether they make a policy, for tools that work while somebody types.
 *
 * <p>A text that the compiler refuses to read, because a line is too long for example, has no words. Stateless and safe for several threads.
 */
public final class PolicyWords {
    private PolicyWords() {}

    /** Every word and comment in the order of the text. */
    public static List<Word> words(SourceText source) {
        return WordReader.words(readable(source));
    }

    /** The sentences in the order of the text. */
    public static List<SentenceWords> sentences(SourceText source) {
        return WordReader.sentences(readable(source));
    }

    /** What could stand at the offset, which counts UTF-16 code units. */
    public static Continuation continuation(SourceText source, int offset) {
        SourceText readable = readable(source);
        return WordReader.continuation(
                readable, Math.max(0, Math.min(offset, readable.text().length())));
    }

    /** The words of the language in alphabetical order. */
    public static List<String> keywords() {
        return WordReader.keywords();
    }

    /** The text with harmless characters in place of those that the language does not have. */
    private static SourceText readable(SourceText source) {
        return new SourceText(
                source.name(), RawScan.scan(source, new Diagnostics()).toParse().orElse(""));
    }
}
