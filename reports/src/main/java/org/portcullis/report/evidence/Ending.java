package org.portcullis.report.evidence;

import java.time.Instant;
import org.portcullis.report.sheet.Cell;

/**
 * Is how something that waited for people came to its end.
 *
 * @param way what ended it
 * @param by who did; empty where time or the engine did
 * @param entry the entry that says so
 * @param at when
 */
record Ending(Way way, String by, long entry, Instant at) {

    /** Names the ways in which waiting ends. */
    enum Way {
        ACKNOWLEDGED,
        RELEASED,
        REJECTED,
        EXPIRED,
        TAKEN_BACK,
        VOID;
    }

    /** Gives the way as a verdict. */
    Cell mark() {
        return switch (way) {
            case ACKNOWLEDGED -> Cells.good("ACKNOWLEDGED");
            case RELEASED -> Cells.good("QUORUMS MET");
            case REJECTED -> Cells.stop("REJECTED");
            case EXPIRED -> Cells.stop("TIME LIMIT");
            case TAKEN_BACK -> Cells.neutral("TAKEN BACK");
            case VOID -> Cells.neutral("VOID");
        };
    }
}
