package org.portcullis.model.text;

import java.util.Locale;

/** Writes what a user wrote into a message so that it can neither hide nor overwhelm: in back-ticks, on one line, without invisible characters, cut off. */
public final class ShownText {
    /** The most code points of a user's text that a message repeats. */
    public static final int MAX_CODE_POINTS = 60;

    private ShownText() {}

    /** The text in back-ticks; white space becomes single spaces, control characters become visible, long text ends with `…`. */
    public static String quoted(String raw) {
        return "`" + shown(raw) + "`";
    }

    private static String shown(String raw) {
        StringBuilder shown = new StringBuilder();
        int written = 0;
        boolean spaceBefore = false;
        for (int at = 0; at < raw.length(); ) {
            int codePoint = raw.codePointAt(at);
            at += Character.charCount(codePoint);
            boolean space = codePoint == ' ' || codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            if (space && spaceBefore) {
                continue;
            }
            spaceBefore = space;
            if (written == MAX_CODE_POINTS) {
                return shown.append('…').toString();
            }
            shown.append(space ? " " : visible(codePoint));
            written++;
        }
        return shown.toString();
    }

    /** One code point as it may be printed: itself, or `<U+202E>` if it would be invisible, reorder its neighbours or break the line. */
    public static String visible(int codePoint) {
        return isHidden(codePoint) ? String.format(Locale.ROOT, "<U+%04X>", codePoint) : Character.toString(codePoint);
    }

    /** Whether a code point has no picture of its own on a terminal. */
    public static boolean isHidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> codePoint != ' ';
            default -> false;
        };
    }
}
