package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.EngineTerms;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Directory;
import org.portcullis.engine.people.Person;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verifier;

/** The engine and the verifier share no code, and let the same keys in: what the engine refuses, a journal cannot say. */
class KeyJudgesTest {
    private static final List<String> PEOPLE = List.of("p-alice", "p-bob", "p-carol");
    private static final int ROUNDS = 8;
    private static final int STEPS = 80;
    private static final int FORGERIES_OF_ONE_KIND = 6;

    /** What both judge; the others are about the organisation, or about texts that are no statement at all. */
    private static final Set<String> JUDGED_BY_BOTH = Set.of(
            "no-possession",
            "no-confirmation",
            "bad-confirmation",
            "key-id-taken",
            "not-own-key",
            "not-in-force",
            "replaced-already",
            "no-consent",
            "other-overlap");

    @TempDir
    Path directory;

    private final TreeMap<String, Integer> forged = new TreeMap<>();
    private Random random = new Random();

    /** Three people without roles. */
    private static final class Staff implements Directory {
        @Override
        public Optional<Person> find(String personId) {
            return people().stream()
                    .filter(person -> person.id().equals(personId))
                    .findFirst();
        }

        @Override
        public List<Person> people() {
            return PEOPLE.stream()
                    .map(id -> new Person(id, id, new TreeSet<>(), new TreeSet<>()))
                    .toList();
        }
    }

    /** A command and the entry that a forger would write for it. */
    private record Attempt(Command command, KeyEntry entry, List<Signer> brings) {}

    @Test
    void whatOneLetsInTheOtherDoes() throws Exception {
        long seed = 20220502;
        System.out.println("two judges of keys: seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            random = new Random(seed + round);
            play(round);
        }
        assertEquals(JUDGED_BY_BOTH, forged.keySet());
    }

    private void play(int round) throws Exception {
        MemoryJournal memory = new MemoryJournal("example.org/desk");
        EnginePorts ports =
                new EnginePorts(memory, Scene.signer("engine", 99), new BothProviders(), () -> "nonce-000000000000-1");
        OrderEngine engine = OrderEngine.open(memory, new Staff(), ports, EngineTerms.DEFAULT);
        Map<String, List<Signer>> owned = new TreeMap<>();
        List<JournalRecord> accepted = new ArrayList<>();
        Instant at = Scene.NOW;
        for (int step = 0; step < STEPS; step++) {
            at = at.plus(Duration.ofHours(random.nextInt(72)));
            Attempt attempt = attempt(owned, at, step);
            JournalEntry entry = handled(engine, attempt, at);
            if (entry.type().equals("key.refused")) {
                requireForgeryNoticed(entry.body().text("why"), accepted, attempt.entry(), at, round + "-" + step);
            } else {
                accepted.add(new JournalRecord(entry.type(), at, "", "", entry.body()));
                owned.computeIfAbsent(entry.body().text("person"), first -> new ArrayList<>())
                        .addAll(attempt.brings());
            }
        }
        assertEquals(Outcome.VALID, verdict(accepted, "played-" + round));
    }

    private static JournalEntry handled(OrderEngine engine, Attempt attempt, Instant at) throws EngineFailure {
        return engine.handle(attempt.command(), at).entries().get(0);
    }

    private Attempt attempt(Map<String, List<Signer>> owned, Instant at, int step) {
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String second = PEOPLE.get(random.nextInt(PEOPLE.size()));
        Signer fresh = random.nextInt(8) == 0 ? anyOf(owned, person) : Scene.signer("k-" + step, 10 + step);
        int kind = random.nextInt(16);
        if (kind == 0) {
            Signer old = anyOf(owned, person);
            return new Attempt(
                    new Command.RevokeKey(old.keyId(), second, "lost"),
                    new KeyEntry.Revoked(old.keyId(), person, second, "lost"),
                    List.of());
        }
        return kind < 6 ? enrols(person, fresh, second, owned) : rotates(person, fresh, second, owned, at);
    }

