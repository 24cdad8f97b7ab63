package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.model.control.Role;
import org.portcullis.model.measure.Measure;

/** What time alone does. */
class DeadlineTest {
    private static final int MANY = 100;

    private Scene scene;

    @BeforeEach
    void aBasketIsHeld() throws EngineFailure {
        scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        Scene.waiting(scene.submit(0, Scene.basket()));
    }

    @Test
    void silenceEscalatesToTheRoleAndNamesItsPeople() throws EngineFailure {
        PollReply reply = scene.engine.poll(Scene.at(180), MANY);
        assertEquals(List.of("hold.escalated"), Scene.types(reply.entries()));
        assertEquals(
                List.of(Scene.BOTH, Scene.DELEGATE, Scene.EDITOR, Scene.SECOND_RISK, Scene.RISK),
                reply.entries().get(0).body().array("people").texts());
        assertEquals(Optional.of(Scene.at(360)), reply.next());
    }

    @Test
    void nothingFiresBeforeItIsDue() throws EngineFailure {
        assertEquals(List.of(), scene.engine.poll(Scene.at(179), MANY).entries());
    }

    @Test
    void noStepIsTakenTwice() throws EngineFailure {
        scene.engine.poll(Scene.at(180), MANY);
        assertEquals(List.of(), scene.engine.poll(Scene.at(181), MANY).entries());
    }

    @Test
    void expiryRejects() throws EngineFailure {
        PollReply reply = scene.engine.poll(Scene.at(601), MANY);
        assertEquals(List.of("hold.escalated", "hold.escalated", "hold.expired"), Scene.types(reply.entries()));
        assertEquals(Phase.EXPIRED, scene.engine.view("S-000001").orElseThrow().phase());
        assertEquals(Optional.empty(), reply.next());
        assertEquals("late", Scene.refusal(scene.vote(602, Scene.HEAD)));
    }

    @Test
    void theLastInstantIsInTime() throws EngineFailure {
        assertEquals(
                List.of("hold.escalated", "hold.escalated"),
                Scene.types(scene.engine.poll(Scene.at(600), MANY).entries()));
    }

    @Test
    void aPollFiresNoMoreThanItMay() throws EngineFailure {
        PollReply reply = scene.engine.poll(Scene.at(601), 1);
        assertEquals(List.of("hold.escalated"), Scene.types(reply.entries()));
        assertEquals(Optional.of(Scene.at(360)), reply.next());
    }

    @Test
    void aStepTellsThePeopleOfItsRoleThatTheHoldStillWaits() throws EngineFailure {
        PollReply reply = scene.engine.poll(Scene.at(601), 1);
        assertEquals(
                List.of(new Instruction.Tell(
                        "S-000001-H",
                        0,
                        new Role("Trading Risk"),
                        List.of(Scene.BOTH, Scene.DELEGATE, Scene.EDITOR, Scene.SECOND_RISK, Scene.RISK),
                        "hold S-000001-H of S-000001 still waits for signatures")),
                reply.instructions());
    }

    @Test
    void aReleaseEndsTheWaiting() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        scene.vote(20, Scene.RISK);
        PollReply reply = scene.engine.poll(Scene.at(80), MANY);
        assertEquals(List.of(), reply.entries());
        assertEquals(Optional.of(Scene.at(80).plusNanos(1)), reply.next());
    }

    @Test
    void aTokenThatNobodyPresentsEndsTheSubmission() throws EngineFailure {
        scene.vote(10, Scene.HEAD);
        Outcome.Released released = Scene.released(scene.vote(20, Scene.RISK));
        PollReply reply = scene.engine.poll(Scene.at(9_000), MANY);
        assertEquals(List.of("submission.ended"), Scene.types(reply.entries()));
        assertEquals(Optional.empty(), reply.next());
        assertEquals("expired", Scene.refusal(scene.present(9_000, released, Scene.basket())));
    }

    @Test
    void warningsThatNobodyAcknowledgesEndTheSubmission() throws EngineFailure {
        Scene warned = Scene.open(
                Scene.GRANT, Sample.softOrder("D1-SOFT", Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(1))));
        Scene.waiting(warned.submit(0, Scene.basket()));
        assertEquals(
                List.of("submission.ended"),
                Scene.types(warned.engine.poll(Scene.at(601), MANY).entries()));
        assertEquals(
                Phase.UNACKNOWLEDGED,
                warned.engine.view("S-000001").orElseThrow().phase());
    }

    @Test
    void timeThatGoesBackIsRefusedAndRecorded() throws EngineFailure {
        scene.vote(20, Scene.HEAD);
        Reply reply = scene.vote(19, Scene.RISK);
        assertEquals("time-went-back", Scene.refusal(reply));
        assertEquals(List.of("time.refused"), Scene.types(reply.entries()));
        assertEquals(Scene.at(20), reply.entries().get(0).at());
        assertEquals(List.of(), scene.engine.poll(Scene.at(19), MANY).entries());
        Scene.released(scene.vote(21, Scene.RISK));
    }
}
