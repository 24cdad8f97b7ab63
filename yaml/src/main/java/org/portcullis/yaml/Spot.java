package org.portcullis.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A stretch of one line of a file; lines and columns count from 1, columns in code points.
 *
 * @param length in code points, at least 1
 */
public record Spot(String file, int line, int column, int length) {

    /** The first character of a file. */
    public static Spot startOf(String file) {
        return new Spot(file, 1, 1, 1);
    }

    static Spot at(String file, Mark mark) {
        return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1, 1);
    }

    /** The part of a node that stands on the node's first line where the node ends there, else its first character. */
    static Spot at(String file, Node node) {
        Spot start = at(file, node.getStartMark());
        Mark end = node.getEndMark();
        boolean oneLine = end != null && end.getLine() == node.getStartMark().getLine();
        int length = oneLine ? Math.max(1, end.getColumn() - node.getStartMark().getColumn()) : 1;
        return new Spot(file, start.line, start.column, length);
    }

    static Spot at(String file, Optional<Mark> mark) {
        return mark.map(known -> at(file, known)).orElseGet(() -> startOf(file));
    }

    /** Finds the place of a character by counting the lines and code points before it. */
    static Spot at(String file, String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Spot(file, line, text.codePointCount(lineStart, index) + 1, 1);
    }

    /** Tells whether this place comes later in the same file. */
    public boolean isAfter(Spot other) {
        return line > other.line || (line == other.line && column > other.column);
    }

    /** Writes the place for a message about another place: {@code line 3 of a.yaml}. */
    public String words() {
        return "line " + line + " of `" + file + "`";
    }
}
