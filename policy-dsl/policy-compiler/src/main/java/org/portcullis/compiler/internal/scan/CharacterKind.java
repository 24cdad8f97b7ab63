package org.portcullis.compiler.internal.scan;

/** Says what a character could hide from a reader. */
enum CharacterKind {
    PLAIN,
    BIDIRECTIONAL,
    CONTROL,
    INVISIBLE,
    UNUSUAL_SPACE,
    QUOTATION_MARK,
    DASH,
    FULL_WIDTH_SIGN;

    private static final String QUOTATION_MARKS = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033\uFF02";
    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uFF0D";
    private static final String FULL_WIDTH = "\uFF0C\uFF0E\u3002\uFF08\uFF09\uFF1A\uFF05\u3001";
    private static final String FULL_WIDTH_MEANS = ",..():%,";

    static CharacterKind of(int codePoint) {
        if (codePoint < 0x7F) {
            boolean control = codePoint < ' ' && codePoint != '\n' && codePoint != '\r' && codePoint != '\t';
            return control ? CONTROL : PLAIN;
        }
        if (isBidirectional(codePoint)) {
            return BIDIRECTIONAL;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE -> CONTROL;
            case Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> INVISIBLE;
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> UNUSUAL_SPACE;
            default -> sign(codePoint);
        };
    }

    /** The character that the language writes instead; a space where there is none. */
    static char replacement(int codePoint) {
        int fullWidth = FULL_WIDTH.indexOf(codePoint);
        if (fullWidth >= 0) {
            return FULL_WIDTH_MEANS.charAt(fullWidth);
        }
        if (QUOTATION_MARKS.indexOf(codePoint) >= 0) {
            return '"';
        }
        return DASHES.indexOf(codePoint) >= 0 ? '-' : ' ';
    }

    private static CharacterKind sign(int codePoint) {
        if (QUOTATION_MARKS.indexOf(codePoint) >= 0) {
            return QUOTATION_MARK;
        }
        if (DASHES.indexOf(codePoint) >= 0) {
            return DASH;
        }
        return FULL_WIDTH.indexOf(codePoint) >= 0 ? FULL_WIDTH_SIGN : PLAIN;
    }

    /** The characters with the property Bidi_Control (Unicode Character Database, PropList). */
    private static boolean isBidirectional(int codePoint) {
        return codePoint == 0x061C
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }
}
