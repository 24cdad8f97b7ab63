package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Takes shards of a series apart and puts others in their place: an approval that begins in April's shard is released in May's. */
class SeriesForgeryTest {

    private static final Ed25519Signer APRIL = Scene.signer("example.org/desk/2022-04", 31);
    private static final Ed25519Signer MAY = Scene.signer("example.org/desk/2022-05", 32);
    private static final int IN_APRIL = 6;

    @TempDir
    Path directory;

    private Path april = Path.of("");
    private Path may = Path.of("");

    @BeforeEach
    void writeTwoShards() throws Exception {
        april = directory.resolve("2022-04");
        may = directory.resolve("2022-05");
        writeApril(Approval.whole().subList(0, IN_APRIL));
        writeMay(Files.readString(april.resolve("checkpoint")));
    }

    @Test
    void aWholeSeriesIsValid() throws Exception {
        Verdict verdict = verify(APRIL);
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertEquals(2, verdict.counts().votes());
        assertEquals(Outcome.VALID, verify(MAY).outcome());
    }

    @Test
    void aMissingLastShardIsTruncated() throws Exception {
        delete(may);
        assertEquals(Outcome.TRUNCATED, verify(APRIL).outcome());
    }

    @Test
    void aMissingFirstShardIsTruncated() throws Exception {
        delete(april);
        assertEquals(Outcome.TRUNCATED, verify(MAY).outcome());
    }

    @Test
    void aShardAloneIsTruncated() throws Exception {
        assertEquals(Outcome.TRUNCATED, Verifier.withoutTrustedKey().verify(may).outcome());
        assertEquals(
                Outcome.TRUNCATED, Verifier.withoutTrustedKey().verify(april).outcome());
    }

    @Test
    void aRewrittenShardIsAFork() throws Exception {
        List<JournalRecord> others = new ArrayList<>(Approval.whole().subList(0, IN_APRIL));
        others.add(Scene.decision(0));
        delete(april);
        writeApril(others);
        Verdict verdict = verify(MAY);
        assertEquals(Outcome.FORKED, verdict.outcome(), verdict::text);
    }

    @Test
    void aStrangersKeyIsNotTrusted() throws Exception {
        assertEquals(Outcome.UNTRUSTED_KEY, verify(Scene.JOURNAL_KEY).outcome());
    }

    @Test
    void anEarlierCheckpointOfAMissingShardIsTruncated() throws Exception {
        String kept = Files.readString(may.resolve("checkpoint"));
        delete(may);
        Verdict verdict = Verifier.withoutTrustedKey().extending(kept).verify(directory);
        assertEquals(Outcome.TRUNCATED, verdict.outcome());
    }

    private void writeApril(List<JournalRecord> records) throws Exception {
        List<JournalRecord> all = new ArrayList<>(records);
        all.add(0, opened(APRIL, JsonObject.EMPTY));
        all.add(Approval.record(
                "journal.continued", JsonObject.of("key", VerifierKey.of(MAY).line())));
        ForgedJournal.write(april, ForgedJournal.chain(all, APRIL), APRIL);
    }

    private void writeMay(String checkpoint) throws Exception {
        List<JournalRecord> all = new ArrayList<>(
                Approval.whole().subList(IN_APRIL, Approval.whole().size()));
        JsonObject previous = JsonObject.builder()
                .put("checkpoint", checkpoint)
                .put("key", VerifierKey.of(APRIL).line())
                .build();
        all.add(0, opened(MAY, JsonObject.builder().put("previous", previous).build()));
        ForgedJournal.write(may, ForgedJournal.chain(all, MAY), MAY);
    }

    private static JournalRecord opened(Ed25519Signer key, JsonObject more) {
        JsonObject.Builder body = more.toBuilder();
        body.put("format", FileJournal.FORMAT).put("key", VerifierKey.of(key).line());
        return new JournalRecord(FileJournal.OPENED, Scene.NOW, "", "", body.build());
    }

    private Verdict verify(Ed25519Signer key) throws IOException {
        return Verifier.trusting(VerifierKey.of(key).line()).verify(directory);
    }

    private static void delete(Path shard) throws IOException {
        for (Path file : Scene.files(shard)) {
            Files.delete(file);
        }
        Files.move(shard, shard.resolveSibling("deleted-" + shard.getFileName()));
    }
}
