package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Applicability;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Heading;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;

/** Whatever happens to alerts: an engine that is opened on the journal is equal to the one that wrote it. */
class AlertRestoreTest {
    private static final int DAYS = 40;
    private static final int STEPS = 60;
    private static final List<String> PEOPLE =
            List.of(Alarm.DESK_PERSON, Alarm.SERVICE_PERSON, Alarm.HEAD_PERSON, Alarm.COVER, Scene.STRANGER);

    @Test
    void aRestartedEngineIsEqualAfterEveryRandomDay() throws EngineFailure {
        long seed = Long.getLong("portcullis.seed", 20_220_502);
        for (int day = 0; day < DAYS; day++) {
            Random random = new Random(seed + day);
            Flight flight = day();
            List<String> played = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                played.add(play(flight, random, 10 + step * 20));
            }
            assertEquals(
                    flight.scene.engine.state(),
                    flight.scene.restarted().engine.state(),
                    "seed " + (seed + day) + " after " + played);
        }
    }

    @Test
    void aMessageThatIsTooLongForAnEntryIsCutBeforeItCounts() throws EngineFailure {
        Heading usual = Sample.heading("D1-WORDY", Subject.ORDERS, Sample.LONDON);
        Control wordy = new Control.InFlight(
                new Heading(
                        usual.id(),
                        usual.citations(),
                        usual.owner(),
                        usual.review(),
                        new Applicability(Subject.ORDERS, List.of(), Sample.LONDON, Stage.WORKING),
                        usual.missingData(),
                        "long ".repeat(200),
                        usual.sentence()),
                Action.SUSPEND,
                Target.ORDER,
                Sample.moreThan(Measure.ORDER_NOTIONAL, Sample.usd(60_000)),
                Optional.empty());
        Flight flight = Alarm.working(Alarm.people(), wordy, Alarm.onSuspensions());
        flight.price(4, "AAA", 100);
        assertEquals(1, flight.scene.engine.alerts().size());
        assertEquals(
                flight.scene.engine.state(), flight.scene.restarted().engine.state());
    }

    @Test
    void everyEntryReadsBackAsItWasWritten() throws EngineFailure {
        Random random = new Random(7);
        TreeSet<String> types = new TreeSet<>();
        for (int day = 0; day < DAYS; day++) {
            Flight flight = day();
            for (int step = 0; step < STEPS; step++) {
                play(flight, random, 10 + step * 20);
            }
            for (JournalEntry entry : flight.scene.memory.entries()) {
                assertEquals(entry.body(), EntryBody.read(entry).orElseThrow().toJson());
                types.add(entry.type());
            }
        }
        for (String type : List.of(
                "alert.raised",
                "alert.joined",
                "alert.told",
                "alert.acted",
                "alert.step.taken",
                "alert.acknowledged",
                "alert.acknowledgement.refused",
                "alert.delivered",
                "alert.seen",
                "alert.confirmation.refused",
                "desk.handover.offered",
                "desk.handover.accepted",
                "desk.handover.refused",
                "desk.handover.lapsed")) {
            assertTrue(types.contains(type), type);
        }
    }

    private static Flight day() throws EngineFailure {
        return Alarm.working(
                Alarm.people(),
                Flight.messageRate(1, false),
                Alarm.onSuspensions(),
                Alarm.monitor(60_000, Stage.WORKING, Optional.of(Reference.to(Measure.BASKET_ID))));
    }

    private static String play(Flight flight, Random random, long second) throws EngineFailure {
        String order = random.nextBoolean() ? Flight.A : Flight.B;
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String alert = "A-00000" + (1 + random.nextInt(4));
        Role role = new Role(random.nextBoolean() ? Alarm.DESK : Alarm.SERVICE);
        Command command = switch (random.nextInt(10)) {
            case 0, 1 ->
                new Command.Report(Flight.price(order.equals(Flight.A) ? "AAA" : "BBB", 40 + random.nextInt(70)));
            case 2, 3 -> new Command.Report(Flight.message("M-" + second, order, 1));
            case 4 -> new Command.AcknowledgeAlert(alert, person, "seen to");
            case 5 -> new Command.ConfirmDelivery(alert, person, "screen", 1 + random.nextInt(6));
            case 6 -> new Command.Seen(alert, person, 1 + random.nextInt(6));
            case 7 ->
                new Command.OfferHandOver(
                        role,
                        random.nextBoolean() ? "" : "Delta 1",
                        person,
                        PEOPLE.get(random.nextInt(PEOPLE.size())),
                        Optional.empty(),
                        "",
                        Scene.at(second + 60));
            default -> new Command.AcceptHandOver("D-00000" + (1 + random.nextInt(4)), person);
        };
        flight.scene.handle(second, command);
        if (random.nextBoolean()) {
            flight.scene.engine.poll(Scene.at(second), 10);
        }
        return command.toString();
    }
}
