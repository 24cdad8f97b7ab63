package org.portcullis.verifier;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds an export against what its exporter says of the choice. */
final class ExportScopeCheck {

    private static final Duration LAG = Duration.ofSeconds(1);

    private ExportScopeCheck() {}

    /** What the exporter says of its choice, as far as it can be seen. */
    static void require(ExportReading reading, Rejection.Place place) throws Rejection {
        ExportHead head = reading.head;
        String kind = head.scope().text("kind").orElse("");
        boolean whole = switch (kind) {
            case "all" -> reading.withheld == 0 && head.from() == 0 && head.to() == head.size();
            case "period" -> reading.withheld == 0 && endsOutside(reading, place);
            case "desk", "case" -> true;
            default -> throw ExportHead.illFormed(place, "its scope is of the unknown kind `" + kind + "`");
        };
        if (!whole) {
            throw new Rejection(
                    Outcome.TRUNCATED, place, "the export is not shown to have all of " + head.scopeInWords());
        }
    }

    /** The neighbours on both sides lie so far outside of the period that nothing beyond them can lie in it. */
    private static boolean endsOutside(ExportReading reading, Rejection.Place place) throws Rejection {
        Optional<Instant> from = instant(reading.head.scope(), "from", place);
        Optional<Instant> to = instant(reading.head.scope(), "to", place);
        boolean begins = reading.head.from() == 0
                || (from.isPresent()
                        && reading.timeBefore
                                .filter(at -> at.isBefore(from.get().minus(LAG)))
                                .isPresent());
        boolean ends = reading.head.to() == reading.head.size()
                || (to.isPresent()
                        && reading.timeAfter
                                .filter(at -> !at.isBefore(to.get().plus(LAG)))
                                .isPresent());
        return begins && ends;
    }

    private static Optional<Instant> instant(Value scope, String member, Rejection.Place place) throws Rejection {
        try {
            return scope.text(member).map(Instant::parse);
        } catch (DateTimeException unreadable) {
            throw ExportHead.illFormed(place, "the `" + member + "` of its scope is not a time");
        }
    }
}
