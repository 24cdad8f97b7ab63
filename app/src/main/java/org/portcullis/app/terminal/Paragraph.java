package org.portcullis.app.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines at blanks. */
public final class Paragraph {
    private Paragraph() {}

    /** Breaks {@code text} into lines of at most {@code width} columns; a longer word stands alone. Never empty. */
    public static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** Breaks {@code text} and indents every line after the first by {@code indent} blanks, the first by {@code first}. */
    public static List<String> hanging(String first, String text, int width) {
        String indent = " ".repeat(first.length());
        List<String> lines = new ArrayList<>();
        for (String line : wrap(text, width - first.length())) {
            lines.add((lines.isEmpty() ? first : indent) + line);
        }
        return lines;
    }
}
