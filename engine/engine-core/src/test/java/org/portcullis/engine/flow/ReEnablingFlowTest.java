package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Statement;
import org.portcullis.model.json.JsonObject;

/** Who lets go of what was stopped, and who does not. */
class ReEnablingFlowTest {
    private static final String ID = "P-000001";

    private Scene scene;

    @BeforeEach
    void aStrategyIsSuspended() throws EngineFailure {
        scene = Scene.stopped(new OneStop(), Scene.GRANT, Scene.APPROVAL);
        scene.turnTo(ID);
    }

    private Reply ask(long second, String stopped) throws EngineFailure {
        return scene.handle(second, new Command.AskReEnabling(stopped, Scene.MAKER, "the feed is back"));
    }

    @Test
    void askingBeginsAHoldOfTheControlsQuorums() throws EngineFailure {
        Reply reply = ask(0, OneStop.STOP);
        assertEquals(List.of("petition.asked", "hold.begun", "hold.quorum"), Scene.types(reply.entries()));
        assertEquals(
                new Purpose(Purpose.Kind.RE_ENABLING, OneStop.STOP),
                Scene.petitioned(reply).purpose());
    }

    @Test
    void theSignatureNeededLetsGo() throws EngineFailure {
        ask(0, OneStop.STOP);
        Reply reply = scene.vote(10, Scene.RISK);
        assertEquals(List.of("approval.vote.accepted", "hold.released", "time.refused"), Scene.types(reply.entries()));
        assertEquals(HoldProgress.End.RELEASED, Scene.petitioned(reply).hold().end());
    }

    @Test
    void aKillSwitchNeedsItsOwnQuorum() throws EngineFailure {
        ask(0, OneStop.SWITCH);
        assertEquals(
                HoldProgress.End.OPEN,
                Scene.petitioned(scene.vote(10, Scene.RISK)).hold().end());
        assertEquals(
                HoldProgress.End.RELEASED,
                Scene.petitioned(scene.vote(20, Scene.SECOND_RISK)).hold().end());
    }

    @Test
    void whoAskedDoesNotSign() throws EngineFailure {
        ask(0, OneStop.STOP);
        assertEquals("requester", Scene.refusal(scene.vote(10, Scene.MAKER)));
    }

    @Test
    void aDelegateOfWhoAskedIsExcluded() throws EngineFailure {
        ask(0, OneStop.STOP);
        assertEquals("excluded", Scene.refusal(scene.vote(10, Scene.DELEGATE)));
    }

    @Test
    void oneRejectionEndsIt() throws EngineFailure {
        ask(0, OneStop.SWITCH);
        Statement rejection = scene.states(Scene.RISK, Statement.Action.REJECT);
        Reply reply = scene.handle(10, new Command.Vote(rejection.sign(Scene.key(Scene.RISK))));
        assertEquals(List.of("approval.vote.accepted", "hold.rejected"), Scene.types(reply.entries()));
        assertEquals("hold-ended", Scene.refusal(scene.vote(20, Scene.SECOND_RISK)));
    }

    @Test
    void itExpiresAfterAnHour() throws EngineFailure {
        ask(0, OneStop.STOP);
        assertEquals(List.of(), scene.engine.poll(Scene.at(3_600), 10).entries());
        assertEquals(
                List.of("hold.expired"),
                Scene.types(scene.engine.poll(Scene.at(3_601), 10).entries()));
        assertTrue(scene.engine.state().deadlines.isEmpty());
    }

    @Test
    void theDeadlineIsKeptOverARestart() throws EngineFailure {
        ask(0, OneStop.STOP);
        Scene after = scene.restarted();
        assertEquals(
                List.of("hold.expired"),
                Scene.types(after.engine.poll(Scene.at(4_000), 10).entries()));
    }

