package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.Digest;
import org.portcullis.model.value.Value;

/**
 * A decision put together from its entries.
 *
 * @param index the place of the `decision.made` entry
 * @param at when it was made
 * @param policy the fingerprint of the pack that decided
 * @param digest what approvals and tokens are bound to
 * @param basket line 0: the findings against the basket as a whole
 * @param lines every line with its findings
 * @param isWhole whether all parts are there and have the digest that the decision names
 */
public record RecordedDecision(
        long index,
        Instant at,
        String policy,
        Digest digest,
        SubmissionEntry.Received received,
        DecisionEntry.Made made,
        RecordedLine basket,
        List<RecordedLine> lines,
        List<RecordedGroup> groups,
        List<ControlTally> tallies,
        boolean isWhole) {
    public RecordedDecision {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        tallies = List.copyOf(tallies);
    }

    /** The lines that do not go on, whatever anybody acknowledges or approves. */
    public List<RecordedLine> stopped() {
        return lines.stream()
                .filter(line -> !made.releasable().contains(line.line()))
                .toList();
    }

    /** The lines that go on once everything that is awaited is there. */
    public List<RecordedLine> releasable() {
        return lines.stream()
                .filter(line -> made.releasable().contains(line.line()))
                .toList();
    }

    /** The sum of the lines' notionals; empty where one is not known, currencies differ, or the sum does not fit. */
    public static Optional<Value.Money> total(List<RecordedLine> lines) {
        long sum = 0;
        Optional<Value.Money> first = Optional.empty();
        for (RecordedLine line : lines) {
            if (line.notional().isEmpty()) {
                return Optional.empty();
            }
            Value.Money money = line.notional().get();
            first = first.or(() -> Optional.of(money));
            if (!first.get().currency().equals(money.currency())) {
                return Optional.empty();
            }
            try {
                sum = Math.addExact(sum, money.micros());
            } catch (ArithmeticException tooLarge) {
                return Optional.empty();
            }
        }
        long micros = sum;
        return first.map(money -> new Value.Money(micros, money.currency()));
    }

    /** Puts together every decision of a journal, in its order; a decision without its `decision.made` entry was never taken. */
    public static List<RecordedDecision> all(EntrySource source) throws JournalFailure {
        DecisionReading reading = new DecisionReading();
        List<RecordedDecision> made = new ArrayList<>();
        source.forEach(entry ->
                EntryBody.read(entry).flatMap(body -> reading.add(entry, body)).ifPresent(made::add));
        return List.copyOf(made);
    }
}
