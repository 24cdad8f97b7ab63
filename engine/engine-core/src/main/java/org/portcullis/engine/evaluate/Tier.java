package org.portcullis.engine.evaluate;

/** The parts of one evaluation, in their order: a later tier reads what earlier ones raised. */
public enum Tier {
    /** Controls that apply to orders, evaluated on each line. */
    ORDERS,
    /** Controls that apply to baskets and do not read the number of warnings. */
    BASKET,
    /** Alert floods and what else reads the number of warnings, evaluated when all warnings of the submission are counted. */
    FLOOD
}
