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
    private static final int ISSUED = 9;

    private static final String SUBMISSION = "S-1";

    private static final JsonObject EXCEPTIONAL = JsonObject.of("kind", "exceptional-release", "subject", "3");

    private static final JsonObject PURPOSE = JsonObject.of("kind", "re-enabling", "subject", "X-000001");

    @TempDir
    Path directory;

    private List<JournalRecord> records = petition(PURPOSE);

    private static JournalRecord asked(JsonObject purpose) {
        JsonObject.Builder body = JsonObject.builder()
                .put("petition", "H-1")
                .put("purpose", purpose)
                .put("submission", SUBMISSION)
                .put("person", "p-maker")
                .put("about", Approval.begun().body().text("submissionDigest"));
        return Approval.record("petition.asked", body.build());
    }

    /** The approval of basket B-1, told as one that lets go of what was stopped. */
    private static List<JournalRecord> petition(JsonObject purpose) {
        JournalRecord asked = asked(purpose);
        List<JournalRecord> records = new ArrayList<>(Approval.whole().subList(0, ASKED));
        records.add(asked);
        JournalRecord begun = Approval.with(Approval.begun(), "purpose", purpose);
        begun = Approval.with(begun, "submission", Json.text(SUBMISSION));
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
    void aPetitionGoesOnWhenATokenOfItsSubmissionWasNotPresented() throws Exception {
        records.add(RELEASED - 1, ended("not-presented"));
        assertEquals(Outcome.VALID, verify().outcome());
    }

    @Test
    void aVoteOnAPetitionAfterItsSubmissionWasWithdrawnIsNoticed() throws Exception {
        records.add(RELEASED - 1, ended("withdrawn"));
        assertEquals(Outcome.BAD_APPROVAL, verify().outcome());
    }

    private static JournalRecord ended(String why) {
        return Approval.record("submission.ended", JsonObject.of("submission", SUBMISSION, "why", why, "by", ""));
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

    private static List<JournalRecord> exceptional() {
        List<JournalRecord> records = petition(EXCEPTIONAL);
        records.add(ASKED, Approval.decided());
        JournalRecord issued = Approval.with(Approval.issued(), "petition", Json.text("H-1"));
        issued = Approval.with(issued, "submissionDigest", Json.text(digestOfBasket()));
        records.add(Approval.signedAgain(Approval.with(issued, "lines", Json.text("3"))));
        records.add(Approval.with(Approval.burned(), "lines", Json.text("3")));
        return records;
    }

    private static String digestOfBasket() {
        return Approval.begun().body().text("submissionDigest");
    }

    @Test
    void anHonestExceptionalReleaseIsValid() throws Exception {
        records = exceptional();
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void anExceptionalTokenForOtherLinesIsNoticed() throws Exception {
        records = exceptional();
        records.set(ISSUED, Approval.with(records.get(ISSUED), "lines", Json.text("3-4")));
        assertBad(ISSUED + 1, "a release token is issued for something else than its petition");
    }

    @Test
    void anExceptionalTokenWithoutSignaturesIsNoticed() throws Exception {
        records = exceptional();
        records.remove(ISSUED - 1);
        assertBad(ISSUED, "a release token is issued while its petition waits");
    }

    @Test
    void aSecondExceptionalTokenIsNoticed() throws Exception {
        records = exceptional();
        records.add(ISSUED + 1, Approval.with(records.get(ISSUED), "token", Json.text("T-2")));
        assertBad(ISSUED + 2, "a petition gives a second release token");
    }

    @Test
    void anExceptionalTokenThatOutlivesItsPetitionIsNoticed() throws Exception {
        records = exceptional();
        records.set(
                ISSUED,
                Approval.with(
                        records.get(ISSUED),
                        "notAfter",
                        Json.text(Scene.NOW.plusSeconds(601).toString())));
        assertBad(ISSUED + 1, "a release token outlives its petition");
    }

    @Test
    void anApprovalInASeatToVerifyIsNoticed() throws Exception {
        records = exceptional();
        int quorum = ASKED + 3;
        records.set(quorum, Approval.with(records.get(quorum), "act", Json.text("verify")));
        assertBad(ISSUED, "`p-alice` may not fill a seat of quorum 0");
    }

    private static JournalRecord activated(String fingerprint) {
        return Approval.record(
                "pack.activated",
                JsonObject.builder()
                        .put("fingerprint", fingerprint)
                        .put("changesSigned", true)
                        .build());
    }

    private static List<JournalRecord> signedPack() {
        List<JournalRecord> records = petition(JsonObject.of("kind", "activation", "subject", "pack-2"));
        records.add(Approval.with(activated("pack-2"), "signedBy", Json.text("H-1")));
        return records;
    }

    @Test
    void aPackThatWasSignedIsValid() throws Exception {
        records = signedPack();
        records.add(activated("pack-2"));
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void aPackWithoutItsSignaturesIsNoticed() throws Exception {
        records = signedPack();
        records.add(activated("pack-3"));
        assertBad(RELEASED + 3, "a policy is in force without its signatures");
    }

    @Test
    void aPackWithTheSignaturesOfAnotherIsNoticed() throws Exception {
        records = signedPack();
        records.add(Approval.with(activated("pack-3"), "signedBy", Json.text("H-1")));
        assertBad(RELEASED + 3, "a policy is in force by the signatures for something else");
    }

    private static JournalRecord resumed(String stop) {
        return Approval.record("work.resumed", JsonObject.of("by", "H-1", "stop", stop, "why", "re-enabled"));
    }

    @Test
    void aStopThatWasSignedForGoesOn() throws Exception {
        records.add(resumed("X-000001"));
        assertEquals(Outcome.VALID, verify().outcome());
    }

    @Test
    void anotherStopThanWasSignedForIsNoticed() throws Exception {
        records.add(resumed("X-000002"));
        assertBad(RELEASED + 2, "what was stopped goes on by the signatures for something else");
    }

    @Test
    void aStopThatGoesOnTwiceIsNoticed() throws Exception {
        records.add(resumed("X-000001"));
        records.add(resumed("X-000001"));
        assertBad(RELEASED + 3, "a petition lets something go on a second time");
    }

    @Test
    void aSwitchThatIsLetGoByAnothersSignaturesIsNoticed() throws Exception {
        records.add(Approval.record("switch.cleared", JsonObject.of("by", "H-1", "control", "K-1")));
        assertBad(RELEASED + 2, "what was stopped goes on by the signatures for something else");
    }

    @Test
    void aSwitchThatIsLetGoWhileItsPetitionWaitsIsNoticed() throws Exception {
        records = petition(JsonObject.of("kind", "switch-clearing", "subject", "K-1"));
        records.remove(RELEASED);
        records.add(Approval.record("switch.cleared", JsonObject.of("by", "H-1", "control", "K-1")));
        assertBad(RELEASED + 1, "what was stopped goes on while its petition waits");
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
