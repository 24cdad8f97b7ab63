package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Has the verifier judge what the writer of series wrote: keys are enrolled in May, two people vote in June and July. */
class SeriesVerifierTest {

    private static final String NAME = "example.org/desk";
    private static final Instant JUNE = Instant.parse("2022-06-01T00:00:00Z");
    static final Instant JULY = Instant.parse("2022-07-15T12:00:00Z");
    static final Instant AUGUST = Instant.parse("2022-08-01T00:00:00Z");

    @TempDir
    Path folder;

    @BeforeEach
    void writeThreeMonths() throws Exception {
        write(folder);
    }

    /** Writes the series. */
    static void write(Path folder) throws JournalFailure {
        try (JournalSeries series = JournalSeries.open(place(folder), Scene.NOW, Scene.SMALL, OpeningCheck.NOBODY)) {
            series.append(List.of(
                    Approval.founded("k-alice", Approval.ALICE, Scene.ALICE_KEY),
                    Approval.enrolled("k-bob", Approval.BOB, Scene.BOB_KEY),
                    Approval.decided(),
                    lasting(Approval.begun()),
                    Approval.quorum()));
            series.append(Approval.at(JUNE, vote(Approval.ALICE, Scene.ALICE_KEY)));
            series.append(List.of(
                    Approval.at(JULY, vote(Approval.BOB, Scene.BOB_KEY)),
                    Approval.at(JULY, Approval.released(Approval.ALICE, Approval.BOB)),
                    Approval.at(JULY, Approval.signedAgain(lasting(Approval.issued()))),
                    Approval.at(JULY, Approval.burned())));
        }
    }

    @Test
    void aSeriesIsValidUnderTheKeyOfEachOfItsShards() throws Exception {
        for (String month : List.of("2022-05", "2022-06", "2022-07")) {
            Verdict verdict = verify(month);
            assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
            assertEquals(15, verdict.counts().entries());
            assertEquals(2, verdict.counts().votes());
        }
    }

    @Test
    void aSeriesThatWasOpenedAgainIsValid() throws Exception {
        open(JULY.plusSeconds(9)).close();
        assertOutcome(Outcome.VALID);
    }

    @Test
    void aMonthThatAMachineDidNotBeginInTimeBeginsWhenTheOneBeforeEnded() throws Exception {
        int steps = 0;
        boolean stopped = true;
        while (stopped) {
            Path series = folder.resolve("stop" + steps);
            FailingDisk disk = new FailingDisk(steps);
            try (JournalSeries broken =
                    JournalSeries.on(place(series), Scene.NOW, Scene.SMALL, OpeningCheck.NOBODY, disk)) {
                broken.append(Approval.at(JUNE, Scene.decision(0)));
            } catch (JournalFailure failure) {
                assertTrue(disk.hasStopped(), failure::toString);
            }
            stopped = disk.hasStopped();
            try (JournalSeries again = JournalSeries.open(place(series), AUGUST, Scene.SMALL, OpeningCheck.NOBODY)) {
                again.append(Approval.at(AUGUST.plusSeconds(1), Scene.decision(0)));
            }
            Verdict verdict = Verifier.withoutTrustedKey().verify(series);
            assertEquals(Outcome.VALID, verdict.outcome(), "after " + steps + " steps: " + verdict.text());
            steps++;
        }
        assertTrue(steps > 30, "only " + steps + " steps");
    }

    @Test
    void aMissingShardIsTruncated() throws Exception {
        for (String month : List.of("2022-05", "2022-06", "2022-07")) {
            Path away = Files.move(folder.resolve(month), folder.resolve("away"));
            assertOutcome(Outcome.TRUNCATED);
            Files.move(away, folder.resolve(month));
        }
        assertOutcome(Outcome.VALID);
    }

    @Test
    void shardsInEachOthersPlaceAreTampered() throws Exception {
        swap("2022-05", "2022-06");
        assertOutcome(Outcome.TAMPERED);
        swap("2022-05", "2022-06");
        swap("2022-06", "2022-07");
        assertOutcome(Outcome.TAMPERED);
    }

