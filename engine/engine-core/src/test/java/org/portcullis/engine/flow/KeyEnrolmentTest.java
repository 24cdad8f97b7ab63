package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.model.json.JsonObject;

/** Whose keys count. */
class KeyEnrolmentTest {
    private static final JdkKeyPair KEY = JdkKeyPair.of("key-1", 70);

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
    void aKeyIsEnrolledWithProofAndASecondPerson() throws EngineFailure {
        Reply reply = enrol(Enrolment.sign(Scene.HEAD, KEY), Scene.RISK);
        JsonObject body = reply.entries().get(0).body();
        assertEquals("key.enrolled", reply.entries().get(0).type());
        assertEquals("key-1", body.text("keyId"));
        assertEquals(Scene.HEAD, body.text("person"));
        assertEquals(Scene.RISK, body.text("confirmedBy"));
    }

    @Test
    void nobodyConfirmsTheirOwnKey() throws EngineFailure {
        assertRefused("no-second-person", enrol(Enrolment.sign(Scene.HEAD, KEY), Scene.HEAD));
    }

    @Test
    void whoConfirmsIsKnown() throws EngineFailure {
        assertRefused("no-second-person", enrol(Enrolment.sign(Scene.HEAD, KEY), "p-nobody"));
    }

    @Test
    void anUnknownPersonHasNoKey() throws EngineFailure {
        assertRefused("unknown-person", enrol(Enrolment.sign("p-nobody", KEY), Scene.HEAD));
    }

    @Test
    void anothersKeyCannotBeEnrolled() throws EngineFailure {
        JsonObject stolen = Enrolment.sign(Scene.HEAD, KEY);
        JsonObject forged = JsonObject.builder()
                .put("payload", stolen.text("payload"))
                .put("payloadType", stolen.text("payloadType"))
                .put(
                        "signatures",
                        Enrolment.sign(Scene.HEAD, JdkKeyPair.of("key-1", 71)).array("signatures"))
                .build();
        assertRefused("no-possession", enrol(forged, Scene.RISK));
    }

    @Test
    void aKeyIsEnrolledOnce() throws EngineFailure {
        enrol(Enrolment.sign(Scene.HEAD, KEY), Scene.RISK);
        assertRefused("key-id-taken", enrol(Enrolment.sign(Scene.RISK, JdkKeyPair.of("key-1", 71)), Scene.HEAD));
        assertRefused("key-taken", enrol(Enrolment.sign(Scene.RISK, JdkKeyPair.of("key-2", 70)), Scene.HEAD));
    }

    @Test
    void theEnginesOwnKeyIsNobodys() throws EngineFailure {
        assertRefused("key-taken", enrol(Enrolment.sign(Scene.HEAD, JdkKeyPair.of("mine", 99)), Scene.RISK));
    }

    @Test
    void whatIsNoEnrolmentIsRefused() throws EngineFailure {
        assertRefused("malformed", enrol(JsonObject.of("payload", "key"), Scene.RISK));
    }

    @Test
    void aRevokedKeyStaysRevoked() throws EngineFailure {
        enrol(Enrolment.sign(Scene.HEAD, KEY), Scene.RISK);
        Command revoke = new Command.RevokeKey("key-1", Scene.RISK, "lost laptop");
        assertEquals(
                "key.revoked",
                engine.handle(revoke, Scene.at(++second)).entries().get(0).type());
        assertRefused("unknown-key", engine.handle(revoke, Scene.at(++second)));
        assertRefused("key-id-taken", enrol(Enrolment.sign(Scene.HEAD, KEY), Scene.RISK));
    }

    private Reply enrol(JsonObject enrolment, String confirmedBy) throws EngineFailure {
        return engine.handle(new Command.EnrolKey(enrolment, confirmedBy), Scene.at(++second));
    }

    private static void assertRefused(String code, Reply reply) {
        assertEquals(code, Scene.refusal(reply));
        assertEquals(List.of("key.refused"), Scene.types(reply.entries()));
    }
}
