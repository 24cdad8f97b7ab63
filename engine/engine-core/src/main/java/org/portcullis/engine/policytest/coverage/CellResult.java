package org.portcullis.engine.policytest.coverage;

import java.util.List;

/**
 * One cell with the tests that reach it.
 *
 * @param tests the names of the tests that show it, or, where none does, of those that reach it without noticing
 */
public record CellResult(Cell cell, State state, List<String> tests) {
    public CellResult {
        tests = List.copyOf(tests);
    }

    /** Whether some test shows the cell. */
    public boolean isTested() {
        return state == State.TESTED;
    }

    /** How far the tests get. */
    public enum State {
        /** A test that passes reaches the cell, and would fail if the control came out the other way. */
        TESTED,
        /** Tests reach the cell, but none of them would fail if the control came out the other way. */
        UNNOTICED,
        /** No test reaches the cell. */
        UNTESTED
    }
}
