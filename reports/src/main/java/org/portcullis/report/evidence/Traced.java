package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/**
 * Is a table with where it comes from and how that was tested.
 *
 * @param adds what its rows add up to
 * @param query source, filter and order
 * @param sourceCount how many rows there should be, counted without making them
 * @param sourceTotal what the totalled column should add up to, added up without making the rows
 * @param completeness how it was tested that nothing is missing
 * @param accuracy how it was tested that the content is right
 */
record Traced(
        TableSheet sheet,
        SheetDigest adds,
        String query,
        long sourceCount,
        Optional<BigDecimal> sourceTotal,
        Tested completeness,
        Tested accuracy) {

    /**
     * Is a test that was done.
     *
     * @param passed what came out
     * @param words what was compared, with the figures
     */
    record Tested(boolean passed, String words) {}

    /** Tells whether the rows are as many as they should be and add up to what they should. */
    boolean agrees() {
        return adds.rows() == sourceCount
                && sourceTotal
                        .map(total -> adds.total().orElse(BigDecimal.ZERO).compareTo(total) == 0)
                        .orElse(true);
    }

    /** Tells whether all tests passed. */
    boolean passed() {
        return agrees() && completeness.passed() && accuracy.passed();
    }
}
