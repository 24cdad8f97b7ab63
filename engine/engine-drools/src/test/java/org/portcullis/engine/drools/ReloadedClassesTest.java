package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ClassLoadingMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

/** A policy that is loaded again and again makes no classes: what the process keeps of classes stays flat. */
class ReloadedClassesTest {
    private static final int FIRST = 20;
    private static final int RELOADS = 200;
    private static final int CONTROLS = 100;

    /** The virtual machine may make a few of its own at any time; a class for each reload, or each control, would be many more. */
    private static final int OF_OTHERS = 20;

    @Test
    void twoHundredReloadsLeaveTheNumberOfLoadedClassesFlat() {
        ClassLoadingMXBean classes = ManagementFactory.getClassLoadingMXBean();
        for (int reload = 0; reload < FIRST; reload++) {
            loadAndAsk(reload);
        }
        int before = classes.getLoadedClassCount();
        for (int reload = FIRST; reload < FIRST + RELOADS; reload++) {
            loadAndAsk(reload);
        }
        int more = classes.getLoadedClassCount() - before;
        assertTrue(more <= OF_OTHERS, RELOADS + " reloads left " + more + " more classes");
    }

    /** Each time with other limits, as a new version of a policy has. */
    private static void loadAndAsk(int reload) {
        List<Control> controls = new ArrayList<>();
        for (int index = 0; index < CONTROLS; index++) {
            controls.add(Packs.hardLimit(
                    "LIMIT-" + index,
                    Packs.always(),
                    Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(1_000L * (reload + 1) + index))));
        }
        Evaluator evaluator = DroolsEvaluator.factory().load(Packs.of(controls));
        Findings.ofOrder(
                evaluator,
                TestFacts.none().micros(Measure.ORDER_NOTIONAL, 500 * Exact.ONE).build());
    }
}
