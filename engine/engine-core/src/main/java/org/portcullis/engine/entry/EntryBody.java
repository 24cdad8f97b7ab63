package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;

/**
 * What one journal entry of the engine says.
 *
 * <p>{@link #toJson} and {@link #read} are inverse to each other. The families are closed; an entry type that is not among them belongs to another writer,
 * for example an export, and reads as empty.
 */
public sealed interface EntryBody
        permits KeyEntry,
                PersonEntry,
                PolicyEntry,
                SubmissionEntry,
                DecisionEntry,
                WarningEntry,
                HoldEntry,
                TokenEntry,
                WorkEntry,
                SwitchEntry,
                AlertEntry {

    /** The entry type, for example `hold.released`. */
    String type();

    /** The body as the journal carries it. */
    JsonObject toJson();

    /** The bodies that this one stands for, in the order in which they would be entries: itself alone, or last where it contains others. */
    default List<EntryBody> unfolded() {
        return List.of(this);
    }

    /** Dispatches on the family. */
    <R> R match(Cases<R> cases);

    /** Handles each family of entries. */
    interface Cases<R> {
        R key(KeyEntry entry);

        R person(PersonEntry entry);

        R policy(PolicyEntry entry);

        R submission(SubmissionEntry entry);

        R decision(DecisionEntry entry);

        R warning(WarningEntry entry);

        R hold(HoldEntry entry);

        R token(TokenEntry entry);

        R work(WorkEntry entry);

        R killSwitch(SwitchEntry entry);

        R alert(AlertEntry entry);
    }

    /** The record that the journal appends. */
    default JournalRecord at(Instant at, String correlation, String packFingerprint) {
        return new JournalRecord(type(), at, correlation, packFingerprint, toJson());
    }

    /** Reads the body of an entry; empty for types that are not the engine's. Throws what {@link #read(String, JsonObject)} throws. */
    static Optional<EntryBody> read(JournalEntry entry) {
        return read(entry.type(), entry.body());
    }

    /**
     * Reads a body of the type.
     *
     * @throws org.portcullis.model.json.JsonMismatch when a member is missing or of another kind
     * @throws IllegalArgumentException when a member is not what it must be
     * @throws java.time.DateTimeException when an instant is unreadable
     */
    static Optional<EntryBody> read(String type, JsonObject body) {
        return Optional.ofNullable(EntryReaders.BY_TYPE.get(type)).map(reader -> reader.apply(body));
    }
}
