package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.work.EnteredOrder;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;

/**
 * Deals a decision, and what is known of its orders, into the entries that record it.
 *
 * @param entries what is appended before the decision itself, in this order; none where the decision has contents
 * @param parts how many entries there are of lines, groups and tallies, with their digest
 * @param contents everything, where it is small enough to stand in the entry of the decision
 */
public record DecisionParts(
        List<EntryBody> entries, DecisionEntry.Made.Parts parts, Optional<DecisionContents> contents) {
    public DecisionParts {
        entries = List.copyOf(entries);
    }

    /**
     * Deals the decision on a submission.
     *
     * @param facts what is known of the basket, and of all its orders alike
     * @param orders every order, with what else is known of it
     */
    public static DecisionParts of(String submission, KnownFacts facts, List<EnteredOrder> orders, Decision decision) {
        DecisionContents contents = new DecisionContents(
                facts,
                orders,
                lines(decision),
                decision.groups().stream().map(RecordedGroup::of).toList(),
                decision.tallies());
        return contents.isSmall()
                ? new DecisionParts(List.of(), DecisionEntry.Made.Parts.NONE, Optional.of(contents))
                : dealt(submission, contents);
    }

    private static DecisionParts dealt(String submission, DecisionContents contents) {
        List<EntryBody> entries = new ArrayList<>();
        entries.add(new WorkEntry.BasketEntered(submission, contents.facts()));
        entries.addAll(WorkEntry.OrdersEntered.deal(submission, contents.orders()));
        List<DecisionEntry> parts = new ArrayList<>();
        for (List<RecordedLine> chunk : Chunks.of(contents.lines(), RecordedLine::toJson)) {
            parts.add(new DecisionEntry.Lines(submission, parts.size(), chunk));
        }
        int lines = parts.size();
        for (List<RecordedGroup> chunk : Chunks.of(contents.groups(), RecordedGroup::toJson)) {
            parts.add(new DecisionEntry.Groups(submission, parts.size() - lines, chunk));
        }
        int groups = parts.size() - lines;
        for (var chunk : Chunks.of(contents.tallies(), DecisionEntry.Tallies::json)) {
            parts.add(new DecisionEntry.Tallies(submission, parts.size() - lines - groups, chunk));
        }
        entries.addAll(parts);
        int tallies = parts.size() - lines - groups;
        return new DecisionParts(
                entries,
                new DecisionEntry.Made.Parts(
                        lines,
                        groups,
                        tallies,
                        digest(parts.stream()
                                .map(part -> Digest.of(part.toJson()))
                                .toList())),
                Optional.empty());
    }

    /** The one digest over the digests of the bodies, in their order. */
    static Digest digest(List<Digest> bodies) {
        return Digest.of(JsonArray.texts(bodies.stream().map(Digest::value).toList()));
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
