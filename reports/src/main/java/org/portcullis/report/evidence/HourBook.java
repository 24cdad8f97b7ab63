package org.portcullis.report.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.report.EvidenceRequest;

/** Counts the decisions of the period by hour and effect. Mutable while the journal is read, then only read; one thread. */
final class HourBook {

    private final EvidenceRequest request;
    private final TreeMap<Instant, Map<Effect, Long>> hours = new TreeMap<>();

    HourBook(EvidenceRequest request) {
        this.request = request;
    }

    /** Takes one decision. */
    void decision(RecordedDecision decision) {
        if (request.covers(decision.at())) {
            hours.computeIfAbsent(decision.at().truncatedTo(ChronoUnit.HOURS), first -> new EnumMap<>(Effect.class))
                    .merge(decision.made().effect(), 1L, Long::sum);
        }
    }

    /** Counts those from one full hour to before another. */
    long count(Instant from, Instant to, Effect effect) {
        return hours.subMap(from, to).values().stream()
                .mapToLong(counts -> counts.getOrDefault(effect, 0L))
                .sum();
    }
}
