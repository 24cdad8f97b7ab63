package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Lets the holder of the journal's key forge what people sign apart from a submission. */
class PetitionForgeryTest {
    private static final int ASKED = 2;
    private static final int BEGUN = 3;
    private static final int RELEASED = 7;

    private static final JsonObject PURPOSE = JsonObject.of("kind", "re-enabling", "subject", "X-000001");

    @TempDir
    Path directory;

    private final List<JournalRecord> records = petition();

    private static JournalRecord asked() {
        JsonObject.Builder body = JsonObject.builder()
                .put("petition", "H-1")
                .put("purpose", PURPOSE)
                .put("submission", "")
                .put("person", "p-maker")
                .put("about", Approval.begun().body().text("submissionDigest"));
        return Approval.record("petition.asked", body.build());
    }

    /** The approval of basket B-1, told as one that lets go of what was stopped. */
    private static List<JournalRecord> petition() {
        JournalRecord asked = asked();
        List<JournalRecord> records = new ArrayList<>(Approval.whole().subList(0, ASKED));
        records.add(asked);
        JournalRecord begun = Approval.with(Approval.begun(), "purpose", PURPOSE);
        begun = Approval.with(begun, "submission", Json.text(""));
        records.add(Approval.with(
                begun, "decisionDigest", Json.text(Digest.of(asked.body()).value())));
        records.add(Approval.quorum());
        records.add(vote(Approval.ALICE, asked));
        records.add(vote(Approval.BOB, asked));
        records.add(Approval.released(Approval.ALICE, Approval.BOB));
        return records;
    }

    private static JournalRecord vote(String person, JournalRecord asked) {
        JsonObject.Builder statement = JsonObject.builder()
                .put("decisionDigest", Digest.of(asked.body()).value());
        Approval.statement(person, "approve").members().forEach((name, value) -> {
            if (!name.equals("decisionDigest")) {
                statement.put(name, value);
            }
        });
        return Approval.vote(statement.build(), person.equals(Approval.ALICE) ? Scene.ALICE_KEY : Scene.BOB_KEY);
    }

    @Test
    void anHonestPetitionIsValid() throws Exception {
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertEquals(2, verdict.counts().votes());
    }

    @Test
    void aHoldThatNobodyAskedForIsNoticed() throws Exception {
        records.remove(ASKED);
        assertBad(BEGUN, "the hold is for a petition that is not in the journal before it");
    }

    @Test
    void aHoldForAnotherPurposeIsNoticed() throws Exception {
        JsonObject other = JsonObject.of("kind", "re-enabling", "subject", "X-000002");
        records.set(BEGUN, Approval.with(records.get(BEGUN), "purpose", other));
        assertBad(BEGUN + 1, "the hold is for something else than its petition");
    }

    @Test
    void aPetitionReleasedByOneOfTwoIsNoticed() throws Exception {
        records.remove(RELEASED - 1);
        records.set(RELEASED - 1, Approval.released(Approval.ALICE));
        assertBad(RELEASED, "quorum 0 needs 2 people and has 1");
    }

    @Test
    void aPetitionTakenBackByAnotherIsNoticed() throws Exception {
        records.set(RELEASED, Approval.record("petition.withdrawn", JsonObject.of("petition", "H-1", "by", "p-bob")));
        assertBad(RELEASED + 1, "a petition is taken back by somebody who did not ask");
    }

    @Test
    void aReleaseAfterThePetitionWasTakenBackIsNoticed() throws Exception {
        records.add(RELEASED, Approval.record("petition.withdrawn", JsonObject.of("petition", "H-1", "by", "p-maker")));
        assertBad(RELEASED + 2, "the hold had ended before its release");
    }

    private Verdict verify() throws Exception {
        List<JournalRecord> all = new ArrayList<>(records);
        all.add(0, ForgedJournal.opened());
        ForgedJournal.write(directory, ForgedJournal.chain(all));
        return Verifier.trusting(VerifierKey.of(Scene.JOURNAL_KEY).line()).verify(directory);
    }

    private void assertBad(long entry, String reason) throws Exception {
        Verdict verdict = verify();
        assertEquals(Outcome.BAD_APPROVAL, verdict.outcome(), verdict::text);
        assertEquals(OptionalLong.of(entry), verdict.entry(), verdict::text);
        assertTrue(verdict.sentence().endsWith(": " + reason), verdict::sentence);
    }
}
