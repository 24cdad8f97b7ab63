package org.portcullis.report.evidence;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.Reach;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
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

        /** Decisions that asked the controls of a stage: not those of a policy that is not in force, nor failed ones. */
        private final Map<Stage, Long> askedAt = new EnumMap<>(Stage.class);

        private final Map<String, Counts> counts = new HashMap<>();

        long asked(PackControl control) {
            if (control.kind().equals(ControlKind.ESCALATION.words())) {
                return 0;
            }
            // A kill switch is asked at every stage.
            return askedAt.entrySet().stream()
                    .filter(each -> control.kind().equals(ControlKind.KILL_SWITCH.words())
                            || control.stage().equals(each.getKey().words()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }
    }

    /** Is what decisions of one desk that list a control say of it. Mutable while the journal is read. */
    private static final class Counts {
        private static final Counts NONE = new Counts();

        private long decisions;
        private long evaluated;
        private long notApplicable;
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
        if (isAsked(decision)) {
            seen.askedAt.merge(decision.received().stage(), 1L, Long::sum);
        }
        for (ControlTally tally : decision.tallies()) {
            Counts counts = seen.counts.computeIfAbsent(tally.control().text(), first -> new Counts());
            counts.decisions++;
            counts.evaluated += tally.evaluated();
            counts.notApplicable += tally.notApplicable();
        }
    }

    /** Where nothing was evaluated, not even a grant is said to be lacking. */
    private static boolean isAsked(RecordedDecision decision) {
        return !decision.tallies().isEmpty()
                || decision.basket().findings().stream()
                        .anyMatch(finding -> finding.reason() == ReasonCode.NOT_GRANTED);
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

    /** Says to how much of a desk's orders a control applied; empty where no decision asked it there. Where it was asked and is not listed, it applied to nothing. */
    Optional<Reach> reach(String fingerprint, PackControl control, Place place) {
        Seen seen = packs.getOrDefault(fingerprint, Map.of()).get(place);
        if (seen == null) {
            return Optional.empty();
        }
        Counts counts = seen.counts.getOrDefault(control.id(), Counts.NONE);
        long notListed = Math.max(0, seen.asked(control) - counts.decisions);
        return counts.decisions + notListed == 0
                ? Optional.empty()
                : Optional.of(Reach.counted(counts.evaluated, counts.notApplicable + notListed));
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
