package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.model.value.Value;

/** Adds up decisions and money for each policy, for the cover. Mutable; one thread. */
final class PolicyTotals {

    private final Map<String, Total> byPolicy = new LinkedHashMap<>();

    /** Is the sum for one policy. */
    static final class Total {
        private long decisions;
        private long blocked;
        private long orders;
        private long stoppedOrders;
        private BigDecimal stopped = BigDecimal.ZERO;
        private long releasedOrders;
        private BigDecimal released = BigDecimal.ZERO;
        private long unpriced;

        long decisions() {
            return decisions;
        }

        long blocked() {
            return blocked;
        }

        long orders() {
            return orders;
        }

        long stoppedOrders() {
            return stoppedOrders;
        }

        BigDecimal stopped() {
            return stopped;
        }

        long releasedOrders() {
            return releasedOrders;
        }

        BigDecimal released() {
            return released;
        }

        /** Gives the number of orders whose notional is not known; the sums leave them out. */
        long unpriced() {
            return unpriced;
        }
    }

    void add(RecordedDecision decision) {
        Total total = byPolicy.computeIfAbsent(decision.policy(), policy -> new Total());
        total.decisions++;
        List<RecordedLine> stopped = decision.stopped();
        total.blocked += stopped.size() == decision.lines().size() ? 1 : 0;
        total.orders += decision.lines().size();
        total.stoppedOrders += stopped.size();
        for (RecordedLine line : stopped) {
            total.stopped = total.stopped.add(known(line.notional()));
        }
        total.unpriced += decision.lines().stream()
                .filter(line -> line.notional().isEmpty())
                .count();
    }

    /** Adds what a token releases of a submission, in place of what was released of it before. */
    void released(Fates.Known before, Fate now) {
        Total total = byPolicy.get(before.policy());
        if (total != null) {
            total.releasedOrders +=
                    now.released().size() - before.fate().released().size();
            total.released = total.released
                    .subtract(known(before.fate().releasedNotional()))
                    .add(known(now.releasedNotional()));
        }
    }

    Total of(String policy) {
        return byPolicy.getOrDefault(policy, new Total());
    }

    private static BigDecimal known(Optional<Value.Money> money) {
        return money.map(amount -> BigDecimal.valueOf(amount.micros(), 6)).orElse(BigDecimal.ZERO);
    }
}
