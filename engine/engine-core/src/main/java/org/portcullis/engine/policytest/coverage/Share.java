package org.portcullis.engine.policytest.coverage;

/** So many tested cells of so many. */
public record Share(long tested, long cells) {
    private static final int HUNDRED = 100;

    /** The two shares together. */
    public Share plus(Share other) {
        return new Share(tested + other.tested, cells + other.cells);
    }

    /** Whole per cent, rounded down so that 100 means all; 100 where there is nothing to test. */
    public long percent() {
        return cells == 0 ? HUNDRED : tested * HUNDRED / cells;
    }
}
