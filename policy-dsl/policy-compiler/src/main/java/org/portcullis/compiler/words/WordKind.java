package org.portcullis.compiler.words;

/** Says what a word of a policy text is, as far as it can be told from the word alone. */
public enum WordKind {
    /** A word of the language, such as `hard` or `more`. */
    KEYWORD,
    /** `LDN-WAVE-NOTIONAL`: a scope, a control, a corpus or a calendar. */
    ID,
    /** `USD`: a word in capital letters without a dash. */
    CAPITALS,
    /** `order.notional`, known or not. */
    ATTRIBUTE,
    /** `4` or `2026.11.1`. */
    NUMBER,
    /** `2026-11-01`. */
    DATE,
    /** A text with its quotation marks. */
    TEXT,
    /** A text whose quotation mark is not closed on its line. */
    UNCLOSED_TEXT,
    /** `Europe/London`. */
    REGION,
    /** A word that the language does not know. */
    UNKNOWN_WORD,
    /** A full stop, comma, colon, parenthesis or percent sign. */
    PUNCTUATION,
    /** A sign that the language does not have, or a character that means nothing. */
    UNKNOWN_SIGN,
    /** A comment, from its dashes to the end of its line. */
    COMMENT
}
