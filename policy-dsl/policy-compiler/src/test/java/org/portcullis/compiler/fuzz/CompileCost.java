package org.portcullis.compiler.fuzz;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Measures what compiling and checking costs, in processor time of the thread; no test of the build, since it holds no fact.
 *
 * <p>Run it with {@code mvn -pl policy-dsl/policy-compiler -am test -Dtest=CompileCost -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class CompileCost {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 15;

    @Test
    void printsTheCostOfOneThousandControls() {
        List<String> declarations = new PolicyTexts(new Random(20220502L)).declarations(4_000);
        long first = nanos(PolicyTexts.text(declarations.subList(0, 1_000)));
        System.out.printf(Locale.ROOT, "1,000 declarations, the first time: %.0f ms%n", first / 1e6);
        for (int size : new int[] {250, 500, 1_000, 2_000, 4_000}) {
            String text = PolicyTexts.text(declarations.subList(0, size));
            for (int round = 0; round < WARM_UP; round++) {
                nanos(text);
            }
            long best = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++) {
                best = Math.min(best, nanos(text));
            }
            System.out.printf(
                    Locale.ROOT, "%,d declarations, %,d characters: %.1f ms%n", size, text.length(), best / 1e6);
        }
    }

    private static long nanos(String text) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        Oracle.compile(text);
        return threads.getCurrentThreadCpuTime() - before;
    }
}
