package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Stage;

/** A kill switch latches first, cancels everything, and stays pulled until people clear it. */
class KillSwitchTest {
    private static final Command PULL = new Command.PullSwitch(Flight.KILL, Scene.MAKER, "wrong basket");

    @Test
    void theLatchIsRecordedBeforeTheCancellations() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        Reply reply = flight.scene.handle(4, PULL);
        assertEquals(List.of("switch.pulled", "work.cancel.asked"), Flight.types(reply));
        assertEquals(
                List.of(new Instruction.Cancel("D1-KILL", "wrong basket", List.of(Flight.A, Flight.B))),
                reply.instructions());
    }

    @Test
    void nothingNewComesWhileItIsPulled() throws EngineFailure {
        Flight flight = Flight.released(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        flight.scene.handle(3, PULL);
        var market = Scene.basket().again("W-2");
        assertInstanceOf(
                Outcome.Blocked.class,
                flight.scene
                        .handle(4, new Command.Submit(market.submission(), market.snapshot(), Stage.RELEASED))
                        .outcome());
        assertEquals("blocked", Scene.refusal(flight.report(5, new WorkEvent.Sent(Flight.A, "VWAP-1"))));
    }

    @Test
    void noMessageButACancelGoes() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        flight.scene.handle(4, PULL);
        assertEquals("cancelling", Scene.refusal(flight.message(5, "M-1", Flight.A)));
    }

    @Test
    void whatWaitsInItsScopeEnds() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, Flight.killSwitch(1));
        scene.submit(1, Scene.basket());
        scene.handle(2, PULL);
        assertEquals(Phase.KILLED, scene.engine.view("S-000001").orElseThrow().phase());
        assertEquals("hold-ended", Scene.refusal(scene.vote(3, Scene.HEAD)));
    }

    @Test
    void aTokenThatIsOutIsVoid() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        Outcome.Released released = Scene.released(scene.submit(1, Scene.basket()));
        scene.handle(2, PULL);
        assertEquals("superseded", Scene.refusal(scene.present(3, released, Scene.basket())));
    }

    @Test
    void itSaysHowLongTheCancellationsTook() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        flight.scene.handle(4, PULL);
        assertEquals(
                List.of("work.reported"),
                Flight.types(flight.report(5, new WorkEvent.Ended(Flight.A, WorkEvent.Ended.How.CANCELLED))));
        Reply last = flight.report(11, new WorkEvent.Ended(Flight.B, WorkEvent.Ended.How.CANCELLED));
        assertEquals(
                new SwitchEntry.Swept(Flight.KILL, 2, 7_000),
                EntryBody.read(last.entries().get(1)).orElseThrow());
    }

    @Test
    void itStaysPulledOverARestart() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        flight.scene.handle(4, PULL);
        assertEquals(Set.of("D1-KILL"), flight.scene.restarted().engine.pulledSwitches());
    }

    @Test
    void whoHoldsNoRoleOfItDoesNotPullIt() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        Command pull = new Command.PullSwitch(Flight.KILL, Scene.STRANGER, "?");
        assertEquals("role-not-held", Scene.refusal(flight.scene.handle(4, pull)));
        assertEquals(Set.of(), flight.scene.engine.pulledSwitches());
    }

    @Test
    void aSwitchThatNeedsTwoWaitsForTheSecond() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(2));
        assertEquals(List.of("switch.asked"), Flight.types(flight.scene.handle(4, PULL)));
        assertEquals(List.of("switch.asked"), Flight.types(flight.scene.handle(5, PULL)));
        flight.scene.handle(6, new Command.PullSwitch(Flight.KILL, Scene.RISK, "seen too"));
        assertEquals(Set.of("D1-KILL"), flight.scene.engine.pulledSwitches());
    }

    @Test
    void twoOfRiskClearIt() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        flight.scene.handle(4, PULL);
        StopTest.reEnable(flight.scene, "D1-KILL", Scene.RISK, Scene.SECOND_RISK);
        assertEquals(Set.of(), flight.scene.engine.pulledSwitches());
        var market = Scene.basket().again("W-2");
        assertInstanceOf(
                Outcome.Released.class,
                flight.scene
                        .handle(30, new Command.Submit(market.submission(), market.snapshot(), Stage.RELEASED))
                        .outcome());
    }

    @Test
    void pullingItAgainAsksAgain() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, Scene.FREE, Flight.killSwitch(1));
        flight.scene.handle(4, PULL);
        assertEquals(1, flight.scene.handle(5, PULL).instructions().size());
    }
}
