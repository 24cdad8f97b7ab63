package org.portcullis.engine.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;

/**
 * Keeps one evaluator for each stretch of days on which a pack is the same, so that evaluators know no time.
 *
 * @param first before the first day on which something changes
 * @param fromDay the others, by the day from which they decide
 */
record Segments(ZoneId zone, Evaluator first, TreeMap<LocalDate, Evaluator> fromDay) {

    /** One evaluator for all days. */
    static Segments of(Evaluator evaluator) {
        return new Segments(evaluator.pack().header().zone(), evaluator, new TreeMap<>());
    }

    /** An evaluator for each stretch; all are built here, none on the order path. */
    static Segments of(Evaluator.Factory factory, PolicyPack pack) {
        TreeMap<LocalDate, Evaluator> fromDay = new TreeMap<>();
        for (LocalDate day : InForce.changes(pack)) {
            fromDay.put(day, factory.load(InForce.on(pack, day)));
        }
        PolicyPack before =
                fromDay.isEmpty() ? pack : InForce.on(pack, fromDay.firstKey().minusDays(1));
        return new Segments(pack.header().zone(), factory.load(before), fromDay);
    }

    /** The evaluator of the pack as in force at the instant. */
    Evaluator at(Instant instant) {
        if (fromDay.isEmpty()) {
            return first;
        }
        Map.Entry<LocalDate, Evaluator> found = fromDay.floorEntry(LocalDate.ofInstant(instant, zone));
        return found == null ? first : found.getValue();
    }

    /** The evaluators of all stretches. */
    Stream<Evaluator> all() {
        return Stream.concat(Stream.of(first), fromDay.values().stream());
    }
}
