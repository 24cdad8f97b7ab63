package org.portcullis.engine.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.Digest;

/**
 * Puts decisions together while the entries of a journal are shown to it one after the other, so that nobody has to hold a journal in
 * memory.
 *
 * <p>Mutable; holds what belongs to decisions that are not complete. One thread.
 */
public final class DecisionReading {
    private final Map<String, Draft> open = new LinkedHashMap<>();

    /** Takes the next entry and its body, and gives the decision that it completes, if it completes one. */
    public Optional<RecordedDecision> add(JournalEntry entry, EntryBody body) {
        return body.match(new Collect(entry, open));
    }

    /** The parts of a decision that have been seen so far. */
    private static final class Draft {
        private final SubmissionEntry.Received received;
        private final List<Digest> parts = new ArrayList<>();
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

        void addAll(DecisionContents contents) {
            contents.lines().forEach(this::add);
            groups.addAll(contents.groups());
            tallies.addAll(contents.tallies());
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
                    DecisionParts.digest(parts).equals(made.parts().digest())));
        }
    }

    /** Sorts one entry into the draft of its submission; other families say nothing about a decision. */
    private static final class Collect
            implements EntryBody.Cases<Optional<RecordedDecision>>,
                    DecisionEntry.DecisionCases<Optional<RecordedDecision>> {
        private final JournalEntry entry;
        private final Map<String, Draft> open;

        Collect(JournalEntry entry, Map<String, Draft> open) {
            this.entry = entry;
            this.open = open;
        }

        @Override
        public Optional<RecordedDecision> submission(SubmissionEntry body) {
            return body.matchSubmission(new SubmissionEntry.SubmissionCases<>() {
                @Override
                public Optional<RecordedDecision> received(SubmissionEntry.Received received) {
                    open.put(received.submission(), new Draft(received));
                    return Optional.empty();
                }

                @Override
                public Optional<RecordedDecision> refused(SubmissionEntry.Refused refused) {
                    return Optional.empty();
                }

                @Override
                public Optional<RecordedDecision> ended(SubmissionEntry.Ended ended) {
                    return Optional.empty();
                }

                @Override
                public Optional<RecordedDecision> endRefused(SubmissionEntry.EndRefused refused) {
                    return Optional.empty();
                }
            });
        }

        @Override
        public Optional<RecordedDecision> decision(DecisionEntry body) {
            return open.containsKey(body.submission()) ? body.matchDecision(this) : Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> lines(DecisionEntry.Lines body) {
            Draft draft = draft(body);
            body.lines().forEach(draft::add);
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> groups(DecisionEntry.Groups body) {
            draft(body).groups.addAll(body.groups());
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> tallies(DecisionEntry.Tallies body) {
            draft(body).tallies.addAll(body.tallies());
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> made(DecisionEntry.Made body) {
            Draft draft = Objects.requireNonNull(open.remove(body.submission()));
            body.contents().ifPresent(draft::addAll);
            return draft.close(entry, body);
        }

        private Draft draft(DecisionEntry body) {
            Draft draft = Objects.requireNonNull(open.get(body.submission()));
            draft.parts.add(Digest.of(entry.body()));
            return draft;
        }

        @Override
        public Optional<RecordedDecision> key(KeyEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> person(PersonEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> policy(PolicyEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> warning(WarningEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> hold(HoldEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> token(TokenEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> work(WorkEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> killSwitch(SwitchEntry body) {
            return Optional.empty();
        }

        @Override
        public Optional<RecordedDecision> alert(AlertEntry body) {
            return Optional.empty();
        }
    }
}