    @Test
    void aShardThatGoesOnFromAnotherCheckpointIsAFork() throws Exception {
        JournalDirectory may = JournalDirectory.at(folder.resolve("2022-05"));
        byte[] first = may.entries().get(0).leafHash().hash();
        MerkleFrontier tree = new MerkleFrontier();
        tree.append(first);
        Ed25519Signer key = signer(NAME + "/2022-05");
        String other = new Checkpoint(key.keyId(), 1, tree.root()).signedBy(key);
        List<JournalRecord> june = records("2022-06");
        JsonObject previous =
                JsonObject.of("checkpoint", other, "key", VerifierKey.of(key).line());
        june.set(0, Approval.with(june.get(0), "previous", previous));
        rewrite("2022-06", june);
        assertOutcome(Outcome.FORKED);
    }

    @Test
    void anEntryBehindTheEndOfAShardIsTampered() throws Exception {
        List<JournalRecord> may = records("2022-05");
        may.add(Approval.at(JUNE, Scene.decision(0)));
        rewrite("2022-05", may);
        assertOutcome(Outcome.TAMPERED);
    }

    @Test
    void aShardThatBeginsInAnotherMonthIsTampered() throws Exception {
        List<JournalRecord> june = records("2022-06");
        june.replaceAll(record -> Approval.at(JULY, record));
        rewrite("2022-06", june);
        assertOutcome(Outcome.TAMPERED);
    }

    private JournalSeries open(Instant at) throws Exception {
        return open(folder, at);
    }

    /** Opens the series again. */
    static JournalSeries open(Path series, Instant at) throws JournalFailure {
        return JournalSeries.open(place(series), at, Scene.SMALL, OpeningCheck.NOBODY);
    }

    private static JournalSeries.Place place(Path series) {
        return new JournalSeries.Place(series, NAME, SeriesVerifierTest::signer);
    }

    private static Ed25519Signer signer(String origin) {
        return Scene.signer(origin, 30 + origin.charAt(origin.length() - 1) - '0');
    }

    private static JournalRecord vote(String person, Ed25519Signer key) {
        JsonObject statement =
                replaced(Approval.statement(person, "approve"), "notAfter", Json.text(AUGUST.toString()));
        return Approval.vote(statement, key);
    }

    private static JournalRecord lasting(JournalRecord record) {
        return Approval.with(record, "notAfter", Json.text(AUGUST.toString()));
    }

    private static JsonObject replaced(JsonObject object, String member, Json value) {
        return Approval.with(Approval.record("any", object), member, value).body();
    }

    private List<JournalRecord> records(String month) throws Exception {
        List<JournalRecord> records = new ArrayList<>();
        for (JournalEntry entry : JournalDirectory.at(folder.resolve(month)).entries()) {
            records.add(new JournalRecord(
                    entry.type(), entry.at(), entry.correlation(), entry.packFingerprint(), entry.body()));
        }
        return records;
    }

    /** Writes a shard anew, as the holder of its key can. */
    private void rewrite(String month, List<JournalRecord> records) throws Exception {
        Ed25519Signer key = signer(NAME + "/" + month);
        Files.move(folder.resolve(month), folder.resolve("before-" + month));
        ForgedJournal.write(folder.resolve(month), ForgedJournal.chain(records, key), key);
    }

    private void swap(String one, String other) throws Exception {
        Path between = Files.move(folder.resolve(one), folder.resolve("between"));
        Files.move(folder.resolve(other), folder.resolve(one));
        Files.move(between, folder.resolve(other));
    }

    private void assertOutcome(Outcome expected) throws Exception {
        Verdict verdict = Verifier.withoutTrustedKey().verify(folder);
        assertEquals(expected, verdict.outcome(), verdict::text);
    }

    private Verdict verify(String month) throws Exception {
        String key = VerifierKey.of(signer(NAME + "/" + month)).line();
        return Verifier.trusting(key).verify(folder);
    }
}
