package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;

/** Names the keys, times and records that the tests share. */
final class Scene {

    static final Instant NOW = Instant.parse("2022-05-02T07:56:00Z");

    static final Ed25519Signer JOURNAL_KEY = signer("example.org/desk", 1);
    static final Ed25519Signer ALICE_KEY = signer("k-alice", 2);
    static final Ed25519Signer BOB_KEY = signer("k-bob", 4);
    static final Ed25519Signer MALLORY_KEY = signer("k-mallory", 3);

    static final Ed25519Signer TOKEN_KEY = signer("example.org/release-tokens", 5);

    static final JournalLimits SMALL = new JournalLimits(JournalLimits.MIN_SEGMENT_BYTES, 4, 8, Duration.ofHours(1));

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

    /** A closed journal with the first entry and two decisions, in two batches. */
    static Path closedJournal(Path directory) throws JournalFailure {
        try (FileJournal journal = FileJournal.open(directory, JOURNAL_KEY, NOW, SMALL)) {
            journal.append(List.of(decision(2), decision(3)));
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
}
