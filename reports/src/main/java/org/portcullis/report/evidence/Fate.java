package org.portcullis.report.evidence;

import java.util.Optional;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.value.Value;
import org.portcullis.report.sheet.Cell;

/**
 * Is what became of a submission in the end.
 *
 * @param state the last thing that happened to it
 * @param entry the entry that says so
 * @param released the lines that were released
 * @param releasedNotional of those lines; empty where none were, or one of them is not known
 */
record Fate(State state, long entry, LineSet released, Optional<Value.Money> releasedNotional) {

    /** Names what can become of a submission. */
    enum State {
        BLOCKED,
        OPEN,
        RELEASED,
        USED,
        REJECTED,
        EXPIRED,
        WITHDRAWN,
        SUPERSEDED,
        UNACKNOWLEDGED,
        NOT_PRESENTED,
        KILLED;

        static State of(SubmissionEntry.Ended.Why why) {
            return switch (why) {
                case WITHDRAWN -> WITHDRAWN;
                case SUPERSEDED -> SUPERSEDED;
                case UNACKNOWLEDGED -> UNACKNOWLEDGED;
                case NOT_PRESENTED -> NOT_PRESENTED;
                case KILLED -> KILLED;
            };
        }
    }

    private static final LineSet NONE = LineSet.parse("");

    /** Says that nothing of it was released. */
    static Fate without(State state, long entry) {
        return new Fate(state, entry, NONE, Optional.empty());
    }

    /** Goes on to another state; what was released stays released. */
    Fate then(State next, long index) {
        return new Fate(next, index, released, releasedNotional);
    }

    /**
     * Gives the state as a verdict.
     *
     * @param orders how many orders the submission has: what was released may be fewer
     */
    Cell mark(int orders) {
        boolean partly = released.size() < orders;
        return switch (state) {
            case BLOCKED -> Cells.stop("BLOCKED");
            case OPEN -> Cells.attention("STILL WAITING");
            case RELEASED -> partly ? Cells.attention("PARTLY RELEASED") : Cells.good("RELEASED");
            case USED -> partly ? Cells.attention("PARTLY SENT") : Cells.good("SENT");
            case REJECTED -> Cells.stop("REJECTED");
            case EXPIRED -> Cells.stop("TIME LIMIT");
            case WITHDRAWN -> released.isEmpty() ? Cells.neutral("WITHDRAWN") : Cells.attention("RELEASED, VOID");
            case NOT_PRESENTED -> Cells.attention("RELEASED, NOT PRESENTED");
            case KILLED -> released.isEmpty() ? Cells.neutral("KILLED") : Cells.attention("RELEASED, KILLED");
            case SUPERSEDED -> released.isEmpty() ? Cells.neutral("SUPERSEDED") : Cells.attention("RELEASED, VOID");
            case UNACKNOWLEDGED -> Cells.stop("NOT ACKNOWLEDGED");
        };
    }
}
