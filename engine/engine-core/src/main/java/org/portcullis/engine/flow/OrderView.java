package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.engine.work.Stop;
import org.portcullis.engine.work.WorkBook;
import org.portcullis.engine.work.WorkingOrder;

/**
 * An order as the engine sees it, copied; quantities in millionths of a share, values in millionths of the policy's currency.
 *
 * @param submission the engine's id of the submission that brought it
 * @param strategy the algo's instance that works it, once it was sent
 * @param quantityMicros its whole quantity; empty where that is not known
 * @param executedNotionalMicros the value of its fills at their own prices; empty where that of one is not known
 * @param openNotionalMicros what it was worth when it was released less what was executed, while it is held or out
 * @param stops what suspends it
 */
public record OrderView(
        String id,
        String submission,
        int line,
        OrderPhase phase,
        Optional<String> strategy,
        OptionalLong quantityMicros,
        long executedMicros,
        OptionalLong executedNotionalMicros,
        OptionalLong openNotionalMicros,
        boolean cancelAsked,
        List<Stop> stops) {
    public OrderView {
        stops = List.copyOf(stops);
    }

    static OrderView of(WorkingOrder order, WorkBook work) {
        return new OrderView(
                order.id(),
                order.submission(),
                order.line(),
                order.phase(),
                order.strategy(),
                order.quantityMicros(),
                order.executedMicros(),
                order.executedNotionalMicros(),
                order.openNotionalMicros(),
                order.isCancelAsked(),
                order.phase().isOut() ? work.stopsOf(order) : List.of());
    }

    /** Whether nothing of it may be executed at present. */
    public boolean isSuspended() {
        return !stops.isEmpty();
    }

    /** Whether nothing more will come of it. */
    public boolean isOver() {
        return !phase.isOut() && phase != OrderPhase.HELD;
    }
}
