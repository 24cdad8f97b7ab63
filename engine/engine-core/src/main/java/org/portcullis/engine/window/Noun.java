package org.portcullis.engine.window;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.portcullis.model.measure.Measure;

/** What occurs in a window. */
enum Noun {
    ORDER,
    EXECUTION,
    MESSAGE;

    private static final Set<Measure> ORDERS =
            EnumSet.of(Measure.ORDER_ID, Measure.ORDER_QUANTITY, Measure.ORDER_NOTIONAL);
    private static final Set<Measure> EXECUTIONS =
            EnumSet.of(Measure.EXECUTION_ID, Measure.EXECUTION_QUANTITY, Measure.EXECUTION_NOTIONAL);

    /** What a measure is about; empty for measures of which nothing occurs. */
    static Optional<Noun> of(Measure measure) {
        if (ORDERS.contains(measure)) {
            return Optional.of(ORDER);
        }
        if (EXECUTIONS.contains(measure)) {
            return Optional.of(EXECUTION);
        }
        return measure == Measure.MESSAGE_ID ? Optional.of(MESSAGE) : Optional.empty();
    }
}
