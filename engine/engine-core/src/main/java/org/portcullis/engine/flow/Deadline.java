package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import org.portcullis.engine.approval.Hold;

/**
 * Something that happens at an instant unless something else happens before.
 *
 * @param fires the first instant at which it fires
 * @param submission the id of what it is about: a submission, a petition, an alert or a hand-over
 * @param step the escalation step of a hold or an alert, from zero; zero for everything else
 */
record Deadline(Instant fires, String submission, Kind kind, int step) implements Comparable<Deadline> {
    private static final Comparator<Deadline> ORDER = Comparator.comparing(Deadline::fires)
            .thenComparing(Deadline::submission)
            .thenComparing(Deadline::kind)
            .thenComparingInt(Deadline::step);

    /** What fires. */
    enum Kind {
        ESCALATION,
        HOLD_EXPIRY,
        ACKNOWLEDGEMENT_LIMIT,
        TOKEN_LIMIT,
        ALERT_STEP,
        HAND_OVER_LIMIT;

        /** The kind as metrics name it, for example {@code hold-expiry}. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The deadline that fires as soon as the last instant is over. */
    static Deadline after(Instant last, String submission, Kind kind) {
        return new Deadline(last.plusNanos(1), submission, kind, 0);
    }

    /** The deadline of one escalation step. */
    static Deadline escalation(Hold hold, int step) {
        return new Deadline(hold.escalation().get(step).at(), hold.submission(), Kind.ESCALATION, step);
    }

    @Override
    public int compareTo(Deadline other) {
        return ORDER.compare(this, other);
    }
}
