package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Holds the verifier to what witnesses vouch for: cosignatures on the checkpoint and on anchors. */
class AnchorTest {

    private static final NamedWitness OSLO = NamedWitness.of("witness.example/oslo", 21);
    private static final NamedWitness BERN = NamedWitness.of("witness.example/bern", 22);
    private static final NamedWitness STRANGER = NamedWitness.of("witness.example/stranger", 23);

    private static final String JOURNAL = VerifierKey.of(Scene.JOURNAL_KEY).line();
    private static final String POLICY = "# two witnesses, both needed\n\nlog " + JOURNAL + "\nwitness oslo "
            + OSLO.verifierKey() + "\nwitness bern " + BERN.verifierKey() + " https://bern.example/\n"
            + "group both all oslo bern\nquorum both\n";

    @TempDir
    Path directory;

    private Path checkpoint = Path.of("");
    private String note = "";

    @BeforeEach
    void writeAJournal() throws Exception {
        Scene.closedJournal(directory);
        checkpoint = directory.resolve("checkpoint");
        note = Files.readString(checkpoint);
    }

    @Test
    void aCheckpointThatEnoughWitnessesCosignedIsWitnessedSinceTheLastOfThem() throws Exception {
        Files.writeString(checkpoint, note + OSLO.line(note, at(20)) + BERN.line(note, at(10)));
        Verdict verdict = Verifier.withoutTrustedKey().under(POLICY).verify(directory);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertEquals(OptionalLong.of(3), verdict.assurance().witnessed());
        assertEquals(Optional.of(at(20)), verdict.assurance().witnessedAt());
        assertTrue(verdict.trustedKey());
    }

    @Test
    void anAnchorCountsAsTheCheckpointDoes() throws Exception {
        anchor(note, OSLO.line(note, at(1)) + BERN.line(note, at(2)));
        Verdict verdict = Verifier.withoutTrustedKey().under(POLICY).verify(directory);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertTrue(
                verdict.text()
                        .contains("entries assured: signed 3, published 3, witnessed 3 since 2022-05-02T07:56:02Z\n"),
                verdict::text);
    }

    @Test
    void tooFewWitnessesAreUnwitnessed() throws Exception {
        Files.writeString(checkpoint, note + OSLO.line(note, at(20)) + STRANGER.line(note, at(20)));
        Verdict verdict = Verifier.withoutTrustedKey().under(POLICY).verify(directory);
        assertEquals(Outcome.UNWITNESSED, verdict.outcome());
        assertEquals(
                "entry 0, file `checkpoint`: enough witnesses of the policy vouch for 0 of 3 entries",
                verdict.sentence());
    }

