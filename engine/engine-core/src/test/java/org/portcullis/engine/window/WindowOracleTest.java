package org.portcullis.engine.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.window.Windows.count;
import static org.portcullis.engine.window.Windows.seconds;
import static org.portcullis.engine.window.Windows.sum;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.window.WindowEvent.What;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** Compares the book with a recount of everything, on random events and candidates of a seed that it prints. */
@Tag("long")
class WindowOracleTest {
    private static final long SEED = Long.getLong("portcullis.seed", 20_220_502L);
    private static final int ROUNDS = 300;
    private static final int EVENTS = 60;
    private static final List<What> WHATS = List.of(What.values());
    private static final Reference[] REFERENCES = {
        Windows.DESK_DAY,
        sum(Measure.ORDER_NOTIONAL, seconds(600), List.of(Counting.OPEN), Measure.ORDER_DESK, Measure.ORDER_SYMBOL),
        sum(Measure.ORDER_QUANTITY, seconds(60), List.of(Counting.EXECUTED), Measure.ORDER_DESK),
        sum(Measure.ORDER_NOTIONAL, seconds(3_600), List.of(Counting.HELD, Counting.EXECUTED), Measure.ORDER_SYMBOL),
        count(Measure.ORDER_ID, seconds(30), Counting.UNLESS_SAID, Measure.ORDER_DESK),
        count(Measure.ORDER_ID, Optional.empty(), List.of(Counting.REJECTED), Measure.ORDER_DESK),
        count(Measure.MESSAGE_ID, seconds(5), Counting.UNLESS_SAID, Measure.ORDER_DESK),
        sum(Measure.EXECUTION_NOTIONAL, Optional.empty(), Counting.UNLESS_SAID, Measure.ORDER_DESK),
        count(Measure.EXECUTION_ID, seconds(120), List.of(Counting.EXECUTED), Measure.ORDER_SYMBOL)
    };

    @Test
    void bookSaysWhatARecountOfEverythingSays() {
        System.out.println("windows: seed " + SEED + ", " + ROUNDS + " rounds of " + EVENTS + " events");
        long known = 0;
        long unknown = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED * 1_000_003 + round);
            WindowBook book = WindowBook.of(Windows.pack(REFERENCES));
            List<WindowEvent> past = new ArrayList<>();
            Map<String, Map<Measure, String>> texts = new java.util.HashMap<>();
            Instant now = Instant.parse("2022-05-02T21:00:00Z");
            for (int i = 0; i < EVENTS; i++) {
                now = now.plusSeconds(step(random));
                WindowEvent event = event(random, now, texts);
                past.add(event);
                book.record(event);
                Instant later = now.plusSeconds(random.nextInt(3) == 0 ? step(random) : 0);
                now = later;
                SubmissionFacts candidate = candidate(random, later, i);
                Facts facts = book.facts(candidate).lines().get(0);
                for (Reference reference : REFERENCES) {
                    OptionalLong expected = new Recount(past, REFERENCES).value(reference, candidate, later);
                    OptionalLong actual =
                            facts.isKnown(reference) ? OptionalLong.of(facts.micros(reference)) : OptionalLong.empty();
                    assertEquals(
                            expected,
                            actual,
                            "seed " + SEED + ", round " + round + ", event " + i + ": " + reference.words() + "\n"
                                    + past);
                    known += actual.isPresent() ? 1 : 0;
                    unknown += actual.isPresent() ? 0 : 1;
                }
            }
        }
        assertTrue(known > 10_000 && unknown > 1_000, known + " known, " + unknown + " unknown");
    }

    private static long step(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> random.nextInt(3);
            case 2 -> random.nextInt(40);
            case 3 -> random.nextInt(700);
            case 4 -> random.nextInt(30) == 0 ? 40_000 : 1;
            default -> 5;
        };
    }

    private static WindowEvent event(Random random, Instant at, Map<String, Map<Measure, String>> ofOrders) {
        String id = "O" + random.nextInt(12);
        Map<Measure, String> texts = new EnumMap<>(ofOrders.computeIfAbsent(id, first -> texts(random)));
        Map<Measure, Long> amounts = new EnumMap<>(Measure.class);
        What what = WHATS.get(random.nextInt(WHATS.size()));
        boolean says = what == What.OPENED || what == What.HELD || what == What.REJECTED || what == What.AMENDED;
        if (says && random.nextInt(12) > 0) {
            amounts.put(Measure.ORDER_NOTIONAL, amount(random));
        }
        if (says && random.nextInt(6) > 0) {
            amounts.put(Measure.ORDER_QUANTITY, 1 + random.nextInt(9) * Exact.ONE);
        }
        if (what == What.EXECUTED) {
            if (random.nextInt(4) > 0) {
                amounts.put(Measure.EXECUTION_QUANTITY, random.nextInt(5) * Exact.ONE);
            }
            if (random.nextInt(10) > 0) {
                amounts.put(Measure.EXECUTION_NOTIONAL, amount(random));
            }
        }
        if ((what == What.EXECUTED || what == What.BUSTED) && random.nextInt(3) > 0) {
            texts.put(Measure.EXECUTION_ID, "E" + random.nextInt(4));
        }
        return new WindowEvent(at, what, Optional.of(id), texts, amounts);
    }

    private static long amount(Random random) {
        return random.nextInt(60) == 0 ? Long.MAX_VALUE - random.nextInt(5) : random.nextInt(1_000) * 333_333L;
    }

    private static Map<Measure, String> texts(Random random) {
        Map<Measure, String> texts = new EnumMap<>(Measure.class);
        if (random.nextInt(25) > 0) {
            texts.put(Measure.ORDER_DESK, List.of("A", "B").get(random.nextInt(2)));
        }
        texts.put(Measure.ORDER_SYMBOL, List.of("X", "Y").get(random.nextInt(2)));
        return texts;
    }

    private static SubmissionFacts candidate(Random random, Instant at, int number) {
        Facts.Builder line = Facts.builder(1, at)
                .text(Measure.ORDER_ID, "C" + number, Sample.ORIGIN)
                .text(Measure.ORDER_DESK, List.of("A", "B").get(random.nextInt(2)), Sample.ORIGIN)
                .text(Measure.ORDER_SYMBOL, List.of("X", "Y").get(random.nextInt(2)), Sample.ORIGIN)
                .number(Measure.ORDER_QUANTITY, random.nextInt(9) * Exact.ONE, Sample.ORIGIN);
        if (random.nextInt(10) > 0) {
            line.number(Measure.ORDER_NOTIONAL, amount(random), Sample.ORIGIN);
        }
        if (random.nextBoolean()) {
            line.text(Measure.MESSAGE_ID, "M", Sample.ORIGIN);
        }
        return new SubmissionFacts("B", Facts.builder(0, at).build(), List.of(line.build()));
    }
}
