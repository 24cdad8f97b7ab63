package org.portcullis.benchmark.contest;

import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.PolicyPack;

/** Writes the contest's policy as a compliance officer would, so many controls over as many desks as it takes. */
public final class PolicyText {
    private static final int PER_DESK = ControlForm.all().size();

    private static final String HEADER = """
            policy "Benchmark"
              language    1
              version     2026.12.1
              owner       "Head of Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-11-01
              time zone   UTC
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 day
              market data stale after 1 day
              reference data stale after 4 days
              missing data blocks.

            """;

    private static final String GRANT = """
            grant BENCH-TRADERS
              cites    UK-RTS6 "15(5)"
              lets     role "Trader"
              submit   baskets, when entered
              up to    USD 900 billion per basket.

            """;

    private static final String WINDOWS = """
            cumulative limit BENCH-DESK
              cites    UK-RTS6 "15(2)"
              applies  to orders, when entered
              block    the order if sum of order.notional per order.desk in any 1 minute
                       is more than USD 900 billion
              say      "{order.desk} would have used {used} of {limit}.".

            throttle BENCH-REPEATED
              cites    UK-RTS6 "15(1)(d)"
              applies  to orders, when entered
              block    the order if count of order.id per order.trader and order.symbol in any 2 seconds
                       is more than 500 orders
              say      "{order.trader}: {used} in {order.symbol}; the limit is {limit}.".

            """;

    private PolicyText() {}

    /** How many desks so many controls are for. */
    public static int desks(int controls) {
        return Math.max(1, (controls + PER_DESK - 1) / PER_DESK);
    }

    /** The first so many controls, twenty for each desk. */
    public static String controls(int count) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            control(text, i / PER_DESK, ControlForm.all().get(i % PER_DESK));
        }
        return text.toString();
    }

    /** The same with a grant, so that whole decisions accept what is clean. */
    public static String granted(int count) {
        return controls(count) + GRANT;
    }

    /** The same with a grant and with limits over time, of a desk in a minute and of a trader in two seconds. */
    public static String windowed(int count) {
        return granted(count) + WINDOWS;
    }

    /** Compiles a text of the contest, which has no errors. */
    public static PolicyPack compile(String text) {
        Compilation compilation =
                PolicyCompiler.compile(new SourceText("benchmark.policy", text), CompilerSettings.none());
        return compilation
                .pack()
                .orElseThrow(() -> new IllegalStateException("the benchmark's policy has errors: "
                        + compilation.diagnostics().stream().limit(3).toList()));
    }

    private static void control(StringBuilder text, int desk, ControlForm form) {
        text.append(form.isSoft() ? "soft limit " : "hard limit ")
                .append('D')
                .append(desk)
                .append('-')
                .append(form.name().replace('_', '-'))
                .append("\n  cites    UK-RTS6 \"15(1)(b)\"\n  applies  to orders where order.desk is \"")
                .append(TradeOrders.desk(desk))
                .append('"');
        form.flow()
                .ifPresent(flow ->
                        text.append(" and order.flow is \"").append(flow).append('"'));
        text.append(", when entered\n  ")
                .append(form.isSoft() ? "warn     the trader if " : "block    the order if ")
                .append(form.sentence(desk));
        if (form.isSoft()) {
            text.append("\n  acknowledged one by one with a reason, retyping order.notional, largest first");
        }
        text.append("\n  say      \"{order.symbol} of {order.desk}: {")
                .append(form.measure())
                .append('}');
        text.append(form.limit(desk) == 0 ? ".\".\n\n" : "; the limit is {limit}.\".\n\n");
    }
}
