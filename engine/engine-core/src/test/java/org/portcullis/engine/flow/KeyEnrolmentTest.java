package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.approval.KeyConfirmation;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.model.json.JsonObject;

/** Whose keys count. */
class KeyEnrolmentTest {
    private static final JdkKeyPair KEY = JdkKeyPair.of("key-1", 70);
    private static final JdkKeyPair RISK_KEY = JdkKeyPair.of("key-risk", 80);
    private static final JsonObject HEADS = Enrolment.sign(Scene.HEAD, KEY);
    private static final JsonObject RISKS = Enrolment.sign(Scene.RISK, RISK_KEY);

    private OrderEngine engine;
    private int second;

    @BeforeEach
    void nobodyHasAKey() throws EngineFailure {
        MemoryJournal journal = new MemoryJournal("example.org/desk");
        engine = OrderEngine.open(
                journal,
                Scene.desk(),
                new EnginePorts(journal, JdkKeyPair.of("engine", 99), JdkKeyPair.CHECK, new Scene.Counting()),
                EngineTerms.DEFAULT);
    }

    @Test
    void theFoundingKeyIsEnrolledWithProofAndANamedSecondPerson() throws EngineFailure {
        Reply reply = found(HEADS, Scene.RISK);
        JsonObject body = reply.entries().get(0).body();
        assertEquals("key.enrolled", reply.entries().get(0).type());
        assertEquals("key-1", body.text("keyId"));
        assertEquals(Scene.HEAD, body.text("person"));
        assertEquals(Scene.RISK, body.text("confirmedBy"));
        assertFalse(body.has("confirmation"));
    }

    @Test
    void everyOtherKeyIsEnrolledWithTheSignatureOfTheSecondPerson() throws EngineFailure {
        found(HEADS, Scene.RISK);
        JsonObject confirmation = KeyConfirmation.sign(RISKS, Scene.HEAD, KEY);
        Reply reply = enrol(RISKS, Scene.HEAD, confirmation);
        assertEquals("key.enrolled", reply.entries().get(0).type());
        assertEquals(confirmation, reply.entries().get(0).body().object("confirmation"));
    }

    @Test
    void onceAnotherPersonHasAKeyTheSecondPersonSigns() throws EngineFailure {
        found(HEADS, Scene.RISK);
        assertRefused("no-confirmation", enrol(RISKS, Scene.HEAD, JsonObject.EMPTY));
    }

    @Test
    void oneWhoAloneHasKeysMayHaveAnother() throws EngineFailure {
        found(HEADS, Scene.RISK);
        Reply reply = found(Enrolment.sign(Scene.HEAD, JdkKeyPair.of("key-2", 71)), Scene.RISK);
        assertEquals("key.enrolled", reply.entries().get(0).type());
    }

    @Test
    void oneCannotSignForAnother() throws EngineFailure {
        found(HEADS, Scene.RISK);
        assertRefused("bad-confirmation", enrol(RISKS, Scene.MAKER, KeyConfirmation.sign(RISKS, Scene.MAKER, KEY)));
        assertRefused("bad-confirmation", enrol(RISKS, Scene.MAKER, KeyConfirmation.sign(RISKS, Scene.HEAD, KEY)));
    }

    @Test
    void whoConfirmsHasAKeyOfTheirOwn() throws EngineFailure {
        JdkKeyPair unknown = JdkKeyPair.of("key-unknown", 90);
        found(HEADS, Scene.RISK);
        assertRefused("bad-confirmation", enrol(RISKS, Scene.MAKER, KeyConfirmation.sign(RISKS, Scene.MAKER, unknown)));
    }

    @Test
    void aKeyDoesNotConfirmItself() throws EngineFailure {
        assertRefused("bad-confirmation", enrol(HEADS, Scene.RISK, KeyConfirmation.sign(HEADS, Scene.RISK, KEY)));
    }

    @Test
    void aConfirmationIsGoodForItsOwnKeyOnly() throws EngineFailure {
        found(HEADS, Scene.RISK);
        JsonObject other = Enrolment.sign(Scene.RISK, JdkKeyPair.of("key-risk", 81));
        assertRefused("bad-confirmation", enrol(RISKS, Scene.HEAD, KeyConfirmation.sign(other, Scene.HEAD, KEY)));
    }