    @Test
    void aVoteAfterARestartLetsGo() throws EngineFailure {
        ask(0, OneStop.STOP);
        Scene after = scene.restarted();
        after.turnTo(ID);
        assertEquals(
                List.of("approval.vote.accepted", "hold.released", "time.refused"),
                Scene.types(after.vote(10, Scene.RISK).entries()));
    }

    @Test
    void theStateIsEqualAfterEveryEntry() throws EngineFailure {
        ask(0, OneStop.SWITCH);
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        scene.vote(10, Scene.RISK);
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
        scene.vote(20, Scene.SECOND_RISK);
        assertEquals(scene.engine.state(), scene.restarted().engine.state());
    }

    @Test
    void whatWaitsIsNotAskedTwice() throws EngineFailure {
        ask(0, OneStop.STOP);
        assertEquals("asked-already", Scene.refusal(ask(1, OneStop.STOP)));
    }

    @Test
    void itIsAskedAgainAfterARejection() throws EngineFailure {
        ask(0, OneStop.STOP);
        Statement rejection = scene.states(Scene.RISK, Statement.Action.REJECT);
        scene.handle(10, new Command.Vote(rejection.sign(Scene.key(Scene.RISK))));
        assertEquals("P-000002", Scene.petitioned(ask(20, OneStop.STOP)).id());
    }

    @Test
    void whatIsNotStoppedIsNotLetGo() throws EngineFailure {
        assertEquals("not-stopped", Scene.refusal(ask(0, "X-000009")));
    }

    @Test
    void whatNobodyReEnablesStaysStopped() throws EngineFailure {
        assertEquals("not-re-enabled", Scene.refusal(ask(0, OneStop.FOR_EVER)));
    }

    @Test
    void aBlankReasonIsRefused() throws EngineFailure {
        Command.AskReEnabling blank = new Command.AskReEnabling(OneStop.STOP, Scene.MAKER, " ");
        assertEquals("no-reason", Scene.refusal(scene.handle(0, blank)));
    }

    @Test
    void nothingIsAskedWithoutAPolicy() throws EngineFailure {
        Scene after = scene.restarted();
        Command.AskReEnabling asking = new Command.AskReEnabling(OneStop.STOP, Scene.MAKER, "again");
        assertEquals("no-policy", Scene.refusal(after.handle(1, asking)));
    }

    @Test
    void onlyWhoAskedTakesItBack() throws EngineFailure {
        ask(0, OneStop.STOP);
        assertEquals("not-the-submitter", Scene.refusal(scene.handle(1, new Command.Withdraw(ID, Scene.RISK))));
        Reply reply = scene.handle(2, new Command.Withdraw(ID, Scene.MAKER));
        assertEquals(List.of("petition.withdrawn"), Scene.types(reply.entries()));
        assertEquals("hold-ended", Scene.refusal(scene.vote(3, Scene.RISK)));
    }

    @Test
    void whatIsOverIsNotTakenBack() throws EngineFailure {
        ask(0, OneStop.STOP);
        scene.vote(1, Scene.RISK);
        assertEquals("not-waiting", Scene.refusal(scene.handle(2, new Command.Withdraw(ID, Scene.MAKER))));
    }

    @Test
    void theTextNamesWhatIsStoppedAndWhoAsks() throws EngineFailure {
        ask(0, OneStop.STOP);
        assertEquals("""
                Strategy VWAP-7 is suspended by D1-LARGE-BASKET.
                Asked by p-hale, who says: the feed is back
                Needed, all by different people:
                  1 of role "Trading Risk" (D1-LARGE-BASKET), 4 eligible
                Each states a reason.
                Until 2022-05-02T08:56:00Z, otherwise rejected.
                """, scene.hold(ID).text());
    }

    @Test
    void theHoldOfASubmissionHasNoPurposeInItsEntry() throws EngineFailure {
        scene.submit(0, Scene.basket());
        JsonObject begun = scene.memory.entries().stream()
                .filter(entry -> entry.type().equals("hold.begun"))
                .findFirst()
                .orElseThrow()
                .body();
        assertFalse(begun.has("purpose"));
    }
}
