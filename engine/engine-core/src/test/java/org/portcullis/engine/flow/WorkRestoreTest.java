package org.portcullis.engine.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.work.WorkEvent;
import org.portcullis.model.control.Target;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.Exact;

/** Whatever happens to working orders: an engine that is opened on the journal is equal to the one that wrote it. */
class WorkRestoreTest {
    private static final int DAYS = 40;
    private static final int STEPS = 60;

    @Test
    void aRestartedEngineIsEqualAfterEveryStepOfRandomDays() throws EngineFailure {
        long seed = Long.getLong("portcullis.seed", 20_220_502);
        for (int day = 0; day < DAYS; day++) {
            Random random = new Random(seed + day);
            Flight flight = day();
            List<String> played = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                Command command = command(random, step);
                played.add(command.toString());
                flight.scene.handle(10 + step / 4, command);
            }
            assertEquals(
                    flight.scene.engine.state(),
                    flight.scene.restarted().engine.state(),
                    "seed " + (seed + day) + " after " + played);
        }
    }

    @Test
    void everyEntryReadsBackAsItWasWritten() throws EngineFailure {
        Random random = new Random(4);
        Flight flight = day();
        for (int step = 0; step < 400; step++) {
            flight.scene.handle(10 + step / 4, command(random, step));
        }
        List<String> types = new ArrayList<>();
        for (JournalEntry entry : flight.scene.memory.entries()) {
            JsonObject again = EntryBody.read(entry).orElseThrow().toJson();
            assertEquals(entry.body(), again);
            types.add(entry.type());
        }
        for (String type : List.of(
                "work.reported",
                "work.judged",
                "work.stopped",
                "work.resumed",
                "work.cancel.asked",
                "switch.asked",
                "switch.pulled",
                "switch.refused",
                "switch.swept")) {
            assertTrue(types.contains(type), type);
        }
    }

    private static Flight day() throws EngineFailure {
        return Flight.released(
                Scene.GRANT,
                Scene.FREE,
                Flight.deskDay(400_000),
                Flight.priceOnArrival(5, false),
                Flight.messageRate(3, true),
                Flight.killSwitch(2));
    }

    private static Command command(Random random, int step) {
        String order = random.nextBoolean() ? Flight.A : Flight.B;
        String symbol = random.nextBoolean() ? "AAA" : "BBB";
        String execution = "E-" + random.nextInt(STEPS);
        return switch (random.nextInt(14)) {
            case 0, 1 -> new Command.Report(new WorkEvent.Sent(order, "VWAP-" + random.nextInt(2)));
            case 2, 3, 4, 5 ->
                new Command.Report(
                        Flight.message("M-" + random.nextInt(2 * STEPS + step), order, 1 + random.nextInt(9)));
            case 6, 7 -> new Command.Report(Flight.price(symbol, 40 + random.nextInt(70)));
            case 8, 9 ->
                new Command.Report(new WorkEvent.Executed(
                        order,
                        execution,
                        random.nextBoolean() ? Optional.of("C-M-" + random.nextInt(STEPS)) : Optional.empty(),
                        (1 + random.nextInt(300)) * Exact.ONE,
                        (40 + random.nextInt(70)) * Exact.ONE));
            case 10 -> new Command.Report(new WorkEvent.Busted(order, execution));
            case 11 ->
                random.nextInt(4) == 0
                        ? new Command.Report(new WorkEvent.Ended(order, WorkEvent.Ended.How.CANCELLED))
                        : new Command.Report(new WorkEvent.Amended(order, (1 + random.nextInt(3_000)) * Exact.ONE));
            case 12 ->
                new Command.Report(new WorkEvent.Market(
                        symbol, OptionalLong.empty(), OptionalLong.of(random.nextInt(9_000)), Optional.of("OPEN")));
            default ->
                random.nextInt(3) == 0
                        ? new Command.Cancel(Target.ORDER, order, "p-hale", "random")
                        : new Command.PullSwitch(
                                Flight.KILL,
                                List.of(Scene.MAKER, Scene.RISK, Scene.STRANGER).get(random.nextInt(3)),
                                "random");
        };
    }
}
