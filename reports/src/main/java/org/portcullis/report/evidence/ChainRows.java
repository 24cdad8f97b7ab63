package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.report.JournalCheckpoint;
import org.portcullis.report.evidence.ChainBook.Day;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet that shows the journal as a chain: which entries lie on which day, and the root after each. */
final class ChainRows {

    static final String NAME = "Chain verification";

    private static final String ENTRIES = "Entries";

    private ChainRows() {}

    static Planned of(Grounds grounds) {
        ChainBook chain = grounds.books().chain();
        JournalCheckpoint checkpoint = grounds.request().journal();
        boolean same = grounds.survey().root().equals(checkpoint.root());
        List<Row> rows = new ArrayList<>();
        chain.days().forEach(day -> rows.add(row(day)));
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Chain verification: the entries of the journal, day by day, and the root after each day",
                        List.of(
                                "The whole journal up to the checkpoint, whatever the period. Every entry carries the hash of the one before; the root"
                                        + " is that of RFC 6962, section 2.1, over all entries up to the last of the day, computed for this"
                                        + " workbook. Whoever kept a checkpoint of that size compares its root with the one here.",
                                "Checkpoint: " + checkpoint.origin() + ", " + checkpoint.size() + " entries, root "
                                        + checkpoint.root().value() + ", "
                                        + (same
                                                ? "equal to the root over the entries"
                                                : "OTHER THAN the root over the entries, "
                                                        + grounds.survey()
                                                                .root()
                                                                .value())
                                        + "; signed with the key " + checkpoint.keyFingerprint()
                                        + ", which this workbook does not check: " + "run "
                                        + grounds.request().verifyCommand(),
                                "Assurance of its entries: " + checkpoint.assurance() + "."),
                        Optional.empty(),
                        columns(),
                        1,
                        Optional.of(ENTRIES),
                        Rows.of(rows)),
                "all entries up to the checkpoint; one row for each day (UTC) and writer that the journal changes to, in its order;"
                        + " the total is the size that the checkpoint signs",
                chain.changes(),
                checkpoint.size(),
                new Tested(
                        same,
                        "root over " + grounds.survey().entries() + " entries " + (same ? "equal to" : "other than")
                                + " the checkpoint's"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Day (UTC)", 12, "the day on which the entries were written"),
                Column.of("From entry", 10, "index of the first entry of the day"),
                Column.of("To entry", 10, "index of the last entry of the day"),
                Column.of(ENTRIES, 10, "how many entries were read between them, both included"),
                Column.of("First (UTC)", 20, "time of the first entry"),
                Column.of("Last (UTC)", 20, "time of the last entry"),
                Column.of("Gaps", 7, "indices that are missing or repeated"),
                Column.of("Broken links", 8, "entries that do not carry the hash of the one before"),
                Column.of("Verdict", 15, "whether the entries of the day follow each other without a gap"),
                Column.of("Writer", 34, "the name of the journal that wrote them"),
                Column.of(
                        "Root after the last entry",
                        76,
                        "the RFC 6962 root over all entries from 0 to the last of the day"));
    }

    private static Row row(Day day) {
        return Row.of(
                Cell.of(day.date().toString()),
                Cell.of(day.first()),
                Cell.of(day.last()),
                Cell.of(day.entries()),
                new Cell.At(day.from()),
                new Cell.At(day.to()),
                Cell.of(day.gaps()),
                Cell.of(day.brokenLinks()),
                day.gaps() + day.brokenLinks() == 0 ? Cells.good("CONTINUOUS") : Cells.stop("BROKEN"),
                Cell.of(day.writer()),
                Cell.code(day.root().value()));
    }
}
