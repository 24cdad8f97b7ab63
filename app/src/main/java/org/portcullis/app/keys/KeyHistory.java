package org.portcullis.app.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.EntryNumber;
import org.portcullis.journal.JournalFolder;

/** Folds the entries about keys; mutable, for one thread. */
public final class KeyHistory {
    private final TreeMap<String, KeyLife> keys = new TreeMap<>();
    private final JournalFolder journal;
    private Optional<Instant> latest = Optional.empty();

    private KeyHistory(JournalFolder journal) {
        this.journal = journal;
    }

    /** Reads the entries that the condition takes; whoever relies on them verifies the journal first. */
    public static KeyHistory of(JournalFolder entries, Predicate<JournalEntry> condition) throws JournalFailure {
        KeyHistory history = new KeyHistory(entries);
        entries.forEach(entry -> {
            if (condition.test(entry)) {
                history.add(entry);
            }
        });
        return history;
    }

    /** The keys in the order of their names. */
    public List<KeyLife> keys() {
        return List.copyOf(keys.values());
    }

    /** The time of the last entry that was read. */
    public Optional<Instant> latest() {
        return latest;
    }

    private void add(JournalEntry entry) {
        latest = Optional.of(entry.at());
        if (entry.type().startsWith("key.") && EntryBody.read(entry).orElse(null) instanceof KeyEntry body) {
            body.matchKey(new Folding(journal.number(entry)));
        }
    }

    /** Folds one entry. */
    private final class Folding implements KeyEntry.KeyCases<Boolean> {
        private final EntryNumber index;

        Folding(EntryNumber index) {
            this.index = index;
        }

        @Override
        public Boolean enrolled(KeyEntry.Enrolled entry) {
            EnrolledKey key = EnrolledKey.of(entry.keyId(), entry.person(), entry.publicKey());
            return put(new KeyLife(
                    key,
                    index,
                    entry.confirmation().isEmpty(),
                    entry.confirmedBy(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public Boolean rotated(KeyEntry.Rotated entry) {
            Rotation rotation = entry.rotation();
            keys.computeIfPresent(
                    rotation.replaces(),
                    (id, old) -> old.replaced(new KeyLife.Replaced(index, rotation.keyId()), rotation.overlapUntil()));
            return put(new KeyLife(
                    EnrolledKey.of(rotation.keyId(), rotation.person(), rotation.publicKey()),
                    index,
                    entry.confirmation().isEmpty(),
                    entry.confirmedBy(),
                    Optional.of(rotation.replaces()),
                    Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public Boolean revoked(KeyEntry.Revoked entry) {
            return keys.computeIfPresent(
                            entry.keyId(),
                            (id, key) -> key.revoked(new KeyLife.Revoked(index, entry.revokedBy(), entry.reason())))
                    != null;
        }

        @Override
        public Boolean refused(KeyEntry.Refused entry) {
            return false;
        }

        private boolean put(KeyLife life) {
            return keys.put(life.key().keyId(), life) == null;
        }
    }
}
