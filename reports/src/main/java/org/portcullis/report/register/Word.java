package org.portcullis.report.register;

/**
 * One word of a control's sentence with what it is.
 *
 * @param spaced whether a blank stands before it
 */
public record Word(Kind kind, String text, boolean spaced) {

    /** What a word of the policy language is, for highlighting. */
    public enum Kind {
        /** A word of the language. */
        LANGUAGE,
        /** An id of a control, scope or corpus. */
        ID,
        /** An attribute such as `order.notional`. */
        ATTRIBUTE,
        /** A number, a date, or a number's currency. */
        NUMBER,
        /** A text in quotation marks. */
        TEXT,
        /** A comma, colon, parenthesis, percent sign or full stop. */
        SIGN
    }
}