    @Test
    void aRevokedKeyConfirmsNothing() throws EngineFailure {
        found(HEADS, Scene.RISK);
        enrol(RISKS, Scene.HEAD, KeyConfirmation.sign(RISKS, Scene.HEAD, KEY));
        engine.handle(new Command.RevokeKey("key-1", Scene.RISK, "lost laptop"), Scene.at(++second));
        JsonObject makers = Enrolment.sign(Scene.MAKER, JdkKeyPair.of("key-maker", 82));
        assertRefused("bad-confirmation", enrol(makers, Scene.HEAD, KeyConfirmation.sign(makers, Scene.HEAD, KEY)));
    }

    @Test
    void whenEveryOtherKeyIsRevokedTheNextOneIsAFoundingKey() throws EngineFailure {
        found(HEADS, Scene.RISK);
        engine.handle(new Command.RevokeKey("key-1", Scene.RISK, "lost laptop"), Scene.at(++second));
        assertEquals("key.enrolled", found(RISKS, Scene.HEAD).entries().get(0).type());
    }

    @Test
    void nobodyConfirmsTheirOwnKey() throws EngineFailure {
        assertRefused("no-second-person", found(HEADS, Scene.HEAD));
    }

    @Test
    void whoConfirmsIsKnown() throws EngineFailure {
        assertRefused("no-second-person", found(HEADS, "p-nobody"));
    }

    @Test
    void anUnknownPersonHasNoKey() throws EngineFailure {
        assertRefused("unknown-person", found(Enrolment.sign("p-nobody", KEY), Scene.HEAD));
    }

    @Test
    void anothersKeyCannotBeEnrolled() throws EngineFailure {
        JsonObject forged = JsonObject.builder()
                .put("payload", HEADS.text("payload"))
                .put("payloadType", HEADS.text("payloadType"))
                .put(
                        "signatures",
                        Enrolment.sign(Scene.HEAD, JdkKeyPair.of("key-1", 71)).array("signatures"))
                .build();
        assertRefused("no-possession", found(forged, Scene.RISK));
    }

    @Test
    void aKeyIsEnrolledOnce() throws EngineFailure {
        found(HEADS, Scene.RISK);
        assertRefused("key-id-taken", found(Enrolment.sign(Scene.RISK, JdkKeyPair.of("key-1", 71)), Scene.HEAD));
        assertRefused("key-taken", found(Enrolment.sign(Scene.RISK, JdkKeyPair.of("key-2", 70)), Scene.HEAD));
    }

    @Test
    void theEnginesOwnKeyIsNobodys() throws EngineFailure {
        assertRefused("key-taken", found(Enrolment.sign(Scene.HEAD, JdkKeyPair.of("mine", 99)), Scene.RISK));
    }

    @Test
    void whatIsNoEnrolmentIsRefused() throws EngineFailure {
        assertRefused("malformed", found(JsonObject.of("payload", "key"), Scene.RISK));
    }

    @Test
    void whatHasMoreInItThanIsSignedIsRefused() throws EngineFailure {
        assertRefused("malformed", found(HEADS.toBuilder().put("note", "hello").build(), Scene.RISK));
    }

    @Test
    void aRevokedKeyStaysRevoked() throws EngineFailure {
        found(HEADS, Scene.RISK);
        Command revoke = new Command.RevokeKey("key-1", Scene.RISK, "lost laptop");
        assertEquals(
                "key.revoked",
                engine.handle(revoke, Scene.at(++second)).entries().get(0).type());
        assertRefused("unknown-key", engine.handle(revoke, Scene.at(++second)));
        assertRefused("key-id-taken", found(HEADS, Scene.RISK));
    }

    private Reply found(JsonObject enrolment, String confirmedBy) throws EngineFailure {
        return engine.handle(Command.EnrolKey.founding(enrolment, confirmedBy), Scene.at(++second));
    }

    private Reply enrol(JsonObject enrolment, String confirmedBy, JsonObject confirmation) throws EngineFailure {
        return engine.handle(new Command.EnrolKey(enrolment, confirmedBy, confirmation), Scene.at(++second));
    }

    private static void assertRefused(String code, Reply reply) {
        assertEquals(code, Scene.refusal(reply));
        assertEquals(List.of("key.refused"), Scene.types(reply.entries()));
    }
}
