package org.portcullis.engine.drools;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Measures what one order costs: twenty controls per desk, on 1, 50 and 500 desks, one order in ten in breach; Drools, hand-written Java and the
 * reference side by side in processor time and allocated bytes of the thread. What it prints differs from run to run, so it runs only when it is told for
 * how many seconds to measure each figure: {@code -Dtest=OrderCost -Dportcullis.seconds=3}.
 */
class OrderCost {
    private static final int CONTROLS_PER_DESK = 20;
    private static final int ORDERS = 1_024;
    private static final String[] FLOWS = {"DSA", "HAND", "ALGO"};

    @Test
    @EnabledIfSystemProperty(named = "portcullis.seconds", matches = "[1-9][0-9]*")
    void printTable() {
        long seconds = Long.getLong("portcullis.seconds", 3);
        System.out.println("controls  evaluator     ns/order  bytes/order  load ms");
        for (int desks : new int[] {1, 50, 500}) {
            PolicyPack pack = pack(desks);
            List<Facts> orders = orders(desks);
            long start = System.nanoTime();
            Evaluator drools = DroolsEvaluator.factory().load(pack);
            long loadMillis = (System.nanoTime() - start) / 1_000_000;
            Evaluator hand = new HandWritten(pack, desks);
            requireSame(hand, drools, orders);
            print(pack, "hand-written", hand, orders, seconds, 0);
            print(pack, "Drools", drools, orders, seconds, loadMillis);
            if (desks == 1) {
                print(pack, "reference", ReferenceEvaluator.factory().load(pack), orders, seconds, 0);
            }
        }
    }

    private static PolicyPack pack(int desks) {
        List<Control> controls = new ArrayList<>();
        for (int desk = 0; desk < desks; desk++) {
            for (int kind = 0; kind < CONTROLS_PER_DESK; kind++) {
                Condition scope = Packs.is(Measure.ORDER_DESK, desk(desk));
                if (kind % 5 == 4) {
                    String flow = FLOWS[kind / 5 % FLOWS.length];
                    scope = new Condition.All(List.of(scope, Packs.is(Measure.ORDER_FLOW, flow)));
                }
                controls.add(Packs.hardLimit("D-" + desk + "-" + kind, scope, breach(kind, desk)));
            }
        }
        return Packs.of(controls);
    }

