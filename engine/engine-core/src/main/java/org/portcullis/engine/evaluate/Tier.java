package org.portcullis.engine.evaluate;

/** The parts of one evaluation, in their order: a later tier reads what earlier ones raised. */
public enum Tier {
    /** Controls that apply to orders, evaluated on each line. */
    ORDERS,
    /** Controls that apply to baskets, except alert floods. */
    BASKET,
    /** Alert floods, evaluated when all warnings of the submission are counted. */
    FLOOD
}
