package org.portcullis.benchmark.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portcullis.benchmark.contest.Breaches;
import org.portcullis.benchmark.contest.Contender;
import org.portcullis.benchmark.contest.ControlForm;
import org.portcullis.benchmark.contest.Engine;
import org.portcullis.benchmark.contest.TradeOrder;

/**
 * What a programmer would write for baskets: every line checked by hand, and each control's breaches put together in one group with a sentence.
 *
 * <p>Mutable; owned by one thread.
 */
public final class HandWrittenBasket {
    private static final long ON_NOTIONAL = hard(ControlForm.NOTIONAL_HARD, ControlForm.DIRECT_NOTIONAL);
    private static final long ON_QUANTITY = hard(
            ControlForm.QUANTITY_HARD,
            ControlForm.VOLUME_HARD,
            ControlForm.OUTSTANDING,
            ControlForm.ALGO_VOLUME,
            ControlForm.PROGRAM_QUANTITY);

    private final Contender lines;
    private final Breaches breaches;
    private final int[] count;
    private final long[] total;
    private final TradeOrder[] largest;

    /** Loads the controls of the first desk. */
    public HandWrittenBasket() {
        int controls = ControlForm.all().size();
        lines = Engine.HAND_WRITTEN.load(controls);
        breaches = new Breaches(controls);
        count = new int[controls];
        total = new long[controls];
        largest = new TradeOrder[controls];
    }

    /**
     * Everything in which one control is breached.
     *
     * @param totalMicros the money at stake
     * @param sentence for people
     */
    public record Group(int control, int count, long totalMicros, String largest, String sentence) {}

    /** Decides a basket whole. */
    public List<Group> decide(List<TradeOrder> basket) {
        Arrays.fill(count, 0);
        for (TradeOrder order : basket) {
            breaches.clear();
            lines.check(order, breaches);
            long found = 0;
            for (int i = 0; i < breaches.size(); i++) {
                found |= 1L << breaches.at(i);
            }
            for (int i = 0; i < breaches.size(); i++) {
                int control = breaches.at(i);
                if (!isSuperseded(control, found)) {
                    add(control, order);
                }
            }
        }
        List<Group> groups = new ArrayList<>();
        for (int control = 0; control < count.length; control++) {
            if (count[control] > 0) {
                groups.add(group(control));
            }
        }
        return groups;
    }

    /** Whether a hard limit on the same measure is breached as well, beside which a soft one says nothing new. */
    private static boolean isSuperseded(int control, long found) {
        return switch (ControlForm.all().get(control)) {
            case NOTIONAL_SOFT -> (found & ON_NOTIONAL) != 0;
            case QUANTITY_SOFT, VOLUME_SOFT -> (found & ON_QUANTITY) != 0;
            default -> false;
        };
    }

    private static long hard(ControlForm... forms) {
        long set = 0;
        for (ControlForm form : forms) {
            set |= 1L << ControlForm.all().indexOf(form);
        }
        return set;
    }

    private void add(int control, TradeOrder order) {
        if (count[control] == 0) {
            total[control] = 0;
            largest[control] = order;
        }
        count[control]++;
        total[control] += order.notionalMicros();
        if (order.notionalMicros() > largest[control].notionalMicros()) {
            largest[control] = order;
        }
    }

    private Group group(int control) {
        String symbol = largest[control].symbol();
        return new Group(
                control,
                count[control],
                total[control],
                symbol,
                count[control] + " orders worth USD " + total[control] / 1_000_000 + " breach control " + control
                        + "; the largest: " + symbol);
    }
}
