package org.portcullis.engine.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
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
        Map<String, Draft> open = new LinkedHashMap<>();
        List<RecordedDecision> made = new ArrayList<>();
        source.forEach(entry -> EntryBody.read(entry).ifPresent(body -> body.match(new Collect(entry, open, made))));
        return List.copyOf(made);
    }

    /** The parts of a decision that have been seen so far. */
    private static final class Draft {
        private final SubmissionEntry.Received received;
        private final List<DecisionEntry> entries = new ArrayList<>();
        private final Map<Integer, RecordedLine> lines = new LinkedHashMap<>();
        private final List<RecordedGroup> groups = new ArrayList<>();
        private final List<ControlTally> tallies = new ArrayList<>();

        Draft(SubmissionEntry.Received received) {
            this.received = received;
        }

        void add(RecordedLine line) {
            lines.merge(line.line(), line, (before, more) -> {
                List<RecordedLine.RecordedFinding> findings = new ArrayList<>(before.findings());
                findings.addAll(more.findings());
                return before.with(findings);
            });
        }

        Optional<RecordedDecision> close(JournalEntry entry, DecisionEntry.Made made) {
            RecordedLine basket = lines.remove(0);
            if (basket == null) {
                return Optional.empty();
            }
            return Optional.of(new RecordedDecision(
                    entry.index(),
                    entry.at(),
                    entry.packFingerprint(),
                    Digest.of(entry.body()),
                    received,
                    made,
                    basket,
                    List.copyOf(lines.values()),
                    groups,
                    tallies,
                    DecisionParts.digest(entries).equals(made.parts().digest())));
        }
    }

    /** Sorts one entry into the draft of its submission; other families say nothing about a decision. */
    private static final class Collect implements EntryBody.Cases<Boolean>, DecisionEntry.DecisionCases<Boolean> {
        private final JournalEntry entry;
        private final Map<String, Draft> open;
        private final List<RecordedDecision> made;

        Collect(JournalEntry entry, Map<String, Draft> open, List<RecordedDecision> made) {
            this.entry = entry;
            this.open = open;
            this.made = made;
        }

        @Override
        public Boolean submission(SubmissionEntry body) {
            return body.matchSubmission(new SubmissionEntry.SubmissionCases<>() {
                @Override
                public Boolean received(SubmissionEntry.Received received) {
                    open.put(received.submission(), new Draft(received));
                    return true;
                }

                @Override
                public Boolean refused(SubmissionEntry.Refused refused) {
                    return false;
                }

                @Override
                public Boolean ended(SubmissionEntry.Ended ended) {
                    return false;
                }

                @Override
                public Boolean endRefused(SubmissionEntry.EndRefused refused) {
                    return false;
                }
            });
        }

        @Override
        public Boolean decision(DecisionEntry body) {
            return open.containsKey(body.submission()) && body.matchDecision(this);
        }

        @Override
        public Boolean lines(DecisionEntry.Lines body) {
            Draft draft = draft(body);
            body.lines().forEach(draft::add);
            return true;
        }

        @Override
        public Boolean groups(DecisionEntry.Groups body) {
            return draft(body).groups.addAll(body.groups());
        }

        @Override
        public Boolean tallies(DecisionEntry.Tallies body) {
            return draft(body).tallies.addAll(body.tallies());
        }

        @Override
        public Boolean made(DecisionEntry.Made body) {
            Draft draft = java.util.Objects.requireNonNull(open.remove(body.submission()));
            draft.close(entry, body).ifPresent(made::add);
            return true;
        }

        private Draft draft(DecisionEntry body) {
            Draft draft = java.util.Objects.requireNonNull(open.get(body.submission()));
            draft.entries.add(body);
            return draft;
        }

        @Override
        public Boolean key(KeyEntry body) {
            return false;
        }

        @Override
        public Boolean policy(PolicyEntry body) {
            return false;
        }

        @Override
        public Boolean warning(WarningEntry body) {
            return false;
        }

        @Override
        public Boolean hold(HoldEntry body) {
            return false;
        }

        @Override
        public Boolean token(TokenEntry body) {
            return false;
        }
    }
}
