package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.RowTaker;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/** Is a table before its rows are made, with what they will be held against. Mutable; one thread. */
final class PlannedTable implements Planned {

    private final TableSheet sheet;
    private final Against against;
    private final Kept kept;
    private final SheetDigest.Adding adding;
    private final List<Consumer<Row>> others = new ArrayList<>();

    /**
     * Is what the journal gives without making the rows.
     *
     * @param query source, filter and order of the rows
     * @param count how many rows there should be
     * @param total what the totalled column should add up to
     */
    record Against(String query, long count, Optional<BigDecimal> total, Tested completeness, Tested accuracy) {}

    PlannedTable(TableSheet sheet, Against against) {
        this.sheet = sheet;
        this.against = against;
        this.kept = new Kept(sheet);
        this.adding = SheetDigest.adding(sheet);
    }

    /** Shows every row to somebody else, too. */
    PlannedTable alsoTo(Consumer<Row> other) {
        others.add(other);
        return this;
    }

    @Override
    public void join(JournalPass pass, RowTaker taker) throws JournalFailure {
        List<Consumer<Row>> sinks = new ArrayList<>(List.of(adding::add, kept::keep, taker.rowsOf(sheet)));
        sinks.addAll(others);
        Consumer<Row> all = row -> sinks.forEach(sink -> sink.accept(row));
        if (sheet.rows() instanceof JournalRows rows) {
            rows.join(pass, all);
        } else {
            sheet.rows().forEach(all);
        }
    }

    @Override
    public Traced traced() {
        SheetDigest digest = adding.result();
        return new Traced(
                kept.sheet(digest.rows()),
                digest,
                against.query(),
                against.count(),
                against.total(),
                against.completeness(),
                against.accuracy());
    }
}
