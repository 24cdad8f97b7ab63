package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;
import org.portcullis.report.Evidence;

class InFlightRowsTest {
    private static final ControlId CONTROL = new ControlId("IF-1");
    private static final ControlId SWITCH = new ControlId("KS-1");

    @Test
    void suspensionSaysWhoLetGoOfItAndAfterHowLong() {
        Evidence evidence = new HandMade()
                .at(0, new WorkEntry.Stopped(stop()))
                .at(5, new WorkEntry.CancelAsked("IF-1", "too fast", List.of("O-1", "O-2")))
                .at(90, new HoldEntry.Released("P-1", "", List.of(new Seating.Taken(0, CONTROL, "p-reid"))))
                .at(90, new WorkEntry.Resumed("X-000001", "re-enabled", "P-1"))
                .evidence();
        assertEquals(
                List.of(
                        "0 | SUSPENDED | IF-1 | the strategy | ALGO-1 | 3 | 2500000 | USD | people let go | too fast |  | ",
                        "1 | CANCELS ASKED | IF-1 | orders that are out |  | 2 |  |  |  | too fast |  | ",
                        "3 | RESUMED | IF-1 | the strategy | ALGO-1 |  |  |  |  | re-enabled, by hold P-1 | p-reid | 90"),
                rows(evidence));
        assertEquals("3 | 3 | 5 | 5 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "In flight actions"));
    }

    @Test
    void objectionThatIsGoneSaysOfWhichControl() {
        SortedSet<ControlId> cleared = new TreeSet<>(List.of(CONTROL));
        Evidence evidence = new HandMade()
                .at(0, new WorkEntry.Judged("O-1", "S-000001", Stage.RELEASED, 4, List.of(), cleared))
                .evidence();
        assertEquals(
                List.of("0 | OBJECTION GONE | IF-1 | the order | O-1 |  |  |  |  | objects no longer: IF-1 |  | "),
                rows(evidence));
    }

    @Test
    void suspensionFromBeforeThePeriodIsKnownWhenItIsResumed() {
        Evidence evidence = new HandMade()
                .at(0, new WorkEntry.Stopped(stop()))
                .at(60, new WorkEntry.Resumed("X-000001", "satisfied", ""))
                .between(30, 120);
        assertEquals(
                List.of("1 | RESUMED | IF-1 | the strategy | ALGO-1 |  |  |  |  | satisfied |  | 60"), rows(evidence));
        assertEquals("1 | 1 | 0 | 0 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "In flight actions"));
    }

    @Test
    void stopThatNeverBeganIsNotAccurate() {
        Evidence evidence = new HandMade()
                .at(60, new WorkEntry.Resumed("X-000009", "satisfied", ""))
                .evidence();
        assertEquals("1 | 1 | 0 | 0 | COMPLETE | NOT ACCURATE", HandMade.provenance(evidence, "In flight actions"));
    }

    @Test
    void drillWithAKillSwitchSaysHowLongItTookAndWhoLetGo() {
        Evidence evidence = new HandMade()
                .at(0, new SwitchEntry.Asked(SWITCH, "p-reid", "quarterly drill"))
                .at(10, new SwitchEntry.Pulled(SWITCH, "p-okafor", "Quarterly drill", 7))
                .at(12, new SwitchEntry.Swept(SWITCH, 7, 1_830))
                .at(20, new SwitchEntry.Refused(SWITCH, "p-hale", "role-not-held"))
                .at(
                        610,
                        new HoldEntry.Released(
                                "P-2",
                                "",
                                List.of(
                                        new Seating.Taken(0, SWITCH, "p-reid"),
                                        new Seating.Taken(0, SWITCH, "p-lund"))))
                .at(610, new SwitchEntry.Cleared(SWITCH, "P-2"))
                .evidence();
        assertEquals(
                List.of(
                        "0 | ASKED | DRILL | p-reid | quarterly drill |  |  |  | ",
                        "1 | PULLED | DRILL | p-okafor | Quarterly drill | 7 |  |  | ",
                        "2 | SWEPT | DRILL |  | every order whose cancellation was asked for has ended |  | 7 | 1830 | ",
                        "3 | REFUSED |  | p-hale | role-not-held: the person holds no role that pulls this switch |  |  |  | ",
                        "5 | LET GO | DRILL | p-reid, p-lund | the signatures that it needs are there |  |  |  | 600"),
                HandMade.rows(
                        evidence,
                        "Kill switch",
                        "Entry",
                        "Event",
                        "Drill",
                        "Person",
                        "Reason",
                        "Orders out",
                        "Orders ended",
                        "Milliseconds",
                        "Seconds pulled"));
        assertEquals("5 | 5 | 7 | 7 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Kill switch"));
    }

    @Test
    void wordThatOnlyEndsInDrillIsNoDrill() {
        Evidence evidence = new HandMade()
                .at(0, new SwitchEntry.Asked(SWITCH, "p-reid", "mandrill shares run away"))
                .evidence();
        assertEquals(List.of(""), HandMade.rows(evidence, "Kill switch", "Drill"));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(
                evidence,
                "In flight actions",
                "Entry",
                "Event",
                "Control",
                "Target",
                "Order or key",
                "Orders",
                "Open notional",
                "Ccy",
                "Until",
                "Why",
                "Let go by",
                "Seconds stopped");
    }

    private static Stop stop() {
        return new Stop(
                "X-000001",
                CONTROL,
                Action.SUSPEND,
                Target.STRATEGY,
                "ALGO-1",
                true,
                "O-1",
                3,
                Optional.of(new Value.Money(2_500_000_000_000L, new CurrencyCode("USD"))),
                "too fast");
    }
}
