package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** Lets the holder of the journal's key forge approvals, with every checksum, hash and root in order. */
class ApprovalForgeryTest {

    private static final int ALICE_VOTES = 5;
    private static final int BOB_VOTES = 7;
    private static final int RELEASED = 8;

    @TempDir
    Path directory;

    private final List<JournalRecord> records = new ArrayList<>(Approval.whole());

    @Test
    void anHonestApprovalIsValid() throws Exception {
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
        assertEquals(2, verdict.counts().votes());
    }

    @Test
    void aDeletedApprovalIsNoticedAtTheRelease() throws Exception {
        records.remove(BOB_VOTES);
        assertBad(RELEASED, "`p-bob` fills a seat without an approval");
    }

    @Test
    void aReleaseThatLeavesASeatEmptyIsNoticed() throws Exception {
        records.remove(BOB_VOTES);
        records.set(RELEASED - 1, Approval.released(Approval.ALICE));
        assertBad(RELEASED, "quorum 0 needs 2 people and has 1");
    }

    @Test
    void oneOfTwoPeopleDoesNotFillTwoSeats() throws Exception {
        records.set(RELEASED, Approval.released(Approval.ALICE, Approval.ALICE));
        assertBad(RELEASED + 1, "`p-alice` fills two seats");
    }

    @Test
    void aTokenForAHeldSubmissionIsNoticed() throws Exception {
        records.remove(RELEASED);
        assertBad(RELEASED + 1, "a release token is issued while the submission is held");
    }

    @Test
    void aRejectionTurnedIntoAnApprovalIsNoticed() throws Exception {
        JournalRecord rejection = Approval.vote(Approval.BOB, "reject", Scene.BOB_KEY);
        records.set(BOB_VOTES, Approval.with(rejection, "action", Json.text("approve")));
        assertBad(BOB_VOTES + 1, "the entry's `action` is not the one that was signed");
    }

    @Test
    void aReleaseAgainstARejectionIsNoticed() throws Exception {
        records.set(BOB_VOTES, Approval.vote(Approval.BOB, "reject", Scene.BOB_KEY));
        assertBad(RELEASED + 1, "the hold is released although somebody voted against it");
    }

    @Test
    void aVoteByAStrangerIsNoticed() throws Exception {
        records.set(BOB_VOTES, Approval.vote(Approval.BOB, "approve", Scene.MALLORY_KEY));
        assertBad(BOB_VOTES + 1, "the vote is signed by `k-mallory`, which is not enrolled before it");
    }

    @Test
    void aVoteInTheNameOfSomebodyElseIsNoticed() throws Exception {
        records.set(BOB_VOTES, Approval.vote(Approval.BOB, "approve", Scene.ALICE_KEY));
        assertBad(BOB_VOTES + 1, "the vote names `p-bob` and is signed with the key of `p-alice`");
    }

    @Test
    void aSecondVoteByOnePersonIsNoticed() throws Exception {
        records.set(BOB_VOTES, Approval.vote(Approval.ALICE, "reject", Scene.ALICE_KEY));
        assertBad(BOB_VOTES + 1, "`p-alice` votes a second time");
    }

    @Test
    void aLateVoteIsNoticed() throws Exception {
        for (int i = BOB_VOTES; i < records.size(); i++) {
            records.set(i, Approval.at(Scene.NOW.plusSeconds(601), records.get(i)));
        }
        assertBad(BOB_VOTES + 1, "the vote at 2022-05-02T08:06:01Z is outside the time of the hold");
    }

    @Test
    void theRequesterDoesNotVote() throws Exception {
        records.set(3, Approval.with(records.get(3), "requester", Json.text(Approval.ALICE)));
        assertBad(ALICE_VOTES + 1, "`p-alice` votes on their own submission");
    }

    @Test
    void aRoleThatWasNotVotedInFillsNoSeat() throws Exception {
        Json eligible = JsonObject.builder()
                .put(Approval.ALICE, JsonArray.texts(List.of("head-of-desk")))
                .put(Approval.BOB, JsonArray.texts(List.of("treasurer")))
                .build();
        records.set(4, Approval.with(records.get(4), "eligible", eligible));
        assertBad(RELEASED + 1, "`p-bob` may not fill a seat of quorum 0");
    }

    @Test
    void aTextThatWasNotShownIsNoticed() throws Exception {
        records.set(3, Approval.with(records.get(3), "text", Json.text("58 million USD in 349 orders")));
        assertBad(4, "the digest of the text shown is not the digest of the hold's text");
    }

    @Test
    void aDecisionThatWasChangedIsNoticed() throws Exception {
        records.set(2, Approval.with(records.get(2), "outcome", Json.text("released")));
        assertBad(4, "the hold is for a decision that is not in the journal before it");
    }

    @Test
    void aTokenUsedTwiceIsNoticed() throws Exception {
        records.add(Approval.burned());
        assertBad(12, "a release token is used a second time");
    }

    @Test
    void aTokenThatWasSignedForOtherLinesIsNoticed() throws Exception {
        JsonObject token = token();
        JsonObject other = ExportFile.with(token, "lines", Json.text("0-1047"));
        records.set(9, Approval.record("token.issued", Approval.signedToken(token, other, Scene.TOKEN_KEY)));
        assertBad(10, "the release token that is signed is not the one that the entry says");
    }

