package org.portcullis.engine.evaluate;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The parts of one evaluation, in their order: a later tier reads what earlier ones raised. */
public enum Tier {
    /** Controls that apply to orders, evaluated on each line. */
    ORDERS,
    /** Controls that apply to messages, evaluated on each line with what is known of the message about it. */
    MESSAGES,
    /** Controls that apply to executions, evaluated on each line with what is known of its execution. */
    EXECUTIONS,
    /** Controls that apply to strategies, evaluated on each line with what is known of the strategy that works it. */
    STRATEGIES,
    /** Controls that apply to baskets and do not read the number of warnings. */
    BASKET,
    /** Alert floods by one order and what else reads an order's number of warnings, evaluated on each line when its warnings are counted. */
    ORDER_FLOOD,
    /** Alert floods and what else reads the number of warnings, evaluated when all warnings of the submission are counted. */
    FLOOD,
    /** Escalations, evaluated on the basket's facts with what is known of the alert. */
    ALERT;

    /** The tiers that are asked of what is submitted: all but alerts, of which a submission is none. */
    public static final Set<Tier> OF_SUBMISSIONS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(Tier.ALERT)));

    /** Whether the tier is evaluated on each line, not once on the basket. */
    public boolean isOfLines() {
        return switch (this) {
            case ORDERS, MESSAGES, EXECUTIONS, STRATEGIES, ORDER_FLOOD -> true;
            case BASKET, FLOOD, ALERT -> false;
        };
    }
}
