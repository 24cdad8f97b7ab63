package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

class KeptTest {

    @Test
    void smallTableIsNotMadeAgain() throws Exception {
        assertEquals(1, readings(500));
    }

    @Test
    void largeTableIsMadeAgainAndWhole() throws Exception {
        assertEquals(2, readings(501));
    }

    @Test
    void tableWithoutRowsSaysSo() throws Exception {
        Kept kept = new Kept(table(Rows.of(List.of())));
        assertEquals(List.of(Kept.NONE), kept.sheet(0).notes());
    }

    /** Counts how often rows are made when they are added up and then written. */
    private static int readings(int rows) throws JournalFailure {
        int[] readings = new int[1];
        TableSheet table = table(sink -> {
            readings[0]++;
            for (int i = 0; i < rows; i++) {
                sink.accept(Row.of(Cell.of(i)));
            }
        });
        Kept kept = new Kept(table);
        table.rows().forEach(kept::keep);
        int[] written = new int[1];
        kept.sheet(rows).rows().forEach(row -> written[0]++);
        assertEquals(rows, written[0]);
        return readings[0];
    }

    private static TableSheet table(Rows rows) {
        return new TableSheet(
                "Some",
                "Some",
                List.of(),
                Optional.empty(),
                List.of(Column.of("Entry", 10, "an entry")),
                0,
                Optional.empty(),
                rows);
    }
}
