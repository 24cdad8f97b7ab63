package org.portcullis.model.condition;

/** Compares a measure with a bound, in the language's words. */
public enum Comparator {
    MORE_THAN("is more than"),
    LESS_THAN("is less than"),
    AT_LEAST("is at least"),
    AT_MOST("is at most"),
    IS("is"),
    IS_NOT("is not");

    private final String words;

    Comparator(String words) {
        this.words = words;
    }

    /** The comparator as policies write it. */
    public String words() {
        return words;
    }

    /** Whether the comparator needs ordered values. */
    public boolean isOrdering() {
        return this != IS && this != IS_NOT;
    }

    /** Decides from the sign of {@code left compareTo right}. */
    public boolean holds(int sign) {
        return switch (this) {
            case MORE_THAN -> sign > 0;
            case LESS_THAN -> sign < 0;
            case AT_LEAST -> sign >= 0;
            case AT_MOST -> sign <= 0;
            case IS -> sign == 0;
            case IS_NOT -> sign != 0;
        };
    }
}