    @Test
    void entriesBehindTheWitnessedOnesAreUnwitnessed() throws Exception {
        try (FileJournal journal =
                FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW.plusSeconds(9), Scene.SMALL)) {
            journal.append(List.of(Scene.decision(9)));
        }
        anchor(note, OSLO.line(note, at(1)) + BERN.line(note, at(2)));
        Verdict verdict = Verifier.withoutTrustedKey().under(POLICY).verify(directory);
        assertEquals(Outcome.UNWITNESSED, verdict.outcome());
        assertEquals(OptionalLong.of(3), verdict.entry());
    }

    @Test
    void aPolicyWithoutAQuorumNeedsNoWitness() throws Exception {
        assertEquals(
                Outcome.VALID,
                Verifier.withoutTrustedKey()
                        .under("log " + JOURNAL + "\nquorum none\n")
                        .verify(directory)
                        .outcome());
    }

    @Test
    void aBrokenCosignatureOfATrustedWitnessIsTampered() throws Exception {
        String other = note.replace("\n3\n", "\n2\n");
        Files.writeString(checkpoint, note + OSLO.line(other, at(20)));
        Verdict verdict = Verifier.withoutTrustedKey().under(POLICY).verify(directory);
        assertEquals(Outcome.TAMPERED, verdict.outcome(), verdict::text);
    }

    @Test
    void aStrangersCosignatureIsNotJudged() throws Exception {
        Files.writeString(checkpoint, note + STRANGER.line("anything\n\n", at(20)));
        assertEquals(Outcome.VALID, Verifier.trusting(JOURNAL).verify(directory).outcome());
    }

    @Test
    void anAnchorOfAnotherHistoryIsAFork() throws Exception {
        Path other = Files.createDirectory(directory.resolveSibling(directory.getFileName() + "-other"));
        try (FileJournal journal = FileJournal.open(other, Scene.JOURNAL_KEY, Scene.NOW, Scene.SMALL)) {
            journal.append(List.of(Scene.decision(5), Scene.decision(6)));
        }
        anchor(Files.readString(other.resolve("checkpoint")), "");
        Verdict verdict = Verifier.trusting(JOURNAL).verify(directory);
        assertEquals(Outcome.FORKED, verdict.outcome(), verdict::text);
    }

    @Test
    void aJournalCutBackBehindAnAnchorIsTruncated() throws Exception {
        Path cut = Files.createDirectory(directory.resolveSibling(directory.getFileName() + "-cut"));
        FileJournal.open(cut, Scene.JOURNAL_KEY, Scene.NOW, Scene.SMALL).close();
        Scene.copy(anchor(note, ""), Files.createDirectories(cut.resolve("anchors/0000000000000003")));
        Verdict verdict = Verifier.trusting(JOURNAL).verify(cut);
        assertEquals(Outcome.TRUNCATED, verdict.outcome(), verdict::text);
    }

    @Test
    void anAnchorOfAnotherKeyIsNotTrusted() throws Exception {
        Path other = Files.createDirectory(directory.resolveSibling(directory.getFileName() + "-key"));
        Ed25519Signer key = Scene.signer("example.org/desk", 9);
        try (FileJournal journal = FileJournal.open(other, key, Scene.NOW, Scene.SMALL)) {
            journal.append(List.of(Scene.decision(5), Scene.decision(6)));
        }
        anchor(Files.readString(other.resolve("checkpoint")), "");
        assertEquals(
                Outcome.UNTRUSTED_KEY,
                Verifier.trusting(JOURNAL).verify(directory).outcome());
    }

    @Test
    void aNoteThatIsNotTheAnchorsRootIsTampered() throws Exception {
        Path folder = anchor(note, "");
        Files.writeString(folder.resolve("witnessed"), note.replace("\n3\n", "\n2\n"));
        assertEquals(
                Outcome.TAMPERED, Verifier.trusting(JOURNAL).verify(directory).outcome());
    }

    @Test
    void whatIsNoPartOfAnAnchorIsIllFormed() throws Exception {
        Path folder = anchor(note, "");
        Files.writeString(folder.resolve("notes.txt"), "x");
        assertEquals(
                Outcome.ILL_FORMED, Verifier.trusting(JOURNAL).verify(directory).outcome());
    }

    @Test
    void anAnchorThatWasNotFinishedSaysNothing() throws Exception {
        Files.delete(anchor(note, "").resolve("root"));
        assertEquals(Outcome.VALID, Verifier.trusting(JOURNAL).verify(directory).outcome());
    }

    @Test
    void theWordOfWitnessesGrowsStale() throws Exception {
        Files.writeString(checkpoint, note + OSLO.line(note, at(20)) + BERN.line(note, at(10)));
        Verifier verifier = Verifier.withoutTrustedKey().under(POLICY);
        assertEquals(Outcome.VALID, verifier.notBefore(at(20)).verify(directory).outcome());
        Verdict verdict = verifier.notBefore(at(21)).verify(directory);
        assertEquals(Outcome.STALE, verdict.outcome());
        assertEquals(
                "file `checkpoint`: no witness and no timestamp vouches for it at or after 2022-05-02T07:56:21Z; the newest"
                        + " is of 2022-05-02T07:56:20Z",
                verdict.sentence());
    }

    @Test
    void everyBitAndEveryLengthOfACosignedAnchorCounts() throws Exception {
        Path folder = anchor(note, OSLO.line(note, at(1)));
        String policy = "log " + JOURNAL + "\nwitness oslo " + OSLO.verifierKey() + "\nquorum oslo\n";
        Verifier verifier = Verifier.withoutTrustedKey().under(policy);
        assertEquals(Outcome.VALID, verifier.verify(directory).outcome());
        for (String name : List.of("root", "witnessed")) {
            Path file = folder.resolve(name);
            byte[] original = Files.readAllBytes(file);
            for (int bit = 0; bit < original.length * 8; bit++) {
                byte[] changed = original.clone();
                changed[bit / 8] ^= (byte) (1 << (bit % 8));
                Files.write(file, changed);
                assertFalse(verifier.verify(directory).isValid(), name + " bit " + bit);
            }
            for (int cut = 0; cut < original.length; cut++) {
                Files.write(file, Arrays.copyOf(original, cut));
                assertFalse(verifier.verify(directory).isValid(), name + " cut at " + cut);
            }
            Files.write(file, original);
        }
    }

    private static Instant at(long seconds) {
        return Scene.NOW.plusSeconds(seconds);
    }

    private Path anchor(String root, String cosignatures) throws IOException {
        Path folder = Files.createDirectories(directory.resolve("anchors/0000000000000003"));
        Files.writeString(folder.resolve("root"), root);
        if (!cosignatures.isEmpty()) {
            Files.writeString(folder.resolve("witnessed"), root + cosignatures);
        }
        return folder;
    }
}
