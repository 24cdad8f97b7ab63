package org.portcullis.model.json;

import java.util.Locale;

/**
 * Is a text that can be written as UTF-8 and read back unchanged by every reader.
 *
 * <p>Text is never normalised: two spellings of the same letters stay two texts, as RFC 8785 asks.
 *
 * <p>A class and not a record because it keeps what the one look at its characters found: the reader has looked already,
 * and the writer need not look again.
 */
public final class JsonText implements Json {

    private final String value;
    private final boolean plain;

    /**
     * Refuses ill-formed text with an {@link IllegalArgumentException} that names the position.
     *
     * @param value text without lone surrogates and without the code points that Unicode calls noncharacters (RFC 7493,
     *     section 2.1); {@link #isWellFormed} tells beforehand
     */
    public JsonText(String value) {
        int at = firstUnplain(value);
        this.value = value;
        this.plain = at == value.length();
        int illFormed = firstIllFormed(value, at);
        if (illFormed >= 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "text has the code unit U+%04X at position %d, which JSON evidence cannot carry",
                    (int) value.charAt(illFormed),
                    illFormed));
        }
    }

    private JsonText(String value, boolean plain) {
        this.value = value;
        this.plain = plain;
    }

    /** Makes a text of which the reader has seen that it is well-formed, and whether it is written as it stands. */
    static JsonText read(String value, boolean plain) {
        return new JsonText(value, plain);
    }

    /** Gives the characters. */
    public String value() {
        return value;
    }

    /** Tells whether it is all ASCII without anything that is escaped. */
    boolean isPlain() {
        return plain;
    }

    /** Tells whether a text can be carried: no lone surrogate and no noncharacter in it. */
    public static boolean isWellFormed(String value) {
        return firstIllFormed(value, 0) < 0;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.text(this);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonText text && text.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "JsonText[value=" + value + "]";
    }

    /** Gives the first place with something that is escaped or not ASCII, or the length. */
    static int firstUnplain(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char unit = value.charAt(i);
            if (unit < 0x20 || unit == '"' || unit == '\\' || unit >= 0x80) {
                return i;
            }
        }
        return length;
    }

    private static int firstIllFormed(String value, int from) {
        for (int i = from; i < value.length(); i++) {
            char unit = value.charAt(i);
            if (unit < 0xD800) {
                continue;
            }
            int codePoint = value.codePointAt(i);
            boolean loneSurrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
            if (loneSurrogate || isNoncharacter(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint) - 1;
        }
        return -1;
    }

    private static boolean isNoncharacter(int codePoint) {
        return (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
