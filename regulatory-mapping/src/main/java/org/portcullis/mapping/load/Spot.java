package org.portcullis.mapping.load;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;

/** Is a place in a file; lines and columns count from 1, columns in code points. */
record Spot(String file, int line, int column) {

    static Spot startOf(String file) {
        return new Spot(file, 1, 1);
    }

    static Spot at(String file, Mark mark) {
        return new Spot(file, mark.getLine() + 1, mark.getColumn() + 1);
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
        return new Spot(file, line, text.codePointCount(lineStart, index) + 1);
    }

    /** Tells whether this place comes later in the same file. */
    boolean isAfter(Spot other) {
        return line > other.line || (line == other.line && column > other.column);
    }

    /** Writes the place for a message about another place: {@code line 3 of a.yaml}. */
    String words() {
        return "line " + line + " of `" + file + "`";
    }
}
