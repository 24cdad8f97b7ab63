package org.portcullis.engine.evaluate;

/** Is a truth value of Kleene's three-valued logic; conditions never short-circuit with an effect on the result. */
public enum Truth {
    FALSE,
    UNKNOWN,
    TRUE;

    /** Gives true or false. */
    public static Truth of(boolean known) {
        return known ? TRUE : FALSE;
    }

    /** False if either is false, else unknown if either is unknown. */
    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** True if either is true, else unknown if either is unknown. */
    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Swaps true and false; unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
            case TRUE -> FALSE;
        };
    }
}
