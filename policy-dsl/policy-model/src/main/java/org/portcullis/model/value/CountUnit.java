package org.portcullis.model.value;

/** Says what a {@link Count} counts. */
public enum CountUnit {
    SHARES("shares", Dimension.SHARES),
    CONTRACTS("contracts", Dimension.CONTRACTS),
    ORDERS("orders", Dimension.ORDERS),
    MESSAGES("messages", Dimension.MESSAGES),
    WARNINGS("warnings", Dimension.WARNINGS),
    EXECUTIONS("executions", Dimension.EXECUTIONS);

    private final String word;
    private final Dimension dimension;

    CountUnit(String word, Dimension dimension) {
        this.word = word;
        this.dimension = dimension;
    }

    /** The unit as policies write it, in the plural. */
    public String word() {
        return word;
    }

    /** The dimension that counts of this unit have. */
    public Dimension dimension() {
        return dimension;
    }
}
