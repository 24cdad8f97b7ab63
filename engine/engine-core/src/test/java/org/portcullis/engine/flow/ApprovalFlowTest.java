package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Binding;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.journal.Dsse;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/** Who releases a hold and who does not. */
class ApprovalFlowTest {
    private static final String ID = "S-000001";

    private Scene scene;

    @BeforeEach
    void aBasketIsHeld() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        Scene.waiting(scene.submit(0, Scene.basket()));
    }

    @Test
    void twoPeopleReleaseWithAToken() throws EngineFailure {
        Scene.waiting(scene.vote(95, Scene.HEAD));
        Reply reply = scene.vote(130, Scene.RISK);
        assertEquals(List.of("approval.vote.accepted", "hold.released", "token.issued"), Scene.types(reply.entries()));
        assertEquals("1-2", Scene.released(reply).token().lines().text());
    }

    @Test
    void onePersonInBothRolesCountsOnce() throws EngineFailure {
        Scene.waiting(scene.vote(10, Scene.BOTH));
        Scene.released(scene.vote(20, Scene.HEAD));
    }

    @Test
    void aPersonInBothRolesMakesRoomForEither() throws EngineFailure {
        Scene.waiting(scene.vote(10, Scene.BOTH));
        Scene.released(scene.vote(20, Scene.RISK));
    }

    @Test
    void twoOfTheSameRoleAreNotEnough() throws EngineFailure {
        Scene.waiting(scene.vote(10, Scene.RISK));
        SubmissionView view = Scene.waiting(scene.vote(20, Scene.SECOND_RISK));
        assertEquals(Phase.WAITING, view.phase());
    }

    @Test
    void theMakersOwnSignatureIsRefused() throws EngineFailure {
        assertRefused("requester", scene.vote(20, Scene.MAKER));
    }

    @Test
    void aDelegateOfTheMakerIsRefused() throws EngineFailure {
        assertRefused("excluded", scene.vote(20, Scene.DELEGATE));
    }

    @Test
    void whoChangedTheControlIsRefused() throws EngineFailure {
        assertRefused("excluded", scene.vote(20, Scene.EDITOR));
    }

    @Test
    void aSecondVoteIsRefused() throws EngineFailure {
        scene.vote(10, Scene.RISK);
        assertRefused("second-vote", scene.vote(20, Scene.RISK));
    }

    @Test
    void aStrangerIsRefused() throws EngineFailure {
        assertRefused("not-eligible", scene.vote(20, Scene.STRANGER));
    }

    @Test
    void anUnknownKeyIsRefused() throws EngineFailure {
        JsonObject envelope = scene.approves(Scene.HEAD).sign(JdkKeyPair.of("key-of-nobody", 50));
        assertRefused("unknown-key", scene.handle(20, new Command.Vote(envelope)));
    }

    @Test
    void aVoteInAnothersNameIsRefused() throws EngineFailure {
        JsonObject envelope = scene.approves(Scene.HEAD).sign(Scene.key(Scene.STRANGER));
        assertRefused("not-own-key", scene.handle(20, new Command.Vote(envelope)));
    }

    @Test
    void aForgedKeyIdIsRefused() throws EngineFailure {
        JsonObject envelope = scene.approves(Scene.HEAD).sign(JdkKeyPair.of("key-of-" + Scene.HEAD, 50));
        assertRefused("bad-signature", scene.handle(20, new Command.Vote(envelope)));
    }

    @Test
    void aLateVoteIsRefused() throws EngineFailure {
        assertRefused("late", scene.vote(601, Scene.HEAD));
    }

    @Test
    void aVoteInTheLastInstantCounts() throws EngineFailure {
        Scene.waiting(scene.vote(600, Scene.HEAD));
    }

    @Test
    void anAlteredVoteIsRefused() throws EngineFailure {
        JsonObject envelope = scene.approves(Scene.HEAD).sign(Scene.key(Scene.HEAD));
        Statement other = new Statement(
                Statement.Action.APPROVE,
                Scene.HEAD,
                scene.approves(Scene.HEAD).roles(),
                scene.hold(ID).binding(),
                "another reason",
                new TreeMap<>());
        byte[] payload = org.portcullis.model.json.CanonicalJson.bytes(other.toJson());
        JsonObject altered = JsonObject.builder()
                .put("payload", Base64.getEncoder().encodeToString(payload))
                .put("payloadType", envelope.text("payloadType"))
                .put("signatures", envelope.array("signatures"))
                .build();
        assertRefused("bad-signature", scene.handle(20, new Command.Vote(altered)));
    }

    @Test
    void aVoteOnAnotherDecisionIsRefused() throws EngineFailure {
        Binding bound = scene.hold(ID).binding();
        Binding other = new Binding(
                bound.hold(),
                Digest.of(JsonObject.EMPTY),
                bound.decisionDigest(),
                bound.textShownDigest(),
                bound.policy(),
                bound.nonce(),
                bound.notBefore(),
                bound.notAfter());
        Statement honest = scene.approves(Scene.HEAD);
        Statement statement = new Statement(
                honest.action(), honest.approver(), honest.roles(), other, honest.reason(), honest.retyped());
        assertRefused("other-decision", scene.handle(20, new Command.Vote(statement.sign(Scene.key(Scene.HEAD)))));
    }

    @Test
    void aVoteWithoutAReasonIsRefused() throws EngineFailure {
        Statement honest = scene.approves(Scene.HEAD);
        assertRefused(
                "no-reason",
                sign(
                        20,
                        new Statement(
                                honest.action(),
                                honest.approver(),
                                honest.roles(),
                                honest.binding(),
                                " ",
                                honest.retyped())));
    }

    @Test
    void aVoteWithAWrongAmountIsRefused() throws EngineFailure {
        Statement honest = scene.approves(Scene.HEAD);
        TreeMap<String, String> typed = new TreeMap<>();
        typed.put("basket.notional", "15,000");
        assertRefused(
                "wrong-amount",
                sign(
                        20,
                        new Statement(
                                honest.action(), honest.approver(), honest.roles(), honest.binding(), "seen", typed)));
    }

    @Test
    void aRejectionNeedsNoAmount() throws EngineFailure {
        Statement honest = scene.states(Scene.HEAD, Statement.Action.REJECT);
        Reply reply = sign(
                20,
                new Statement(
                        honest.action(),
                        honest.approver(),
                        honest.roles(),
                        honest.binding(),
                        "too large",
                        new TreeMap<>()));
        assertEquals(List.of("approval.vote.accepted", "hold.rejected"), Scene.types(reply.entries()));
    }

    @Test
    void oneRejectionEndsIt() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        sign(20, scene.states(Scene.SECOND_RISK, Statement.Action.REJECT));
        assertEquals(Phase.REJECTED, scene.engine.view(ID).orElseThrow().phase());
        assertRefused("hold-ended", scene.vote(30, Scene.RISK));
    }

    @Test
    void whatIsNoStatementIsRefused() throws EngineFailure {
        JsonObject envelope =
                Dsse.sign(Statement.PAYLOAD_TYPE, JsonObject.of("approve", "everything"), Scene.key(Scene.HEAD));
        assertRefused("malformed", scene.handle(20, new Command.Vote(envelope)));
    }

    @Test
    void whatIsNoEnvelopeIsRefused() throws EngineFailure {
        assertRefused("malformed", scene.handle(20, new Command.Vote(JsonObject.of("payload", "approve"))));
    }

    @Test
    void anEnvelopeWithMoreThanItNeedsIsRefused() throws EngineFailure {
        JsonObject envelope = scene.approves(Scene.HEAD).sign(Scene.key(Scene.HEAD));
        JsonObject more = envelope.toBuilder().put("note", "hidden").build();
        assertRefused("malformed", scene.handle(20, new Command.Vote(more)));
    }

    @Test
    void anotherHoldIsRefused() throws EngineFailure {
        Statement honest = scene.approves(Scene.HEAD);
        Binding bound = honest.binding();
        Binding other = new Binding(
                "S-000009-H",
                bound.submissionDigest(),
                bound.decisionDigest(),
                bound.textShownDigest(),
                bound.policy(),
                bound.nonce(),
                bound.notBefore(),
                bound.notAfter());
        assertRefused(
                "unknown-hold",
                sign(
                        20,
                        new Statement(
                                honest.action(),
                                honest.approver(),
                                honest.roles(),
                                other,
                                honest.reason(),
                                honest.retyped())));
    }

    @Test
    void aRoleThatIsOnlyClaimedIsRefused() throws EngineFailure {
        Statement honest = scene.approves(Scene.HEAD);
        TreeSet<Role> roles = new TreeSet<>(honest.roles());
        roles.add(new Role("Trading Risk"));
        assertRefused(
                "not-eligible",
                sign(
                        20,
                        new Statement(
                                honest.action(),
                                honest.approver(),
                                roles,
                                honest.binding(),
                                honest.reason(),
                                honest.retyped())));
    }

    @Test
    void aRoleThatWasLostIsRefused() throws EngineFailure {
        Statement statement = scene.approves(Scene.HEAD);
        scene.handle(10, new Command.ReplacePeople(Scene.desk().with(Scene.HEAD, "Sales")));
        assertRefused("role-lost", sign(20, statement));
    }

    @Test
    void aRoleThatWasGainedLaterDoesNotCount() throws EngineFailure {
        scene.handle(10, new Command.ReplacePeople(Scene.desk().with(Scene.STRANGER, "Desk Head")));
        assertRefused("not-eligible", scene.vote(20, Scene.STRANGER));
    }

    @Test
    void aVoterWhoLostTheRoleBeforeTheReleaseNoLongerCounts() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        scene.handle(15, new Command.ReplacePeople(Scene.desk().with(Scene.HEAD, "Sales")));
        Scene.waiting(scene.vote(20, Scene.RISK));
        Scene.released(scene.vote(30, Scene.BOTH));
    }

    @Test
    void aRevokedKeyIsRefusedAndItsEarlierVoteNoLongerCounts() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        scene.handle(15, new Command.RevokeKey("key-of-" + Scene.HEAD, Scene.RISK, "lost laptop"));
        Scene.waiting(scene.vote(20, Scene.RISK));
        assertRefused("revoked-key", scene.vote(30, Scene.HEAD));
    }

    @Test
    void theEnvelopeStandsInTheJournalAsItWasSigned() throws EngineFailure {
        JsonObject envelope = scene.approves(Scene.HEAD).sign(Scene.key(Scene.HEAD));
        JournalEntry entry =
                scene.handle(20, new Command.Vote(envelope)).entries().get(0);
        assertEquals(envelope, entry.body().object("envelope"));
        assertEquals(Scene.HEAD, entry.body().text("approver"));
        assertTrue(Dsse.open(envelope, Scene.key(Scene.HEAD).publicKey(), JdkKeyPair.CHECK)
                .isPresent());
    }

    @Test
    void theTextThatIsSignedIsComputed() {
        Hold hold = scene.hold(ID);
        assertEquals(
                """
                Basket W-1 submitted by p-hale, desk Delta 1, London, flow DSA
                Notional: USD 150,000 in 2 lines
                Held because:
                  D1-LARGE-BASKET: %s
                Largest lines:
                  1. AAA USD 100,000
                  2. BBB USD 50,000
                Needed, all by different people:
                  1 of role "Desk Head" (D1-LARGE-BASKET), 2 eligible
                  1 of role "Trading Risk" (D1-LARGE-BASKET), 3 eligible
                Each states a reason.
                Each types again: basket.notional
                Until 2022-05-02T08:06:00Z, otherwise rejected.
                """.formatted(hold.text()
                        .lines()
                        .filter(line -> line.startsWith("  D1-LARGE-BASKET: "))
                        .findFirst()
                        .orElseThrow()
                        .substring("  D1-LARGE-BASKET: ".length())),
                hold.text());
        assertEquals(Texts.digest(hold.text()), hold.binding().textShownDigest());
    }

    @Test
    void aSecondSubmissionOfTheBasketVoidsTheVotes() throws EngineFailure {
        Statement statement = scene.approves(Scene.RISK);
        scene.vote(10, Scene.HEAD);
        scene.submit(20, Scene.basket().order("AAA", "1"));
        assertRefused("hold-ended", sign(30, statement));
        assertEquals(Phase.SUPERSEDED, scene.engine.view(ID).orElseThrow().phase());
    }

    @Test
    void theMakerMayWithdraw() throws EngineFailure {
        assertEquals("not-the-submitter", Scene.refusal(scene.handle(10, new Command.Withdraw(ID, Scene.HEAD))));
        scene.handle(20, new Command.Withdraw(ID, Scene.MAKER));
        assertEquals(Phase.WITHDRAWN, scene.engine.view(ID).orElseThrow().phase());
        assertRefused("hold-ended", scene.vote(30, Scene.HEAD));
    }

    @Test
    void twoControlsNeedFourPeople() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.APPROVAL, Scene.approval("D1-ANY-BASKET", 1));
        Scene.waiting(scene.submit(0, Scene.basket()));
        assertEquals(4, scene.hold(ID).peopleNeeded());
        Scene.waiting(scene.vote(10, Scene.HEAD));
        Scene.waiting(scene.vote(20, Scene.RISK));
        Scene.waiting(scene.vote(30, Scene.BOTH));
        Scene.released(scene.vote(40, Scene.SECOND_RISK));
    }

    @Test
    void aHoldThatNobodyCanReleaseSaysSo() throws EngineFailure {
        scene = Scene.open(
                FixedPeople.none()
                        .with(Scene.MAKER, "Delta 1 Trader")
                        .with(Scene.HEAD, "Desk Head")
                        .with(Scene.RISK, "Sales"),
                Scene.GRANT,
                Scene.APPROVAL);
        Reply reply = scene.submit(0, Scene.basket());
        JournalEntry begun = reply.entries().stream()
                .filter(entry -> entry.type().equals("hold.begun"))
                .findFirst()
                .orElseThrow();
        assertFalse(begun.body().bool("reachable"));
    }

    private Reply sign(long second, Statement statement) throws EngineFailure {
        return scene.handle(second, new Command.Vote(statement.sign(Scene.key(statement.approver()))));
    }

    /** A refusal is one entry with its reason, and the hold is as it was. */
    private void assertRefused(String code, Reply reply) {
        assertEquals(code, Scene.refusal(reply));
        assertEquals(List.of("approval.vote.refused"), Scene.types(reply.entries()));
        assertEquals(code, reply.entries().get(0).body().text("why"));
        assertFalse(scene.types().contains("token.issued"));
        assertTrue(scene.engine
                .view(ID)
                .orElseThrow()
                .hold()
                .map(HoldProgress::end)
                .isPresent());
    }
}
