package org.portcullis.model.value;

/** Says what kind of value a measure or threshold is; only values of one dimension compare. */
public enum Dimension {
    TEXT("text"),
    MONEY("money"),
    PRICE("a price per share"),
    SHARES("shares"),
    CONTRACTS("contracts"),
    ORDERS("orders"),
    MESSAGES("messages"),
    WARNINGS("warnings"),
    EXECUTIONS("executions"),
    RATIO("a percentage"),
    DURATION("a time span"),
    TRADING_DAYS("trading days"),
    RATE("a rate per second");

    private final String phrase;

    Dimension(String phrase) {
        this.phrase = phrase;
    }

    /** The dimension as diagnostics name it, for example `a price per share`. */
    public String phrase() {
        return phrase;
    }

    /** Whether values of this dimension are ordered numbers. */
    public boolean isNumeric() {
        return this != TEXT;
    }
}
