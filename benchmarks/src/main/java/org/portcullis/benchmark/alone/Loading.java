package org.portcullis.benchmark.alone;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.ref.Reference;
import java.util.List;
import org.portcullis.benchmark.contest.Breaches;
import org.portcullis.benchmark.contest.PolicyText;
import org.portcullis.benchmark.contest.TradeOrder;
import org.portcullis.benchmark.contest.TradeOrders;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;

/** Measures what it takes until a policy can decide, and what it keeps. */
final class Loading {
    private static final int WARM_PASSES = 4;

    private Loading() {}

    /** From the text to a network that has decided some thousand orders, in a process that has done nothing else. */
    static Figures load(int controls) {
        String text = PolicyText.controls(controls);
        List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, PolicyText.desks(controls));
        Figures figures = new Figures();
        Stopwatch all = new Stopwatch();
        Stopwatch compiling = new Stopwatch();
        PolicyPack pack = PolicyText.compile(text);
        compiling.into(figures, "compile");
        Stopwatch loading = new Stopwatch();
        Evaluator evaluator = DroolsEvaluator.factory().load(pack);
        loading.into(figures, "load");
        Stopwatch warming = new Stopwatch();
        warm(evaluator, orders, controls);
        warming.into(figures, "warm");
        all.into(figures, "all");
        return figures;
    }

    /** What the pack and the network keep on the heap. */
    static Figures memory(int controls) {
        warm(
                DroolsEvaluator.factory().load(PolicyText.compile(PolicyText.controls(20))),
                TradeOrders.mixed(TradeOrders.ROTATION, 1),
                20);
        long before = heap();
        PolicyPack pack = PolicyText.compile(PolicyText.controls(controls));
        long packed = heap();
        Evaluator evaluator = DroolsEvaluator.factory().load(pack);
        try {
            long loaded = heap();
            return new Figures()
                    .put("pack.bytes", (packed - before) / controls)
                    .put("network.bytes", (loaded - packed) / controls);
        } finally {
            // It and its pack are in use until the heap has been looked at.
            Reference.reachabilityFence(evaluator);
        }
    }

    /** Classes and metaspace when the same policy has been loaded again and again. */
    static Figures reloads(int controls, int times) {
        PolicyPack pack = PolicyText.compile(PolicyText.controls(controls));
        List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, PolicyText.desks(controls));
        Figures figures = new Figures();
        int settled = times / 10;
        for (int i = 1; i <= times; i++) {
            warm(DroolsEvaluator.factory().load(pack), orders, controls);
            if (i == settled || i == times) {
                heap();
                String when = i == settled ? "early" : "late";
                figures.put(when + ".reloads", i)
                        .put(
                                when + ".classes",
                                ManagementFactory.getClassLoadingMXBean().getLoadedClassCount())
                        .put(when + ".metaspace.bytes", metaspace());
            }
        }
        return figures;
    }

    private static void warm(Evaluator evaluator, List<TradeOrder> orders, int controls) {
        Breaches breaches = new Breaches(controls);
        for (int pass = 0; pass < WARM_PASSES; pass++) {
            for (TradeOrder order : orders) {
                breaches.clear();
                evaluator.evaluate(order.facts(), Stage.ENTERED, Tier.ORDERS, breaches);
            }
        }
    }

    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long metaspace() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getName().contains("Metaspace"))
                .mapToLong(pool -> used(pool))
                .sum();
    }

    private static long used(MemoryPoolMXBean pool) {
        return pool.getUsage().getUsed();
    }
}
