package org.portcullis.compiler.diagnostic;

import org.portcullis.model.text.ShownText;

/** Writes what a user wrote into a message so that it can neither hide nor overwhelm: in back-ticks, on one line, without invisible characters, cut off. */
public final class UserText {
    /** The most code points of a user's text that a message repeats. */
    public static final int MAX_CODE_POINTS = ShownText.MAX_CODE_POINTS;

    private UserText() {}

    /** The text in back-ticks, as {@link ShownText#quoted} writes it. */
    public static String quoted(String raw) {
        return ShownText.quoted(raw);
    }

    /** One code point as it may be printed, as {@link ShownText#visible} writes it. */
    static String visible(int codePoint) {
        return ShownText.visible(codePoint);
    }

    /** Whether a code point has no picture of its own on a terminal. */
    static boolean isHidden(int codePoint) {
        return ShownText.isHidden(codePoint);
    }
}
