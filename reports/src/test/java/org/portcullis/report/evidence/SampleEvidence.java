package org.portcullis.report.evidence;

import java.util.List;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.FrozenJournal;
import org.portcullis.report.JdkKey;
import org.portcullis.report.SampleCatalogue;
import org.portcullis.report.SampleRequest;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/** The evidence of the frozen morning, whole or spoilt. */
public final class SampleEvidence {
    private SampleEvidence() {}

    public static Evidence morning() {
        FrozenJournal journal = FrozenJournal.morning();
        return of(journal, SampleRequest.of(journal.entries(), root(journal.entries())));
    }

    /** The evidence of a journal that is not what was signed. */
    static Evidence spoilt(EntrySource spoilt) {
        FrozenJournal whole = FrozenJournal.morning();
        return of(spoilt, SampleRequest.of(whole.entries(), root(whole.entries())));
    }

    /** The evidence of the morning with an entry lost. */
    public static Evidence withoutAnEntry() {
        return spoilt(FrozenJournal.morning().without(1));
    }

    static Evidence of(EntrySource source, EvidenceRequest request) {
        try {
            return EvidenceSheets.of(source, SampleCatalogue.few(), request, JdkKey.CHECK);
        } catch (JournalFailure unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    public static Digest root(List<JournalEntry> entries) {
        MerkleRoot root = new MerkleRoot();
        entries.forEach(entry -> root.add(entry.leafHash()));
        return root.value();
    }

    public static Sheet sheet(Evidence evidence, String name) {
        return evidence.sheets().stream()
                .filter(sheet -> sheet.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The texts of a column of a table. */
    static List<String> column(Evidence evidence, String name, String heading) {
        TableSheet table = (TableSheet) sheet(evidence, name);
        int place = table.columns().stream()
                .map(column -> column.heading())
                .toList()
                .indexOf(heading);
        return rows(table).stream().map(row -> row.cells().get(place).text()).toList();
    }

    public static List<Row> rows(TableSheet table) {
        List<Row> rows = new java.util.ArrayList<>();
        try {
            table.rows().forEach(rows::add);
        } catch (JournalFailure unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return rows;
    }
}