    private static Condition breach(int kind, int desk) {
        long step = kind * 1_000L + desk;
        return switch (kind % 4) {
            case 0 -> Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(100_000_000 + step));
            case 1 ->
                Packs.moreThan(
                        Measure.ORDER_QUANTITY, new Value.Count((1_000_000 + step) * Exact.ONE, CountUnit.SHARES));
            case 2 -> Packs.moreThanShareOfAdv(200_000 + step, 20);
            default -> Packs.moreThan(Measure.ORDER_PRICE, new Value.Price((5_000 + step) * Exact.ONE, Packs.USD));
        };
    }

    private static List<Facts> orders(int desks) {
        Random random = new Random(7);
        List<Facts> orders = new ArrayList<>();
        for (int i = 0; i < ORDERS; i++) {
            long shares = random.nextInt(10) == 0 ? 1_010_000L : 1L + random.nextInt(100_000);
            long price = 1L + random.nextInt(900);
            orders.add(TestFacts.none()
                    .text(Measure.ORDER_DESK, desk(random.nextInt(desks)))
                    .text(Measure.ORDER_FLOW, FLOWS[random.nextInt(FLOWS.length)])
                    .micros(Measure.ORDER_QUANTITY, shares * Exact.ONE)
                    .micros(Measure.ORDER_PRICE, price * Exact.ONE)
                    .micros(Measure.ORDER_NOTIONAL, shares * price * Exact.ONE)
                    .micros(Measure.MARKET_ADV, 10_000_000 * Exact.ONE)
                    .advTradingDays(20)
                    .build());
        }
        return orders;
    }

    // A new string each time, as a decoder would make it, so that nothing profits from identity.
    private static String desk(int number) {
        return "Desk " + number;
    }

    private static void requireSame(Evaluator hand, Evaluator drools, List<Facts> orders) {
        for (Facts order : orders) {
            Findings expected = Findings.ofOrder(hand, order);
            Findings actual = Findings.ofOrder(drools, order);
            if (!expected.equals(actual)) {
                throw new IllegalStateException("evaluators differ: " + expected + " and " + actual);
            }
        }
    }

    private static void print(
            PolicyPack pack, String name, Evaluator evaluator, List<Facts> orders, long seconds, long loadMillis) {
        Counts counts = new Counts(pack.controls().size());
        run(evaluator, orders, counts, seconds);
        Cost cost = run(evaluator, orders, counts, seconds);
        System.out.printf(
                "%8d  %-12s  %8d  %11d  %7d%n", pack.controls().size(), name, cost.nanos, cost.bytes, loadMillis);
    }

    private record Cost(long nanos, long bytes) {}

    private static Cost run(Evaluator evaluator, List<Facts> orders, Counts counts, long seconds) {
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        long cpu = thread.getCurrentThreadCpuTime();
        long bytes = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
        long done = 0;
        while (System.nanoTime() < until) {
            for (int i = 0; i < orders.size(); i++) {
                evaluator.evaluate(orders.get(i), Stage.ENTERED, Tier.ORDERS, counts);
            }
            done += orders.size();
        }
        return new Cost(
                (thread.getCurrentThreadCpuTime() - cpu) / done,
                (thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - bytes) / done);
    }

    /** Counts what applies and what is found, as an engine does. */
    private static final class Counts implements FindingSink {
        private final long[] applied;
        private final long[] found;

        private Counts(int controls) {
            applied = new long[controls];
            found = new long[controls];
        }

        @Override
        public void applied(int control) {
            applied[control]++;
        }

        @Override
        public void appliedAll(int[] controls) {
            for (int control : controls) {
                applied[control]++;
            }
        }

        @Override
        public void finding(int control, Verdict verdict) {
            found[control]++;
        }
    }

    /** What a programmer would write for this one pack: limits by desk in a hash map, comparisons in a row. */
    private static final class HandWritten implements Evaluator {
        private final PolicyPack pack;
        private final Map<String, Limits> limits = new HashMap<>();

        private HandWritten(PolicyPack pack, int desks) {
            this.pack = pack;
            for (int desk = 0; desk < desks; desk++) {
                limits.put(desk(desk), new Limits(desk));
            }
        }

        @Override
        public PolicyPack pack() {
            return pack;
        }

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            Limits of = limits.get(facts.text(Measure.ORDER_DESK));
            if (of == null) {
                return;
            }
            sink.appliedAll(of.everyFlow);
            String flow = facts.text(Measure.ORDER_FLOW);
            for (int kind = 0; kind < CONTROLS_PER_DESK; kind++) {
                if (kind % 5 == 4) {
                    if (!FLOWS[kind / 5 % FLOWS.length].equals(flow)) {
                        continue;
                    }
                    sink.applied(of.first + kind);
                }
                if (of.isBreached(kind, facts)) {
                    sink.finding(of.first + kind, Verdict.BREACHED);
                }
            }
        }
    }

    private static final class Limits {
        private final int first;
        private final int[] everyFlow;
        private final long[] limit = new long[CONTROLS_PER_DESK];

        private Limits(int desk) {
            first = desk * CONTROLS_PER_DESK;
            List<Integer> always = new ArrayList<>();
            for (int kind = 0; kind < CONTROLS_PER_DESK; kind++) {
                long step = kind * 1_000L + desk;
                limit[kind] = switch (kind % 4) {
                    case 0 -> (100_000_000 + step) * Exact.ONE;
                    case 1 -> (1_000_000 + step) * Exact.ONE;
                    case 2 -> 200_000 + step;
                    default -> (5_000 + step) * Exact.ONE;
                };
                if (kind % 5 != 4) {
                    always.add(first + kind);
                }
            }
            everyFlow = always.stream().mapToInt(Integer::intValue).toArray();
        }

        private boolean isBreached(int kind, Facts facts) {
            return switch (kind % 4) {
                case 0 -> facts.micros(Measure.ORDER_NOTIONAL) > limit[kind];
                case 1 -> facts.micros(Measure.ORDER_QUANTITY) > limit[kind];
                case 2 ->
                    Exact.compareProducts(
                                    facts.micros(Measure.ORDER_QUANTITY),
                                    Exact.ONE,
                                    limit[kind],
                                    facts.micros(Measure.MARKET_ADV))
                            > 0;
                default -> facts.micros(Measure.ORDER_PRICE) > limit[kind];
            };
        }
    }
}
