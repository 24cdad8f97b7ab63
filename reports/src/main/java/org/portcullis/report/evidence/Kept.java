package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Keeps the rows of a small table while they are added up, so that the journal is not read again to write them. Mutable; one thread. */
final class Kept {

    /** What a sheet without rows says, since an empty table could also be one that nobody filled. */
    static final String NONE = "The period has none: no entry of the journal in it gives a row here.";

    /** More rows than these are made again from the journal. */
    private static final int MAX_ROWS = 500;

    private final TableSheet sheet;
    private final List<Row> rows = new ArrayList<>();

    Kept(TableSheet sheet) {
        this.sheet = sheet;
    }

    /** Takes the next row, and keeps it if it is among the first. */
    void keep(Row row) {
        if (rows.size() < MAX_ROWS) {
            rows.add(row);
        }
    }

    /** Gives the table with the rows that were kept where these are all, so many of them. */
    TableSheet sheet(long all) {
        return sheet(all, NONE);
    }

    /** Gives the same, with another sentence for a table without rows. */
    TableSheet sheet(long all, String none) {
        if (all > rows.size()) {
            return sheet;
        }
        List<String> notes = new ArrayList<>(sheet.notes());
        if (all == 0) {
            notes.add(none);
        }
        return with(notes, Rows.of(rows));
    }

    private TableSheet with(List<String> notes, Rows those) {
        return new TableSheet(
                sheet.name(),
                sheet.title(),
                notes,
                sheet.warning(),
                sheet.columns(),
                sheet.frozen(),
                sheet.totalled(),
                those);
    }
}
