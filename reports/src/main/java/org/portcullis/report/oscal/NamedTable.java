package org.portcullis.report.oscal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/**
 * Is a sheet of the evidence whose cells are found by their headings.
 *
 * @param lines of texts by heading; a column without a cell is a heading without a text
 */
record NamedTable(List<Line> lines) {

    /** Is one row. */
    record Line(Map<String, String> texts) {

        /** Gives the exact text of a cell, which is empty where nothing is in it. */
        String text(String heading) {
            String text = texts.get(heading);
            if (text == null) {
                throw new IllegalArgumentException("no column `" + heading + "` among " + texts.keySet());
            }
            return text;
        }
    }

    /** Reads a table of few rows; one that the evidence does not have has none. */
    static NamedTable of(Evidence evidence, String name) throws JournalFailure {
        Optional<TableSheet> table = evidence.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .flatMap(sheet -> sheet.match(new Tables()).stream())
                .findFirst();
        List<Line> lines = new ArrayList<>();
        if (table.isPresent()) {
            TableSheet sheet = table.get();
            sheet.rows().forEach(row -> lines.add(line(sheet, row.cells())));
        }
        return new NamedTable(List.copyOf(lines));
    }

    private static Line line(TableSheet sheet, List<Cell> cells) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            texts.put(sheet.columns().get(i).heading(), cells.get(i).text());
        }
        return new Line(texts);
    }

    private static final class Tables implements Sheet.Cases<Optional<TableSheet>> {
        @Override
        public Optional<TableSheet> table(TableSheet sheet) {
            return Optional.of(sheet);
        }

        @Override
        public Optional<TableSheet> page(PageSheet sheet) {
            return Optional.empty();
        }
    }
}
