package org.portcullis.report.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.Reach;
import org.portcullis.report.EvidenceRequest;

/**
 * Keeps for which desks each control was evaluated in the period, as the decisions state it.
 *
 * <p>Mutable while the journal is read, then only read; one thread. Memory grows with desks, up to {@link #MAX_PLACES} to a pack, and controls.
 */
final class ParityBook {

    /** How many desks of a pack are told apart; the decisions of others are counted. */
    static final int MAX_PLACES = 200;

    private final EvidenceRequest request;
    private final Map<String, Map<Place, Seen>> packs = new LinkedHashMap<>();
    private long leftOut;
    private long decisions;

    ParityBook(EvidenceRequest request) {
        this.request = request;
    }

    /** Is what decisions of one desk show. Mutable while the journal is read. */
    private static final class Seen {
        private long decisions;
        private final Map<String, long[]> counts = new LinkedHashMap<>();
    }

    /** Takes one decision. */
    void decision(RecordedDecision decision) {
        if (!request.covers(decision.at())) {
            return;
        }
        Place place = new Place(
                request.entity(),
                decision.received().desk().orElse(""),
                decision.received().location().orElse(""),
                "");
        Map<Place, Seen> places = packs.computeIfAbsent(decision.policy(), first -> new LinkedHashMap<>());
        if (!places.containsKey(place) && places.size() == MAX_PLACES) {
            leftOut++;
            return;
        }
        decisions++;
        Seen seen = places.computeIfAbsent(place, first -> new Seen());
        seen.decisions++;
        for (ControlTally tally : decision.tallies()) {
            long[] counts = seen.counts.computeIfAbsent(tally.control().text(), first -> new long[2]);
            counts[0] += tally.evaluated();
            counts[1] += tally.notApplicable();
        }
    }

    /** Gives the desks whose submissions a pack decided, in the order in which they came. */
    List<Place> places(String fingerprint) {
        return List.copyOf(packs.getOrDefault(fingerprint, Map.of()).keySet());
    }

    /** Gives how many submissions of a desk a pack decided. */
    long decisions(String fingerprint, Place place) {
        Seen seen = packs.getOrDefault(fingerprint, Map.of()).get(place);
        return seen == null ? 0 : seen.decisions;
    }

    /** Says to how much of a desk's orders a control applied; empty where no decision asked it there. */
    Optional<Reach> reach(String fingerprint, String control, Place place) {
        Seen seen = packs.getOrDefault(fingerprint, Map.of()).get(place);
        long[] counts = seen == null ? null : seen.counts.get(control);
        return counts == null ? Optional.empty() : Optional.of(Reach.counted(counts[0], counts[1]));
    }

    /** Gives how many decisions are of desks that are not told apart. */
    long leftOut() {
        return leftOut;
    }

    /** Gives how many decisions are of desks that are. */
    long decisions() {
        return decisions;
    }
}
