package org.portcullis.compiler.words;

import org.portcullis.compiler.diagnostic.Span;

/**
 * One word of a policy text, or one comment.
 *
 * @param text as it was written, a text with its quotation marks
 */
public record Word(WordKind kind, String text, Span span) {

    /** Whether this is the given word of the language, or the given sign. */
    public boolean is(String written) {
        return text.equals(written);
    }

    /** A text without the quotation marks around it; other words as they are. */
    public String unquoted() {
        return switch (kind) {
            case TEXT -> text.substring(1, text.length() - 1);
            case UNCLOSED_TEXT -> text.substring(1);
            case KEYWORD,
                    ID,
                    CAPITALS,
                    ATTRIBUTE,
                    NUMBER,
                    DATE,
                    REGION,
                    UNKNOWN_WORD,
                    PUNCTUATION,
                    UNKNOWN_SIGN,
                    COMMENT -> text;
        };
    }
}