    @Test
    void aTokenThatSomebodyElseSignedIsNoticed() throws Exception {
        Json key = Json.text(Base64.getEncoder().encodeToString(Scene.MALLORY_KEY.publicKey()));
        records.set(9, Approval.with(records.get(9), "publicKey", key));
        assertBad(10, "the signature by `example.org/release-tokens` does not hold");
    }

    @Test
    void aTokenThatAPersonSignedIsNoticed() throws Exception {
        JsonObject token = token();
        records.set(9, Approval.record("token.issued", Approval.signedToken(token, token, Scene.ALICE_KEY)));
        assertBad(10, "the release token is signed with the key of a person");
    }

    @Test
    void aTokenWithoutItsKeyOrItsEnvelopeIsNoticed() throws Exception {
        JournalRecord whole = records.get(9);
        records.set(9, Approval.with(whole, "publicKey", Json.text("")));
        assertBad(10, "the release token does not name the key that it is signed with");
        records.set(9, Approval.record("token.issued", without(whole.body(), "envelope")));
        assertBad(10, "the release token carries no signed envelope");
    }

    private static JsonObject token() {
        return without(without(Approval.issued().body(), "envelope"), "publicKey");
    }

    private static JsonObject without(JsonObject body, String member) {
        JsonObject.Builder rest = JsonObject.builder();
        body.members().forEach((name, value) -> {
            if (!name.equals(member)) {
                rest.put(name, value);
            }
        });
        return rest.build();
    }

    @Test
    void aTokenUsedTooLateIsNoticed() throws Exception {
        records.set(10, Approval.at(Scene.NOW.plusSeconds(61), records.get(10)));
        assertBad(11, "a release token is used after its time");
    }

    @Test
    void aTokenThatWasNotIssuedIsNoticed() throws Exception {
        records.remove(9);
        assertBad(10, "a release token is used that was not issued before");
    }

    @Test
    void aVoteWithARevokedKeyIsNoticed() throws Exception {
        records.add(BOB_VOTES, new JournalRecord("key.revoked", Scene.NOW, "", "", JsonObject.of("keyId", "k-bob")));
        assertBad(BOB_VOTES + 2, "the vote is signed by `k-bob`, which was revoked before it");
    }

    @Test
    void aKeyEnrolledForAnotherPersonIsNoticed() throws Exception {
        records.set(1, Approval.with(records.get(1), "person", Json.text("p-mallory")));
        assertBad(2, "the entry's `person` is not the one that was signed");
    }

    @Test
    void aKeyIdEnrolledASecondTimeIsNoticed() throws Exception {
        records.set(1, Approval.enrolled("k-alice", Approval.BOB, Scene.signer("k-alice", 8)));
        assertBad(2, "the key id `k-alice` is enrolled a second time");
    }

    /** The same approval of people who estimate first; what they estimate from is part of what they sign. */
    private void estimating() {
        String facts = "1,047 orders";
        JsonObject asked = JsonObject.builder()
                .put("facts", facts)
                .put("measure", "basket.notional")
                .build();
        Json digest =
                Json.text(Digest.of(facts.getBytes(StandardCharsets.UTF_8)).value());
        records.set(3, Approval.with(Approval.with(records.get(3), "estimate", asked), "factsShownDigest", digest));
        records.set(ALICE_VOTES, Approval.vote(estimated(Approval.ALICE, digest), Scene.ALICE_KEY));
        records.set(BOB_VOTES, Approval.vote(estimated(Approval.BOB, digest), Scene.BOB_KEY));
        records.add(BOB_VOTES, estimate(Approval.BOB));
        records.add(ALICE_VOTES, estimate(Approval.ALICE));
    }

    private static JsonObject estimated(String person, Json digest) {
        return Approval.statement(person, "approve").toBuilder()
                .put("factsShownDigest", digest)
                .build();
    }

    private static JournalRecord estimate(String person) {
        return Approval.record(
                "approval.estimate.given", JsonObject.of("hold", "H-1", "person", person, "typed", "170 million"));
    }

    @Test
    void anHonestApprovalWithEstimatesIsValid() throws Exception {
        estimating();
        Verdict verdict = verify();
        assertEquals(Outcome.VALID, verdict.outcome(), verdict::text);
    }

    @Test
    void anApprovalWithoutItsEstimateIsNoticed() throws Exception {
        estimating();
        records.remove(ALICE_VOTES);
        assertBad(ALICE_VOTES + 1, "`p-alice` approves without an own estimate");
    }

    @Test
    void otherFactsThanWereSignedAreNoticed() throws Exception {
        estimating();
        JsonObject other = JsonObject.builder().put("facts", "1 order").build();
        records.set(3, Approval.with(records.get(3), "estimate", other));
        assertBad(4, "the digest of the facts shown is not the digest of the facts that people estimate from");
    }

    @Test
    void votesThatAreRemovedTogetherWithTheirReleaseLeaveNoToken() throws Exception {
        Predicate<JournalRecord> approval =
                record -> record.type().startsWith("approval.") || record.type().startsWith("hold.");
        records.removeIf(approval);
        records.removeIf(record -> record.type().equals("decision.made"));
        assertBad(3, "a release token is issued for a decision that is not in the journal before it");
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
