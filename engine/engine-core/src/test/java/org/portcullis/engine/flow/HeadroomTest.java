package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.value.Exact;

/** A desk may bring in USD 400,000 a day, in baskets of USD 150,000: two fit, and a third only when one gives back. */
class HeadroomTest {
    private static final Control DAY = Flight.deskDay(400_000);

    @Test
    void whatIsHeldKeepsItsHeadroom() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        assertInstanceOf(Outcome.Blocked.class, submit(scene, 3, "W-3").outcome());
    }

    @Test
    void whatIsWithdrawnGivesBack() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        scene.handle(3, new Command.Withdraw("S-000001", Scene.MAKER));
        assertInstanceOf(Outcome.Waiting.class, submit(scene, 4, "W-3").outcome());
    }

    @Test
    void whatExpiresGivesBack() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 100, "W-2");
        scene.engine.poll(Scene.at(602), 100);
        assertEquals(Phase.EXPIRED, scene.engine.view("S-000001").orElseThrow().phase());
        assertEquals(
                List.of(),
                scene.engine.orders("S-000001").stream()
                        .filter(order -> !order.isOver())
                        .toList());
        assertEquals(2, scene.engine.orders("S-000002").size());
    }

    @Test
    void aTokenThatNobodyPresentsGivesBack() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        assertInstanceOf(Outcome.Blocked.class, submit(scene, 3, "W-3").outcome());
        scene.engine.poll(Scene.at(61).plusNanos(1), 100);
        assertInstanceOf(Outcome.Released.class, submit(scene, 62, "W-4").outcome());
    }

    @Test
    void theSameBasketAgainCountsOnce() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        assertInstanceOf(Outcome.Waiting.class, submit(scene, 3, "W-2").outcome());
    }

    @Test
    void whatIsCancelledGivesBackAndWhatWasExecutedDoesNot() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, DAY);
        submit(flight.scene, 4, "W-2");
        flight.fill(5, Flight.A, "E-1", 400);
        flight.report(6, new WorkEvent.Ended(Flight.A, WorkEvent.Ended.How.CANCELLED));
        // 40,000 of A is executed, B has 50,000 out and the second basket 150,000: 160,000 are left.
        assertInstanceOf(Outcome.Released.class, submit(flight.scene, 7, "W-3").outcome());
        assertInstanceOf(Outcome.Blocked.class, submit(flight.scene, 8, "W-4").outcome());
    }

    @Test
    void anAmendmentToLessGivesBack() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, DAY);
        submit(flight.scene, 4, "W-2");
        assertInstanceOf(Outcome.Blocked.class, submit(flight.scene, 5, "W-3").outcome());
        flight.report(6, new WorkEvent.Amended(Flight.A, 500 * Exact.ONE));
        assertInstanceOf(Outcome.Released.class, submit(flight.scene, 7, "W-4").outcome());
    }

    @Test
    void anAmendmentToMoreNeedsRoom() throws EngineFailure {
        Flight flight = Flight.working(Scene.GRANT, DAY);
        submit(flight.scene, 4, "W-2");
        assertEquals("blocked", Scene.refusal(flight.report(5, new WorkEvent.Amended(Flight.A, 2_001 * Exact.ONE))));
        assertInstanceOf(
                Outcome.Recorded.class,
                flight.report(6, new WorkEvent.Amended(Flight.A, 2_000 * Exact.ONE))
                        .outcome());
    }

    @Test
    void aRestartKeepsTheWindowsFull() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        Scene again = scene.restarted(Scene.GRANT, Scene.APPROVAL, DAY);
        assertInstanceOf(Outcome.Blocked.class, submit(again, 3, "W-3").outcome());
    }

    @Test
    void aPolicyThatComesIntoForceKnowsWhatHappenedBefore() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        scene.activate(Sample.pack(Scene.GRANT, Scene.APPROVAL, DAY));
        assertInstanceOf(Outcome.Blocked.class, submit(scene, 3, "W-3").outcome());
    }

    @Test
    void whatWasRefusedDoesNotCount() throws EngineFailure {
        Scene scene = Scene.open(Scene.GRANT, Scene.APPROVAL, DAY);
        submit(scene, 1, "W-1");
        submit(scene, 2, "W-2");
        submit(scene, 3, "W-3");
        scene.handle(4, new Command.Withdraw("S-000002", Scene.MAKER));
        assertInstanceOf(Outcome.Waiting.class, submit(scene, 5, "W-4").outcome());
    }

    private static Reply submit(Scene scene, long second, String basket) throws EngineFailure {
        var market = basket.equals("W-1") ? Scene.basket() : Scene.basket().again(basket);
        return scene.handle(second, new Command.Submit(market.submission(), market.snapshot(), Stage.RELEASED));
    }
}
