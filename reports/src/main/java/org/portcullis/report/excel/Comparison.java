package org.portcullis.report.excel;

import java.util.Optional;

/**
 * Is what came out of holding a workbook against the evidence.
 *
 * @param sheets how many sheets agree
 * @param cells how many cells with content agree
 * @param filled how many cells that people fill are filled; what they hold is theirs
 * @param first the first difference in the order of sheets, rows and columns; empty when there is none
 */
public record Comparison(long sheets, long cells, long filled, Optional<Difference> first) {

    /** Tells whether the workbook says what the evidence says and nothing else. */
    public boolean agrees() {
        return first.isEmpty();
    }
}
