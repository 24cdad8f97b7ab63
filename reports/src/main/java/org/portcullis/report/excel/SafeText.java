package org.portcullis.report.excel;

import org.portcullis.report.sheet.AnnexText;

/** Makes text that a spreadsheet can hold and will not take for a formula. */
final class SafeText {

    /** The most characters of a cell. */
    static final int MAX_LENGTH = AnnexText.MAX_LENGTH;

    /** By so much an escape is longer than the character that it stands for, at most. */
    private static final int ESCAPE = "_x005F_".length() - 1;

    private static final String FORMULA_STARTS = "=+-@\t\r|%";

    private SafeText() {}

    /** Gives the text where a cell can hold it; otherwise as much as it can, with where the whole text is. */
    static String of(String text) {
        return AnnexText.isNeeded(text) ? shortened(text) : text;
    }

    /** Replaces characters that XML cannot carry and cuts what is too long. */
    private static String shortened(String text) {
        String reference = AnnexText.reference(text);
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().map(SafeText::carried).forEach(safe::appendCodePoint);
        // The symbol of a verdict may stand before it.
        int end = Math.min(safe.length(), MAX_LENGTH - reference.length() - 2);
        for (int over = over(safe, end); over > 0; over = over(safe, end)) {
            end -= Math.min(end, (over + ESCAPE - 1) / ESCAPE);
        }
        boolean split = end < safe.length() && end > 0 && Character.isHighSurrogate(safe.charAt(end - 1));
        return safe.substring(0, split ? end - 1 : end) + reference;
    }

    /** Counts by how much the first characters are too long as the file spells them. */
    private static int over(CharSequence text, int end) {
        int most = MAX_LENGTH - AnnexText.reference("").length() - 2;
        return CellText.encoded(text.subSequence(0, end).toString()).length() - most;
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
        return point > 0xFFFF || AnnexText.isCarried((char) point) ? point : 0xFFFD;
    }
}
