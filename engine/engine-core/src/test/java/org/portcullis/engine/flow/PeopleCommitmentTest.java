package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;

/** What the journal says of people: for whom pseudonyms stand, and who is erased. */
class PeopleCommitmentTest {
    private static final Pseudonym TRADER = new Pseudonym("p-00000000000000a1");
    private static final Pseudonym HEAD = new Pseudonym("p-00000000000000a2");
    private static final Pseudonym OFFICER = new Pseudonym("p-00000000000000a3");
    private static final Digest COMMITMENT = Digest.of(Json.text("salt and name"));
    private static final String REASON = "committed:" + Digest.of(Json.text("why"));

    private Scene scene;

    @BeforeEach
    void theJournalKnowsThreePeople() throws EngineFailure {
        scene = Scene.open(
                Scene.desk()
                        .with(TRADER.value(), "Delta 1 Trader")
                        .with(HEAD.value(), "Desk Head")
                        .with(OFFICER.value(), "Privacy Officer"),
                Scene.GRANT,
                Scene.APPROVAL);
        for (Pseudonym person : List.of(TRADER, HEAD, OFFICER)) {
            scene.handle(0, new Command.CommitPerson(person, COMMITMENT));
        }
    }

    @Test
    void aCommitmentIsAnEntry() throws EngineFailure {
        Pseudonym fourth = new Pseudonym("p-00000000000000a4");
        Reply reply = scene.handle(1, new Command.CommitPerson(fourth, COMMITMENT));
        assertEquals("person.committed", reply.entries().get(0).type());
        assertEquals(
                JsonObject.of("person", fourth.value(), "commitment", COMMITMENT.value()),
                reply.entries().get(0).body());
    }

    @Test
    void aPseudonymStandsForOnePerson() throws EngineFailure {
        assertRefused("committed-already", scene.handle(1, new Command.CommitPerson(TRADER, COMMITMENT)));
    }

    @Test
    void anErasureIsAnEntryWithTheCommitment() throws EngineFailure {
        Reply reply = erase(1, TRADER);
        assertEquals("person.erased", reply.entries().get(0).type());
        assertEquals(
                JsonObject.builder()
                        .put("person", TRADER.value())
                        .put("commitment", COMMITMENT.value())
                        .put("by", OFFICER.value())
                        .put("reason", REASON)
                        .build(),
                reply.entries().get(0).body());
    }

    @Test
    void whoIsErasedIsErasedOnce() throws EngineFailure {
        erase(1, TRADER);
        assertRefused("erased-already", erase(2, TRADER));
        assertRefused("committed-already", scene.handle(3, new Command.CommitPerson(TRADER, COMMITMENT)));
    }

    @Test
    void whoIsNotKnownIsNotErased() throws EngineFailure {
        assertRefused("unknown-person", erase(1, new Pseudonym("p-00000000000000a9")));
    }

    @Test
    void nobodyErasesThemselves() throws EngineFailure {
        assertRefused("no-second-person", scene.handle(1, new Command.ErasePerson(TRADER, TRADER.value(), REASON)));
    }

    @Test
    void whoIsErasedErasesNobody() throws EngineFailure {
        scene.handle(1, new Command.ErasePerson(OFFICER, HEAD.value(), REASON));
        assertRefused("no-second-person", erase(2, TRADER));
    }

    private static Command enrols(JdkKeyPair key) {
        JsonObject enrolment = Enrolment.sign(HEAD.value(), key);
        return new Command.EnrolKey(
                enrolment, Scene.RISK, KeyConfirmation.sign(enrolment, Scene.RISK, Scene.key(Scene.RISK)));
    }

    @Test
    void aKeyIsRevokedFirst() throws EngineFailure {
        scene.handle(1, enrols(JdkKeyPair.of("key-a2", 71)));
        assertRefused("key-in-force", erase(2, HEAD));
        scene.handle(3, new Command.RevokeKey("key-a2", OFFICER.value(), REASON));
        assertRecorded(erase(4, HEAD));
    }

    @Test
    void whoStillAsksIsNotErased() throws EngineFailure {
        String submission = Scene.waiting(scene.handle(
                        1, new Command.Submit(ofTrader(), Scene.basket().snapshot(), Stage.RELEASED)))
                .id();
        assertRefused("still-asking", erase(2, TRADER));
        scene.handle(3, new Command.Withdraw(submission, TRADER.value()));
        assertRecorded(erase(4, TRADER));
    }

    @Test
    void whoseVoteStillCountsIsNotErased() throws EngineFailure {
        JdkKeyPair key = JdkKeyPair.of("key-a2", 71);
        scene.handle(1, enrols(key));
        scene.submit(2, Scene.basket());
        scene.handle(3, new Command.Vote(scene.approves(HEAD.value()).sign(key)));
        scene.handle(4, new Command.RevokeKey("key-a2", OFFICER.value(), REASON));
        assertRefused("still-asking", erase(5, HEAD));
        scene.engine.poll(Scene.at(700), 10);
        assertRecorded(erase(701, HEAD));
    }

    @Test
    void aRestartedEngineKnowsWhoIsErased() throws EngineFailure {
        erase(1, TRADER);
        Scene again = scene.restarted();
        assertEquals(scene.engine.state(), again.engine.state());
        assertRefused("erased-already", again.handle(2, new Command.ErasePerson(TRADER, OFFICER.value(), REASON)));
    }

    private Reply erase(long second, Pseudonym person) throws EngineFailure {
        return scene.handle(second, new Command.ErasePerson(person, OFFICER.value(), REASON));
    }

    private static Submission ofTrader() {
        Submission made = Scene.basket().submission();
        return new Submission(
                made.basketId(),
                TRADER.value(),
                made.desk(),
                made.location(),
                made.flow(),
                made.intended(),
                made.lines());
    }

    private static void assertRefused(String code, Reply reply) {
        assertEquals(code, Scene.refusal(reply));
    }

    private static void assertRecorded(Reply reply) {
        assertInstanceOf(Outcome.Recorded.class, reply.outcome());
    }
}
