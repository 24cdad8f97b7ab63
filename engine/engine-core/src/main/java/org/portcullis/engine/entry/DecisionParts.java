package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;

/**
 * Deals a decision into the entries that record its lines, groups and tallies.
 *
 * @param entries in the order in which they are appended
 * @param parts how many there are of each type, with their digest
 */
public record DecisionParts(List<DecisionEntry> entries, DecisionEntry.Made.Parts parts) {
    public DecisionParts {
        entries = List.copyOf(entries);
    }

    /** Deals the decision on a submission. */
    public static DecisionParts of(String submission, Decision decision) {
        List<DecisionEntry> entries = new ArrayList<>();
        for (List<RecordedLine> chunk : Chunks.of(lines(decision), RecordedLine::toJson)) {
            entries.add(new DecisionEntry.Lines(submission, entries.size(), chunk));
        }
        int lines = entries.size();
        List<RecordedGroup> groups =
                decision.groups().stream().map(RecordedGroup::of).toList();
        for (List<RecordedGroup> chunk : Chunks.of(groups, RecordedGroup::toJson)) {
            entries.add(new DecisionEntry.Groups(submission, entries.size() - lines, chunk));
        }
        int groupParts = entries.size() - lines;
        for (var chunk : Chunks.of(decision.tallies(), DecisionEntry.Tallies::json)) {
            entries.add(new DecisionEntry.Tallies(submission, entries.size() - lines - groupParts, chunk));
        }
        int tallies = entries.size() - lines - groupParts;
        return new DecisionParts(entries, new DecisionEntry.Made.Parts(lines, groupParts, tallies, digest(entries)));
    }

    /** The one digest over the digests of the bodies, in their order. */
    static Digest digest(List<? extends DecisionEntry> entries) {
        return Digest.of(JsonArray.texts(
                entries.stream().map(entry -> Digest.of(entry.toJson()).value()).toList()));
    }

    private static List<RecordedLine> lines(Decision decision) {
        Map<Integer, List<Finding>> findings = new LinkedHashMap<>();
        decision.findings()
                .forEach(finding -> findings.computeIfAbsent(finding.line(), line -> new ArrayList<>())
                        .add(finding));
        List<RecordedLine> lines = new ArrayList<>();
        LineDecision basket = new LineDecision(
                0,
                "",
                decision.submission().basketId(),
                decision.notional(),
                decision.basketEffect(),
                decision.findings().stream()
                        .filter(Finding::wholeBasket)
                        .map(Finding::inFlight)
                        .reduce(InFlightEffect.CONTINUE, InFlightEffect::join));
        lines.addAll(
                RecordedLine.of(basket, findings.getOrDefault(0, List.of())).pieces());
        for (LineDecision line : decision.lines()) {
            lines.addAll(RecordedLine.of(line, findings.getOrDefault(line.line(), List.of()))
                    .pieces());
        }
        return lines;
    }
}
