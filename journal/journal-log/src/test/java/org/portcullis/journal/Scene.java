package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;

/** Names the keys, times and records that the tests share. */
final class Scene {

    static final Instant NOW = Instant.parse("2022-05-02T07:56:00Z");

    static final Ed25519Signer JOURNAL_KEY = signer("example.org/desk", 1);
    static final Ed25519Signer ALICE_KEY = signer("k-alice", 2);
    static final Ed25519Signer MALLORY_KEY = signer("k-mallory", 3);

    static final JournalSizes SMALL = new JournalSizes(JournalSizes.MIN_SEGMENT_BYTES, 4, 8);

    private Scene() {}

    static Ed25519Signer signer(String keyId, int seed) {
        byte[] bytes = new byte[Ed25519Signer.SEED_BYTES];
        bytes[0] = (byte) seed;
        return Ed25519Signer.ofSeed(keyId, bytes);
    }

    static JournalRecord decision(int number) {
        return new JournalRecord(
                "decision.blocked",
                NOW.plusSeconds(number),
                "W-" + number,
                "",
                JsonObject.of("stoppedUsd", "248000000000.00", "reason", "HARD-LIMIT"));
    }

    static JournalRecord enrolment() {
        JsonObject body =
                JsonObject.of("keyId", "k-alice", "person", "p-alice", "publicKey", base64(ALICE_KEY.publicKey()));
        return new JournalRecord("key.enrolled", NOW, "", "", body);
    }

    static JournalRecord vote(String type, Ed25519Signer key, int number) {
        JsonObject statement = JsonObject.of("approver", "p-alice", "nonce", "n-" + number);
        JsonObject envelope = Dsse.sign("application/vnd.portcullis.vote+json", statement, key);
        return new JournalRecord(type, NOW.plusSeconds(number), "W-" + number, "", JsonObject.of("envelope", envelope));
    }

    /** A closed journal with the first entry, an enrolment, a vote and a decision, in two batches. */
    static Path closedJournal(Path directory) throws JournalFailure {
        try (FileJournal journal = FileJournal.open(directory, JOURNAL_KEY, NOW, SMALL)) {
            journal.append(List.of(enrolment(), vote("approval.vote.accepted", ALICE_KEY, 2), decision(3)));
        }
        return directory;
    }

    /** A copy of a journal directory as a machine that lost power leaves it. */
    static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