    private Attempt enrols(String person, Signer key, String second, Map<String, List<Signer>> owned) {
        JsonObject proof = Enrolment.sign(person, key);
        Enrolment enrolment = Enrolment.read(proof).orElseThrow();
        JsonObject claimed = random.nextInt(12) == 0
                ? JsonObject.builder()
                        .put("payload", proof.text("payload"))
                        .put("payloadType", proof.text("payloadType"))
                        .put("signatures", Enrolment.sign(person, impostor(key)).array("signatures"))
                        .build()
                : proof;
        JsonObject confirmation = confirmation(KeyConfirmation.of(enrolment, second), owned);
        return new Attempt(
                new Command.EnrolKey(claimed, second, confirmation),
                new KeyEntry.Enrolled(
                        key.keyId(), person, enrolment.publicKey(), claimed, second, present(confirmation)),
                List.of(key));
    }

    private Attempt rotates(String person, Signer key, String second, Map<String, List<Signer>> owned, Instant at) {
        String whose = random.nextInt(8) == 0 ? second : person;
        Signer old = anyOf(owned, whose);
        Instant until = at.plus(Duration.ofHours(random.nextInt(24 * 33) - 12));
        Rotation rotation = Rotation.of(person, key, old.keyId(), until);
        JsonObject proof = rotation.sign(random.nextInt(12) == 0 ? impostor(key) : key);
        Rotation other = Rotation.of(person, key, old.keyId(), until.plusSeconds(1));
        JsonObject consent = switch (random.nextInt(12)) {
            case 0 -> other.sign(old);
            case 1 -> rotation.sign(impostor(old));
            default -> rotation.sign(old);
        };
        JsonObject confirmation = confirmation(KeyConfirmation.of(rotation, second), owned);
        return new Attempt(
                new Command.RotateKey(proof, consent, second, confirmation),
                new KeyEntry.Rotated(rotation, proof, consent, second, present(confirmation)),
                List.of(key));
    }

    private JsonObject confirmation(KeyConfirmation confirmation, Map<String, List<Signer>> owned) {
        Signer own = anyOf(owned, confirmation.confirmedBy());
        return switch (random.nextInt(10)) {
            case 0 -> JsonObject.EMPTY;
            case 1 -> confirmation.sign(impostor(own));
            case 2 -> confirmation.sign(anyOf(owned, confirmation.person()));
            default -> confirmation.sign(own);
        };
    }

    /** A key of the person, whatever its state, or one that nobody has. */
    private Signer anyOf(Map<String, List<Signer>> owned, String person) {
        List<Signer> keys = owned.getOrDefault(person, List.of(Scene.signer("k-nobody", 7)));
        return keys.get(random.nextInt(keys.size()));
    }

    private static Signer impostor(Signer key) {
        return Scene.signer(key.keyId(), 8);
    }

    private static Optional<JsonObject> present(JsonObject confirmation) {
        return Optional.of(confirmation).filter(given -> !given.equals(JsonObject.EMPTY));
    }

    private void requireForgeryNoticed(
            String why, List<JournalRecord> accepted, KeyEntry entry, Instant at, String name) throws Exception {
        if (!JUDGED_BY_BOTH.contains(why) || forged.merge(why, 1, Integer::sum) > FORGERIES_OF_ONE_KIND) {
            return;
        }
        List<JournalRecord> records = new ArrayList<>(accepted);
        records.add(entry.at(at, "", ""));
        assertEquals(Outcome.BAD_APPROVAL, verdict(records, "forged-" + name), () -> why + ": " + entry);
    }

    private Outcome verdict(List<JournalRecord> records, String name) throws Exception {
        Path folder = directory.resolve(name);
        try (FileJournal journal = FileJournal.open(folder, Scene.JOURNAL_KEY, Scene.NOW)) {
            journal.append(records);
        }
        assertTrue(records.size() <= STEPS + 1);
        return Verifier.withoutTrustedKey().verify(folder).outcome();
    }
}
