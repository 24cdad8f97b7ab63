package org.portcullis.report.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.report.Evidence;
import org.portcullis.report.SampleRequest;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** A journal of a few entries, written down one by one, so that what a sheet must say of them can be written down too. */
final class HandMade {
    static final Instant NINE = Instant.parse("2022-05-02T09:00:00Z");

    private final MemoryJournal journal = new MemoryJournal("example.org/hand-made");
    private String pack = "";

    /** Lets further entries be written under a pack. */
    HandMade under(String fingerprint) {
        pack = fingerprint;
        return this;
    }

    /** Adds an entry so many seconds after nine. */
    HandMade at(long second, EntryBody body) {
        try {
            journal.append(List.of(body.at(NINE.plusSeconds(second), "", pack)));
        } catch (JournalFailure impossible) {
            throw new IllegalStateException(impossible);
        }
        return this;
    }

    /** Adds an entry of a type that is not the engine's. */
    HandMade at(long second, JournalRecord record) {
        try {
            journal.append(List.of(new JournalRecord(record.type(), NINE.plusSeconds(second), "", "", record.body())));
        } catch (JournalFailure impossible) {
            throw new IllegalStateException(impossible);
        }
        return this;
    }

    /** The root over so many entries from the first. */
    String root(int size) {
        return SampleEvidence.root(journal.entries().subList(0, size)).value();
    }

    /** The evidence of the whole day. */
    Evidence evidence() {
        return evidence(Instant.parse("2022-05-02T00:00:00Z"), Instant.parse("2022-05-03T00:00:00Z"));
    }

    /** The evidence of the seconds after nine from the first to before the last. */
    Evidence between(long from, long to) {
        return evidence(NINE.plusSeconds(from), NINE.plusSeconds(to));
    }

    private Evidence evidence(Instant from, Instant to) {
        return SampleEvidence.of(
                journal, SampleRequest.of(journal.entries(), SampleEvidence.root(journal.entries()), from, to));
    }

    /** The rows of a sheet over the columns that matter, cells between bars, without the year. */
    static List<String> rows(Evidence evidence, String sheet, String... headings) {
        TableSheet table = (TableSheet) SampleEvidence.sheet(evidence, sheet);
        List<String> all =
                table.columns().stream().map(column -> column.heading()).toList();
        List<String> rows = new ArrayList<>();
        for (Row row : SampleEvidence.rows(table)) {
            List<String> cells = new ArrayList<>();
            for (String heading : List.of(headings)) {
                int place = all.indexOf(heading);
                if (place < 0) {
                    throw new IllegalArgumentException("`" + heading + "` is none of " + all);
                }
                cells.add(
                        row.cells().get(place).text().replace("2022-05-02T", "").replace("\n", " / "));
            }
            rows.add(String.join(" | ", cells));
        }
        return rows;
    }

    /** What provenance says of a sheet: source count, sheet rows, both totals, completeness, accuracy. */
    static String provenance(Evidence evidence, String sheet) {
        int place = SampleEvidence.column(evidence, "Provenance", "Sheet").indexOf(sheet);
        List<String> cells = new ArrayList<>();
        for (String heading : List.of(
                "Source count",
                "Sheet rows, computed",
                "Total in the journal",
                "Total, exact",
                "Complete",
                "Accurate")) {
            cells.add(SampleEvidence.column(evidence, "Provenance", heading).get(place));
        }
        return String.join(" | ", cells);
    }
}
