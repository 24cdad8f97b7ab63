package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet that explains every column of every table, itself included. */
final class DictionarySheet {

    static final String NAME = "Dictionary";

    private DictionarySheet() {}

    static TableSheet of(List<TableSheet> tables) {
        TableSheet own = with(Rows.of(List.of()));
        List<Row> rows = new ArrayList<>();
        for (TableSheet table : tables) {
            rows(table, rows);
        }
        rows(own, rows);
        return with(Rows.of(rows));
    }

    private static void rows(TableSheet table, List<Row> rows) {
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            rows.add(Row.of(
                    Cell.of(table.name()),
                    Cell.of(ProvenanceSheet.letters(i)),
                    Cell.of(column.heading()),
                    Cell.of(column.printed() ? "screen and paper" : "screen"),
                    Cell.of(column.meaning())));
        }
    }

    private static TableSheet with(Rows rows) {
        return new TableSheet(
                NAME,
                "Dictionary: what every column holds",
                List.of(
                        "Times are in UTC and cut to milliseconds; the journal holds nanoseconds. Amounts are shown to two decimals and held as the"
                                + " spreadsheet's own numbers, which keep 15 digits; where that could matter the exact amount stands in a column of its own. In texts the engine rounds cents away from zero.",
                        "Verdicts can be told apart without colour: a filled circle and a thin border are as it should be; a triangle and a dashed"
                                + " border want a look; a filled square on a dark ground is stopped or not as it should be; an empty square and a strong"
                                + " border are missing; an empty circle and a dotted border say nothing either way.",
                        "Entry is the index of an entry in the journal; the first entry has index 0."),
                Optional.empty(),
                List.of(
                        Column.of("Sheet", 24, "the sheet"),
                        Column.of("Column", 8, "the letter of the column"),
                        Column.of("Heading", 28, "the heading of the column"),
                        Column.of("Where", 17, "whether the column is on screen and paper, or on screen only"),
                        Column.of("Meaning", 95, "what the column holds")),
                0,
                Optional.empty(),
                rows);
    }
}
