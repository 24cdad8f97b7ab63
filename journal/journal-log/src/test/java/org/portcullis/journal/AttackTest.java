package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.journal.ForgedJournal.assertRejected;
import static org.portcullis.journal.ForgedJournal.chain;
import static org.portcullis.journal.ForgedJournal.opened;
import static org.portcullis.journal.ForgedJournal.replaced;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.Signer;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/**
 * Attacks a journal as a whole, one attack a test, with every checksum, hash and signature of the journal's key in order
 * where the attacker has that key; the stand-alone verifier is the judge.
 */
class AttackTest {

    private static final String KEY = VerifierKey.of(Scene.JOURNAL_KEY).line();
    private static final int BOB_VOTES = 7;
    private static final int ALICE_VOTES = 5;

    @TempDir
    Path directory;

    @Test
    void aRelabelledSequenceNumber() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        entries.set(1, replaced(entries.get(1), "\"seq\":1", "\"seq\":7"));
        assertRejected(Outcome.TAMPERED, 1, verify(entries));
    }

    @Test
    void aTailThatTheKeyHolderDroppedAndSignedAgain() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1), Scene.decision(2));
        Path whole = ForgedJournal.write(directory.resolve("whole"), entries);
        Path cut = ForgedJournal.write(directory.resolve("cut"), entries.subList(0, 2));

        assertEquals(Outcome.VALID, Verifier.trusting(KEY).verify(cut).outcome());
        assertRejected(Outcome.TRUNCATED, 2, knowing(whole).verify(cut));
    }

    @Test
    void aTailThatTheKeyHolderDroppedAndAWitnessHasSeen() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1), Scene.decision(2));
        Path whole = ForgedJournal.write(directory.resolve("whole"), entries);
        Path cut = ForgedJournal.write(directory.resolve("cut"), entries.subList(0, 2));
        String seen = Files.readString(whole.resolve("checkpoint"));

        JournalFailure refused = assertThrows(
                JournalFailure.class,
                () -> FileJournal.open(
                        cut, Scene.JOURNAL_KEY, Scene.NOW.plusSeconds(9), Scene.SMALL, key -> List.of(seen)));
        assertEquals(JournalFailure.Kind.DAMAGED, refused.kind());
    }

    @Test
    void anEntryThatWasDeletedAndTheTreeRebuilt() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1), Scene.decision(2));
        entries.remove(1);
        entries.set(1, replaced(entries.get(1), "\"seq\":2", "\"seq\":1"));
        assertRejected(Outcome.TAMPERED, 1, verify(entries));
    }

    @Test
    void anEntryThatWasDeletedAndTheWholeChainRebuilt() throws Exception {
        Path honest =
                ForgedJournal.write(directory.resolve("honest"), chain(opened(), Scene.decision(1), Scene.decision(2)));
        Path rebuilt = ForgedJournal.write(
                directory.resolve("rebuilt"), chain(opened(), Scene.decision(2), Scene.decision(3)));
        assertEquals(Outcome.FORKED, knowing(honest).verify(rebuilt).outcome());
    }

    @Test
    void aForgedApprover() throws Exception {
        List<JournalRecord> records = new ArrayList<>(Approval.whole());
        Signer forged = Scene.signer("k-bob", 3);
        records.set(BOB_VOTES, Approval.vote(Approval.BOB, "approve", forged));
        assertBadApproval(BOB_VOTES + 1, "the signature by `k-bob` does not hold", records);
    }

    @Test
    void aFirstEntryThatIsNotTheGenesis() throws Exception {
        assertRejected(Outcome.TAMPERED, 0, verify(chain(Scene.decision(1), Scene.decision(2))));
    }

    @Test
    void aBackDatedEntry() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(60), Scene.decision(61));
        entries.set(2, replaced(entries.get(2), "T07:57:01.000000000Z", "T07:56:58.000000000Z"));
        assertRejected(Outcome.TAMPERED, 2, verify(entries));
    }

    @Test
    void aSwappedKey() throws Exception {
        Path journal = ForgedJournal.write(directory, chain(opened()));
        String trusted = VerifierKey.of(Scene.signer("example.org/desk", 9)).line();
        assertRejected(Outcome.UNTRUSTED_KEY, 0, Verifier.trusting(trusted).verify(journal));
    }

    @Test
    void aReplayedApproval() throws Exception {
        List<JournalRecord> records = new ArrayList<>(Approval.whole());
        records.set(BOB_VOTES, records.get(ALICE_VOTES));
        assertBadApproval(BOB_VOTES + 1, "the vote by `k-alice` was counted before", records);
    }

    @Test
    void anApprovalForAnotherSubmission() throws Exception {
        List<JournalRecord> records = new ArrayList<>(Approval.whole());
        JsonObject statement = Approval.with(
                        new JournalRecord("x", Scene.NOW, "", "", Approval.statement(Approval.BOB, "approve")),
                        "submissionDigest",
                        Json.text("sha256:" + "0".repeat(64)))
                .body();
        records.set(BOB_VOTES, Approval.vote(statement, Scene.BOB_KEY));
        assertBadApproval(BOB_VOTES + 1, "the vote's `submissionDigest` is not the hold's", records);
    }

    @Test
    void aSplitViewThatIsShownToTwoVerifiers() throws Exception {
        Path one = ForgedJournal.write(directory.resolve("one"), chain(opened(), Scene.decision(1), Scene.decision(2)));
        Path two = ForgedJournal.write(directory.resolve("two"), chain(opened(), Scene.decision(1), Scene.decision(3)));

        assertEquals(Outcome.VALID, Verifier.trusting(KEY).verify(one).outcome());
        assertEquals(Outcome.VALID, Verifier.trusting(KEY).verify(two).outcome());
        assertEquals(Outcome.FORKED, knowing(one).verify(two).outcome());
        assertEquals(Outcome.FORKED, knowing(two).verify(one).outcome());
    }

    @Test
    void aCheckpointThatWasRolledBack() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1), Scene.decision(2));
        Path journal = ForgedJournal.write(directory.resolve("journal"), entries);
        Path earlier = ForgedJournal.write(directory.resolve("earlier"), entries.subList(0, 2));
        String later = Files.readString(journal.resolve("checkpoint"));
        Files.copy(earlier.resolve("checkpoint"), journal.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);

        Verdict verdict = Verifier.trusting(KEY).verify(journal);
        assertTrue(!verdict.isValid(), verdict::text);
        Verdict known = Verifier.trusting(KEY).extending(later).verify(journal);
        assertTrue(!known.isValid(), known::text);
    }

    @Test
    void anEntryWithDuplicateKeys() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        entries.set(1, replaced(entries.get(1), "{\"body\":{", "{\"body\":{\"reason\":\"none\","));
        assertRejected(Outcome.ILL_FORMED, 1, verify(entries));
    }

    @Test
    void anEntryWithAnEscapedLoneSurrogate() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        entries.set(1, replaced(entries.get(1), "HARD-LIMIT", "HARD\\ud800LIMIT"));
        assertRejected(Outcome.ILL_FORMED, 1, verify(entries));
    }

    @Test
    void anEntryWithTheBytesOfALoneSurrogate() throws Exception {
        List<byte[]> entries = chain(opened(), Scene.decision(1));
        String text = new String(entries.get(1), StandardCharsets.ISO_8859_1);
        byte[] forged =
                text.replace("HARD-LIMIT", "HARD\u00ed\u00a0\u0080LIMIT").getBytes(StandardCharsets.ISO_8859_1);
        entries.set(1, forged);
        assertRejected(Outcome.ILL_FORMED, 1, verify(entries));
    }

    @Test
    void anAlteredTile() throws Exception {
        Path tile = Scene.closedJournal(directory).resolve("tile/0/000.p/3");
        byte[] changed = Files.readAllBytes(tile);
        changed[2 * 32 + 7] ^= 1;
        Files.write(tile, changed);

        Verdict verdict = Verifier.trusting(KEY).verify(directory);
        assertRejected(Outcome.TAMPERED, 2, verdict);
        assertEquals(OptionalLong.of(2 * 32 + 7), verdict.offset());
        assertEquals(
                "entry 2, file `tile/0/000.p/3` at byte 71: the published file does not hold a hash over the entries from"
                        + " 2 on as the segments do",
                verdict.sentence());
    }

    private static Verifier knowing(Path journal) throws IOException {
        return Verifier.trusting(KEY).extending(Files.readString(journal.resolve("checkpoint")));
    }

    private Verdict verify(List<byte[]> entries) throws IOException {
        return Verifier.trusting(KEY).verify(ForgedJournal.write(directory, entries));
    }

    private void assertBadApproval(long entry, String reason, List<JournalRecord> records) throws Exception {
        List<JournalRecord> all = new ArrayList<>(records);
        all.add(0, opened());
        Verdict verdict = verify(chain(all));
        assertRejected(Outcome.BAD_APPROVAL, entry, verdict);
        assertTrue(verdict.sentence().endsWith(": " + reason), verdict::sentence);
    }
}
