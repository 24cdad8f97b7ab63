package org.portcullis.engine.attestation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.KeyRing;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.model.json.Digest;

/**
 * Follows attestations and the keys that sign them through a journal: it sees each entry in its order, then it is asked. It judges again what verifiers judge, so that
 * nobody reads a forged act as a good one. Mutable; one thread.
 */
public final class AttestationHistory implements KeyRing {

    /** What the journal's holder writes about evidence, and what therefore leaves the evidence as it was. */
    private static final List<String> ABOUT_EVIDENCE = List.of("attestation.", "export.");

    private final SignatureCheck check;
    private final Map<String, EnrolledKey> keys = new LinkedHashMap<>();
    private final Map<Digest, Attestation> attestations = new LinkedHashMap<>();

    /** Begins before the first entry. */
    public AttestationHistory(SignatureCheck check) {
        this.check = check;
    }

    /** Sees the next entry. */
    public void see(JournalEntry entry) {
        if (entry.type().startsWith("key.")) {
            if (EntryBody.read(entry).orElse(null) instanceof KeyEntry body) {
                body.matchKey(new Folding());
            }
        } else if (entry.type().startsWith("attestation.")) {
            AttestationEntry.in(entry).ifPresent(read -> add(entry, read));
        }
    }

    /** Every statement that was drafted, in the order of the drafts. */
    public List<Attestation> attestations() {
        return List.copyOf(attestations.values());
    }

    /** The statement that was acted on last. */
    public Optional<Attestation> latest() {
        return attestations.values().stream()
                .reduce((first, second) -> lastEntry(first) > lastEntry(second) ? first : second);
    }

    /** The attestation of the statement with this digest. */
    public Optional<Attestation> find(Digest statement) {
        return Optional.ofNullable(attestations.get(statement));
    }

    @Override
    public Optional<EnrolledKey> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId));
    }

    /**
     * Is what a journal has of a period beyond what was attested.
     *
     * @param entries how many entries
     * @param first the index of the first
     * @param type the type of the first
     */
    public record Later(long entries, long first, String type) {

        /** Says it in words. */
        public String words() {
            return (entries == 1 ? "1 entry" : entries + " entries")
                    + " of the period came after the checkpoint, first " + first + ", `" + type + "`";
        }
    }

    /**
     * Looks for entries of the statement's period behind its checkpoint, other than those that say something about evidence.
     *
     * @param size how many entries of the journal are looked at
     */
    public static Optional<Later> later(EntrySource journal, long size, AttestationStatement statement)
            throws JournalFailure {
        List<Later> found = new ArrayList<>(1);
        journal.forEach(entry -> {
            boolean counts = entry.index() >= statement.size()
                    && entry.index() < size
                    && statement.covers(entry.at())
                    && ABOUT_EVIDENCE.stream().noneMatch(entry.type()::startsWith);
            if (counts) {
                Later before = found.isEmpty() ? new Later(0, entry.index(), entry.type()) : found.remove(0);
                found.add(new Later(before.entries() + 1, before.first(), before.type()));
            }
        });
        return found.stream().findFirst();
    }

    private static long lastEntry(Attestation attestation) {
        return attestation.steps().stream()
                .mapToLong(Attestation.Step::entry)
                .max()
                .orElse(-1);
    }

    private void add(JournalEntry entry, AttestationEntry read) {
        AttestationAct act = read.act();
        Optional<Attestation> known = find(act.statement());
        if (known.isEmpty()) {
            // An act without a statement before it has nothing to stand on; verifiers refuse the journal.
            read.statement()
                    .flatMap(AttestationHistory::statement)
                    .filter(statement -> act.role() == AttestationRole.DRAFTS
                            && statement.digest().equals(act.statement()))
                    .ifPresent(statement -> put(entry, read, new Attestation(statement, List.of())));
        } else {
            put(entry, read, known.get());
        }
    }

    private void put(JournalEntry entry, AttestationEntry read, Attestation before) {
        AttestationAct act = read.act();
        String fault = before.statement().workbook().equals(act.workbook())
                ? before.refusal(act.role(), act.person())
                        .or(() -> signatureFault(read, entry.at()))
                        .orElse("")
                : "it names another workbook than the statement";
        List<Attestation.Step> steps = new ArrayList<>(before.steps());
        steps.add(new Attestation.Step(act, entry.index(), entry.at(), fault));
        attestations.put(act.statement(), new Attestation(before.statement(), steps));
    }

    private Optional<String> signatureFault(AttestationEntry read, Instant at) {
        AttestationAct act = read.act();
        Optional<EnrolledKey> key = find(act.keyId());
        Optional<String> unfit = keyFault(key, act.keyId(), act.person(), at);
        if (unfit.isPresent()) {
            return unfit;
        }
        return act.isSignedBy(read.envelope(), key.orElseThrow().bytes(), check)
                ? Optional.empty()
                : Optional.of("the signature by `" + act.keyId() + "` does not hold");
    }

    /** Says why a key may not sign for a person at an instant; empty where it may. */
    public Optional<String> keyFault(String keyId, String person, Instant at) {
        return keyFault(find(keyId), keyId, person, at);
    }

    private static Optional<String> keyFault(Optional<EnrolledKey> found, String keyId, String person, Instant at) {
        if (found.isEmpty()) {
            return Optional.of("the key `" + keyId + "` is not enrolled in the journal");
        }
        EnrolledKey key = found.get();
        if (!key.person().equals(person)) {
            return Optional.of("the key `" + keyId + "` is not enrolled for `" + person + "`");
        }
        if (key.revoked()) {
            return Optional.of("the key `" + keyId + "` was revoked");
        }
        return key.isInForce(at)
                ? Optional.empty()
                : Optional.of("the key `" + keyId + "` was replaced and is retired");
    }

    private static Optional<AttestationStatement> statement(String text) {
        try {
            return Optional.of(AttestationStatement.read(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Folds entries about keys. */
    private final class Folding implements KeyEntry.KeyCases<Boolean> {

        @Override
        public Boolean enrolled(KeyEntry.Enrolled entry) {
            return keys.put(entry.keyId(), EnrolledKey.of(entry.keyId(), entry.person(), entry.publicKey())) == null;
        }

        @Override
        public Boolean rotated(KeyEntry.Rotated entry) {
            var rotation = entry.rotation();
            keys.computeIfPresent(rotation.replaces(), (id, old) -> old.replaced(rotation.overlapUntil()));
            return keys.put(rotation.keyId(), EnrolledKey.of(rotation.keyId(), rotation.person(), rotation.publicKey()))
                    == null;
        }

        @Override
        public Boolean revoked(KeyEntry.Revoked entry) {
            return keys.computeIfPresent(entry.keyId(), (id, key) -> key.revoke()) != null;
        }

        @Override
        public Boolean refused(KeyEntry.Refused entry) {
            return false;
        }
    }
}
