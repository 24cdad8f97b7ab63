package org.portcullis.journal.export;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonMismatch;

/**
 * Is the entry by which the journal remembers an export: whoever holds the file can find it there, and the next export extends this one.
 *
 * <p>The journal's holder writes it, not the engine, which reads over it when it restores its state.
 *
 * @param summary what the export has
 * @param by who made it
 * @param reason for what
 */
public record ExportCreated(ExportSummary summary, String by, String reason) {

    /** The type of the entry. */
    public static final String TYPE = "export.created";

    /** Gives the record that the journal appends. */
    public JournalRecord at(Instant at) {
        return new JournalRecord(
                TYPE,
                at,
                "",
                "",
                summary.counted()
                        .put("by", by)
                        .put("checkpoint", summary.checkpoint())
                        .put("reason", reason)
                        .build());
    }

    /** Gives the export that an entry speaks of, or nothing for other entries and for those that cannot be read. */
    static Optional<PreviousExport> in(JournalEntry entry) {
        if (!entry.type().equals(TYPE)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PreviousExport(
                    entry.body().text("checkpoint"), entry.body().text("digest")));
        } catch (JsonMismatch another) {
            return Optional.empty();
        }
    }
}
