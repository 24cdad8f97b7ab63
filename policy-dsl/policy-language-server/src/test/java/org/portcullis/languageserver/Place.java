package org.portcullis.languageserver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/** Finds places in a text and applies edits to it, the way an editor does. */
final class Place {
    private Place() {}

    /** The position of the character before which the bar stands; without the bar the words stand in the text once. */
    static Position at(String text, String marked) {
        int bar = marked.indexOf('|');
        return position(text, find(text, marked.replace("|", "")) + bar);
    }

    static Range range(String text, String part) {
        int start = find(text, part);
        return new Range(position(text, start), position(text, start + part.length()));
    }

    static String text(String text, Range range) {
        return text.substring(offset(text, range.getStart()), offset(text, range.getEnd()));
    }

    static String applied(String text, List<TextEdit> edits) {
        List<TextEdit> backwards = new ArrayList<>(edits);
        backwards.sort(Comparator.comparing(
                        (TextEdit edit) -> offset(text, edit.getRange().getStart()))
                .reversed());
        String changed = text;
        for (TextEdit edit : backwards) {
            changed = changed.substring(0, offset(text, edit.getRange().getStart()))
                    + edit.getNewText()
                    + changed.substring(offset(text, edit.getRange().getEnd()));
        }
        return changed;
    }

    private static int find(String text, String part) {
        int start = text.indexOf(part);
        if (start < 0 || text.indexOf(part, start + 1) >= 0) {
            throw new AssertionError("`" + part + "` does not stand in the text exactly once");
        }
        return start;
    }

    private static Position position(String text, int offset) {
        String before = text.substring(0, offset);
        int line = (int) before.chars().filter(c -> c == '\n').count();
        return new Position(line, offset - before.lastIndexOf('\n') - 1);
    }

    private static int offset(String text, Position position) {
        int start = 0;
        for (int line = 0; line < position.getLine(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + position.getCharacter();
    }
}
