package org.portcullis.report.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portcullis.model.json.Digest;

/**
 * Says which texts a cell of a spreadsheet cannot hold whole and as they are, and spells them so that cells can.
 *
 * <p>Such a text stands in its cell cut or with replacement characters, followed by its {@link #reference}, and whole on the sheet Annex. A text that
 * itself contains what a reference begins with is treated alike, so that a reference at the end of a cell is always the product's own.
 */
public final class AnnexText {

    /** The name of the sheet. */
    public static final String SHEET = "Annex";

    /** The most characters that a spreadsheet holds in a cell. */
    public static final int MAX_LENGTH = 32_767;

    /** Says in words how texts are spelled there. */
    public static final String SPELLING =
            "a backslash stands as two; control characters, marks of writing direction, characters without width, what XML cannot carry and the"
                    + " space before what looks like a reference to this sheet stand as a backslash, the letter u and four hexadecimal digits of their UTF-16 code";

    /** The most characters of a part, so that a part fits on paper. */
    static final int PART_LENGTH = 2_000;

    private static final String REFERENCE = " [whole text on sheet " + SHEET + ": ";
    private static final String REFERENCE_END = "]";

    /** A symbol and a space may stand before the text of a verdict. */
    private static final int LONGEST_TEXT = MAX_LENGTH - 2;

    /** {@code _x} may begin what files take for an escape, so that the underscore itself has to be spelled as seven characters. */
    private static final int ESCAPE = "_x005F_".length() - 1;

    private AnnexText() {}

    /** Tells whether a cell cannot hold the text whole and as it is. */
    public static boolean isNeeded(String text) {
        int length = text.length();
        int spelled = length;
        for (int i = 0; i < length; i++) {
            char next = text.charAt(i);
            if (Character.isHighSurrogate(next) && i + 1 < length && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (!isCarried(next) || (next == ' ' && text.startsWith(REFERENCE, i))) {
                return true;
            } else if (next == '_' && i + 1 < length && text.charAt(i + 1) == 'x') {
                spelled += ESCAPE;
            }
        }
        return spelled > LONGEST_TEXT;
    }

    /** Tells whether XML and every spreadsheet carry the character, which is no half of a pair, as it is. */
    public static boolean isCarried(char next) {
        return next == '\n' || next == '\t' || (next >= 0x20 && next <= 0xFFFD && !Character.isSurrogate(next));
    }

    /** Gives what a cell ends with that does not hold its text whole. */
    public static String reference(String text) {
        return REFERENCE + digest(text).value() + REFERENCE_END;
    }

    /** Gives the digest of the text in UTF-8. */
    public static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Spells the text in parts, none of which ends inside of a character. */
    public static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            // What looks like a reference must not look like one here, or this cell would need the annex itself.
            String spelled = text.startsWith(REFERENCE, i) ? escape(point) : spelled(point);
            if (part.length() + spelled.length() > PART_LENGTH) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(spelled);
            i += Character.charCount(point);
        }
        parts.add(part.toString());
        return List.copyOf(parts);
    }

    /** Gives the text whose parts, one behind the other, are spelled so. */
    public static String read(String spelled) {
        StringBuilder text = new StringBuilder(spelled.length());
        for (int i = 0; i < spelled.length(); i++) {
            char next = spelled.charAt(i);
            if (next != '\\') {
                text.append(next);
            } else if (spelled.charAt(i + 1) == '\\') {
                text.append(next);
                i++;
            } else {
                text.append((char) Integer.parseInt(spelled.substring(i + 2, i + 6), 16));
                i += 5;
            }
        }
        return text.toString();
    }

    private static String spelled(int point) {
        if (point == '\\') {
            return "\\\\";
        }
        return isPlain(point) ? Character.toString(point) : escape(point);
    }

    private static String escape(int point) {
        return String.format(Locale.ROOT, "\\u%04x", point);
    }

    /** The ranges are written out, since what Unicode says of a character is not the same on every JDK. */
    private static boolean isPlain(int point) {
        boolean control = point < 0x20 || (point >= 0x7F && point <= 0x9F);
        boolean unseen = point == 0xAD
                || point == 0x61C
                || point == 0x180E
                || (point >= 0x200B && point <= 0x200F)
                || (point >= 0x2028 && point <= 0x202E)
                || (point >= 0x2060 && point <= 0x206F)
                || point == 0xFEFF;
        boolean notCarried = (point >= 0xD800 && point <= 0xDFFF) || point == 0xFFFE || point == 0xFFFF;
        return !control && !unseen && !notCarried;
    }
}
