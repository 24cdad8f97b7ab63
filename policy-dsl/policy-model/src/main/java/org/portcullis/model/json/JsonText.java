package org.portcullis.model.json;

import java.util.Locale;

/**
 * Is a text that can be written as UTF-8 and read back unchanged by every reader.
 *
 * <p>Text is never normalised: two spellings of the same letters stay two texts, as RFC 8785 asks.
 *
 * @param value text without lone surrogates and without the code points that Unicode calls noncharacters (RFC 7493,
 *     section 2.1); {@link #isWellFormed} tells beforehand
 */
public record JsonText(String value) implements Json {

    /** Refuses ill-formed text with an {@link IllegalArgumentException} that names the position. */
    public JsonText {
        int at = firstIllFormed(value);
        if (at >= 0) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "text has the code unit U+%04X at position %d, which JSON evidence cannot carry",
                    (int) value.charAt(at),
                    at));
        }
    }

    /** Tells whether a text can be carried: no lone surrogate and no noncharacter in it. */
    public static boolean isWellFormed(String value) {
        return firstIllFormed(value) < 0;
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.text(this);
    }

    private static int firstIllFormed(String value) {
        for (int i = 0; i < value.length(); i++) {
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
