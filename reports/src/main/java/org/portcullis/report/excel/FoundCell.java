package org.portcullis.report.excel;

/**
 * Is a cell as the file has it.
 *
 * @param column from zero
 * @param kind of the value, which for a formula is the cached one
 * @param value as text: words as they are, numbers as they are written
 * @param formula its expression, empty where there is none
 * @param style the place of its style
 */
record FoundCell(int column, Kind kind, String value, String formula, int style) {

    /** Says what a cell holds. */
    enum Kind {
        NOTHING,
        WORDS,
        NUMBER,
        /** A truth value, an error, or what no evidence has. */
        OTHER
    }

    boolean isBlank() {
        return formula.isEmpty() && (kind == Kind.NOTHING || (kind == Kind.WORDS && value.isEmpty()));
    }

    /** Says what is there, for a person. */
    String described() {
        if (isBlank()) {
            return "nothing";
        }
        String what = switch (kind) {
            case NOTHING -> "nothing";
            case WORDS -> "the text " + quoted(value);
            case NUMBER -> "the number " + value;
            case OTHER -> "the value " + quoted(value);
        };
        return formula.isEmpty() ? what : "the formula " + quoted("=" + formula) + " with " + what;
    }

    /** Puts words in back-ticks, cut to a line. */
    static String quoted(String words) {
        int most = 200;
        String line = words.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        StringBuilder shown = new StringBuilder();
        line.codePoints()
                .limit(most)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .forEach(shown::appendCodePoint);
        return "`" + shown + (line.codePointCount(0, line.length()) > most ? "\u2026" : "") + "`";
    }
}
