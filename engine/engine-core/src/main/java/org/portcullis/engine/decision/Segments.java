package org.portcullis.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;

/**
 * Keeps one evaluator for each stretch of days on which a pack is the same, so that evaluators know no time.
 *
 * @param first before the first day on which something changes
 * @param fromDay the others, by the day from which they decide
 */
record Segments(ZoneId zone, Segments.Segment first, TreeMap<LocalDate, Segments.Segment> fromDay) {

    /** The evaluator of some days with what assessments ask of its pack. */
    record Segment(Evaluator evaluator, ControlTable table) {
        static Segment of(Evaluator evaluator) {
            return new Segment(evaluator, ControlTable.of(evaluator.pack()));
        }
    }

    /** One evaluator for all days. */
    static Segments of(Evaluator evaluator) {
        return new Segments(evaluator.pack().header().zone(), Segment.of(evaluator), new TreeMap<>());
    }

    /** An evaluator for each stretch; all are built here, none on the order path. */
    static Segments of(Evaluator.Factory factory, PolicyPack pack) {
        TreeMap<LocalDate, Segment> fromDay = new TreeMap<>();
        for (LocalDate day : InForce.changes(pack)) {
            fromDay.put(day, Segment.of(factory.load(InForce.on(pack, day))));
        }
        PolicyPack before =
                fromDay.isEmpty() ? pack : InForce.on(pack, fromDay.firstKey().minusDays(1));
        return new Segments(pack.header().zone(), Segment.of(factory.load(before)), fromDay);
    }

    /** The evaluator of the pack as in force at the instant. */
    Segment at(Instant instant) {
        if (fromDay.isEmpty()) {
            return first;
        }
        Map.Entry<LocalDate, Segment> found = fromDay.floorEntry(LocalDate.ofInstant(instant, zone));
        return found == null ? first : found.getValue();
    }
}
