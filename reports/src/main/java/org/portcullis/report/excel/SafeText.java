package org.portcullis.report.excel;

/** Makes text that a spreadsheet can hold and will not take for a formula. */
final class SafeText {

    /** The most characters of a cell. */
    static final int MAX_LENGTH = 32_767;

    /** By so much an escape is longer than the character that it stands for, at most. */
    private static final int ESCAPE = "_x005F_".length() - 1;

    private static final String CUT = " [cut: the journal holds the whole text]";
    private static final String FORMULA_STARTS = "=+-@\t\r|%";

    private SafeText() {}

    /** Replaces characters that XML cannot carry and cuts what is too long. */
    static String of(String text) {
        if (isCarriedAsItIs(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(SafeText::carried).forEach(safe::appendCodePoint);
        if (CellText.encoded(safe.toString()).length() <= MAX_LENGTH) {
            return safe.toString();
        }
        int end = Math.min(safe.length(), MAX_LENGTH - CUT.length());
        for (int over = over(safe, end); over > 0; over = over(safe, end)) {
            end -= (over + ESCAPE - 1) / ESCAPE;
        }
        return safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    /** Tells of most texts, without a copy, that nothing in them is replaced or cut. */
    private static boolean isCarriedAsItIs(String text) {
        boolean carried = text.length() <= MAX_LENGTH && text.indexOf("_x") < 0;
        for (int i = 0; carried && i < text.length(); i++) {
            char unit = text.charAt(i);
            carried = unit >= 0x20 && unit < Character.MIN_SURROGATE;
        }
        return carried;
    }

    /** Counts by how much the first characters are too long as the file spells them. */
    private static int over(CharSequence text, int end) {
        return CellText.encoded(text.subSequence(0, end) + CUT).length() - MAX_LENGTH;
    }

    /** Gives the text as a file spells it. */
    static String written(String text) {
        return CellText.encoded(of(text));
    }

    /** Tells whether a spreadsheet, or a program that reads an export of it, could take the text for a formula or a command. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    }

    private static int carried(int point) {
        boolean fine = point == '\n'
                || point == '\t'
                || point == '\r'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point > 0xFFFF;
        return fine ? point : 0xFFFD;
    }
}
