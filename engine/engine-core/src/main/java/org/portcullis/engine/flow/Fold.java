package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.EstimateEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackChanges;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/**
 * Folds one entry into the state: the only code that changes it, at run time and at restore alike.
 *
 * <p>It decides nothing. Entries about a submission that is not known change nothing, so that a journal that another engine began can be read.
 *
 * @param json the body as the journal carries it
 * @param at the entry's time
 * @param pack the fingerprint of the policy that the entry names
 */
record Fold(EngineState state, JsonObject json, Instant at, String pack) implements EntryBody.Cases<Fold> {

    /** Folds one entry. */
    static void into(EngineState state, EntryBody body, JsonObject json, Instant at, String pack) {
        if (at.isAfter(state.latest)) {
            state.latest = at;
        }
        Fold fold = new Fold(state, json, at, pack);
        body.unfolded().forEach(each -> each.match(fold));
    }

    @Override
    public Fold key(KeyEntry entry) {
        return entry.matchKey(new KeyEntry.KeyCases<>() {
            @Override
            public Fold enrolled(KeyEntry.Enrolled enrolled) {
                state.keys.put(
                        enrolled.keyId(), EnrolledKey.of(enrolled.keyId(), enrolled.person(), enrolled.publicKey()));
                return Fold.this;
            }

            @Override
            public Fold rotated(KeyEntry.Rotated rotated) {
                Rotation rotation = rotated.rotation();
                state.keys.computeIfPresent(rotation.replaces(), (id, key) -> key.replaced(rotation.overlapUntil()));
                state.keys.put(
                        rotation.keyId(), EnrolledKey.of(rotation.keyId(), rotation.person(), rotation.publicKey()));
                return Fold.this;
            }

            @Override
            public Fold revoked(KeyEntry.Revoked revoked) {
                state.keys.computeIfPresent(revoked.keyId(), (id, key) -> key.revoke());
                return Fold.this;
            }

            @Override
            public Fold refused(KeyEntry.Refused refused) {
                return Fold.this;
            }
        });
    }

    @Override
    public Fold person(PersonEntry entry) {
        return entry.matchPerson(new PersonEntry.PersonCases<>() {
            @Override
            public Fold committed(PersonEntry.Committed committed) {
                state.people.put(committed.person().value(), new KnownPerson(committed.commitment(), false));
                return Fold.this;
            }

            @Override
            public Fold erased(PersonEntry.Erased erased) {
                state.people.computeIfPresent(erased.person().value(), (id, person) -> person.erase());
                return Fold.this;
            }

            @Override
            public Fold refused(PersonEntry.Refused refused) {
                return Fold.this;
            }
        });
    }

    @Override
    public Fold policy(PolicyEntry entry) {
        return entry.matchPolicy(new PolicyEntry.PolicyCases<>() {
            @Override
            public Fold packActivated(PackActivated activated) {
                state.policy = activated.fingerprint().value();
                state.changesSigned = activated.changesSigned();
                return Fold.this;
            }

            @Override
            public Fold packChanges(PackChanges changes) {
                return Fold.this;
            }

            @Override
            public Fold packControl(PackControl control) {
                return Fold.this;
            }

            @Override
            public Fold peopleReplaced(PolicyEntry.PeopleReplaced replaced) {
                return Fold.this;
            }

            @Override
            public Fold timeRefused(PolicyEntry.TimeRefused refused) {
                return Fold.this;
            }
        });
    }

    @Override
    public Fold submission(SubmissionEntry entry) {
        return entry.matchSubmission(new SubmissionEntry.SubmissionCases<>() {
            @Override
            public Fold received(SubmissionEntry.Received received) {
                state.submissions.put(received.submission(), new SubmissionState(received, pack));
                state.latestByBasket.put(received.basket(), received.submission());
                state.received++;
                return Fold.this;
            }

            @Override
            public Fold refused(SubmissionEntry.Refused refused) {
                return Fold.this;
            }

            @Override
            public Fold ended(SubmissionEntry.Ended ended) {
                Phase phase = switch (ended.why()) {
                    case WITHDRAWN -> Phase.WITHDRAWN;
                    case SUPERSEDED -> Phase.SUPERSEDED;
                    case UNACKNOWLEDGED -> Phase.UNACKNOWLEDGED;
                    case NOT_PRESENTED -> Phase.NOT_PRESENTED;
                    case KILLED -> Phase.KILLED;
                };
                state.submission(ended.submission())
                        .filter(submission -> submission.phase.isOpen())
                        .ifPresent(submission -> close(submission, phase, HoldProgress.End.VOIDED));
                if (phase.isAgainst()) {
                    state.voidPetitions(ended.submission());
                }
                return Fold.this;
            }

            @Override
            public Fold endRefused(SubmissionEntry.EndRefused refused) {
                return Fold.this;
            }
        });
    }

    @Override
    public Fold decision(DecisionEntry entry) {
        Optional<SubmissionState> submission = state.submission(entry.submission());
        return submission.isEmpty() ? this : entry.matchDecision(new DecisionFold(submission.get()));
    }

    @Override
    public Fold warning(WarningEntry entry) {
        Optional<SubmissionState> submission = state.submission(entry.submission());
        return submission.isEmpty() ? this : entry.matchWarning(new WarningFold(submission.get()));
    }

    @Override
    public Fold hold(HoldEntry entry) {
        if (entry.matchHold(new PetitionFold(state, at, pack))) {
            return this;
        }
        Optional<SubmissionState> submission = state.submission(entry.submission());
        return submission.isEmpty() ? this : entry.matchHold(new HoldFold(submission.get()));
    }

    @Override
    public Fold token(TokenEntry entry) {
        return entry.matchToken(new TokenEntry.TokenCases<>() {
            @Override
            public Fold issued(TokenEntry.Issued issued) {
                state.tokens.put(
                        issued.token().id(),
                        new TokenState(issued.token(), issued.envelope(), issued.petition(), TokenState.Use.OUT));
                if (issued.petition().isPresent()) {
                    state.petitions
                            .find(issued.petition().get())
                            .ifPresent(petition -> state.petitions.put(
                                    petition.withToken(issued.token().id())));
                    return Fold.this;
                }
                state.submission(issued.token().submission()).ifPresent(submission -> {
                    submission.phase = Phase.RELEASED;
                    submission.token = issued.token().id();
                    state.forgetDeadlines(submission);
                    state.deadlines.add(
                            Deadline.after(issued.token().notAfter(), submission.id(), Deadline.Kind.TOKEN_LIMIT));
                });
                return Fold.this;
            }

            @Override
            public Fold burned(TokenEntry.Burned burned) {
                state.signed.remove(burned.token());
                TokenState used =
                        state.tokens.computeIfPresent(burned.token(), (id, token) -> token.with(TokenState.Use.USED));
                if (used != null && used.petition().isPresent()) {
                    new WorkFold(state, at).releasedExceptionally(burned.submission(), burned.lines()::contains);
                    return Fold.this;
                }
                new WorkFold(state, at).released(burned.submission(), burned.lines()::contains);
                state.submission(burned.submission())
                        .ifPresent(submission -> close(submission, Phase.GONE, HoldProgress.End.RELEASED));
                return Fold.this;
            }

            @Override
            public Fold refused(TokenEntry.Refused refused) {
                return Fold.this;
            }
        });
    }

    @Override
    public Fold work(WorkEntry entry) {
        entry.matchWork(new WorkFold(state, at));
        return this;
    }

    @Override
    public Fold killSwitch(SwitchEntry entry) {
        return entry.matchSwitch(new SwitchFold());
    }

    @Override
    public Fold alert(AlertEntry entry) {
        entry.matchAlert(new AlertFold(state, at));
        return this;
    }

    /** Closes a submission, and gives back what it held. */
    private void close(SubmissionState submission, Phase phase, HoldProgress.End end) {
        state.close(submission, phase, end);
        new WorkFold(state, at).givenBack(submission.id());
    }

    /** Folds what happens to kill switches. */
    private final class SwitchFold implements SwitchEntry.SwitchCases<Fold> {

        @Override
        public Fold asked(SwitchEntry.Asked entry) {
            return put(entry.control(), state(entry.control()).asked(entry.person()));
        }

        @Override
        public Fold pulled(SwitchEntry.Pulled entry) {
            return put(entry.control(), state(entry.control()).pulled(at, entry.person()));
        }

        @Override
        public Fold refused(SwitchEntry.Refused entry) {
            return Fold.this;
        }

        @Override
        public Fold swept(SwitchEntry.Swept entry) {
            return Fold.this;
        }

        @Override
        public Fold cleared(SwitchEntry.Cleared entry) {
            state.switches.remove(entry.control());
            return Fold.this;
        }

        private SwitchState state(ControlId control) {
            return state.switches.getOrDefault(control, SwitchState.NONE);
        }

        private Fold put(ControlId control, SwitchState now) {
            state.switches.put(control, now);
            return Fold.this;
        }
    }

    /** Folds what was decided: the closing entry, and what stands in the way of each line; the other parts are for reports. */
    private final class DecisionFold implements DecisionEntry.DecisionCases<Fold> {
        private final SubmissionState submission;

        DecisionFold(SubmissionState submission) {
            this.submission = submission;
        }

        @Override
        public Fold lines(DecisionEntry.Lines entry) {
            entry.lines().forEach(line -> BlockedLine.of(line).ifPresent(submission::block));
            return Fold.this;
        }

        @Override
        public Fold groups(DecisionEntry.Groups entry) {
            return Fold.this;
        }

        @Override
        public Fold tallies(DecisionEntry.Tallies entry) {
            return Fold.this;
        }

        @Override
        public Fold made(DecisionEntry.Made entry) {
            submission.decided = Optional.of(new SubmissionState.Decided(entry.bare(), Digest.of(json), at));
            switch (entry.outcome()) {
                case BLOCKED -> submission.phase = Phase.BLOCKED;
                // A decision to release stays a wait for its token, so that a batch that was cut off releases nothing.
                case WAITING, RELEASED -> {
                    submission.phase = Phase.WAITING;
                    state.openByBasket.put(submission.received.basket(), submission.id());
                }
            }
            return Fold.this;
        }
    }

    /** Folds what happens to warnings. */
    private final class WarningFold implements WarningEntry.WarningCases<Fold> {
        private final SubmissionState submission;

        WarningFold(SubmissionState submission) {
            this.submission = submission;
        }

        @Override
        public Fold raised(WarningEntry.Raised entry) {
            entry.items()
                    .forEach(item ->
                            submission.raise(new Warning(entry.control(), entry.terms(), item, Optional.empty())));
            return Fold.this;
        }

        @Override
        public Fold shown(WarningEntry.Shown entry) {
            submission.shown = Optional.of(entry);
            state.deadlines.add(
                    Deadline.after(entry.acknowledgeBy(), submission.id(), Deadline.Kind.ACKNOWLEDGEMENT_LIMIT));
            return Fold.this;
        }

        @Override
        public Fold acknowledged(WarningEntry.Acknowledged entry) {
            List<Warning> cleared = submission.warnings.values().stream()
                    .filter(Warning::isOutstanding)
                    .filter(warning -> entry.controls().contains(warning.control()))
                    .filter(warning -> entry.line().isEmpty()
                            || entry.line().getAsInt() == warning.item().line())
                    .toList();
            cleared.forEach(warning -> submission.acknowledge(warning, entry.person()));
            if (submission.outstanding == 0) {
                state.forgetAcknowledgement(submission);
            }
            return Fold.this;
        }

        @Override
        public Fold refused(WarningEntry.Refused entry) {
            return Fold.this;
        }
    }

    /** Folds what happens to a hold. */
    private final class HoldFold implements HoldEntry.HoldCases<Fold> {
        private final SubmissionState submission;

        HoldFold(SubmissionState submission) {
            this.submission = submission;
        }

        @Override
        public Fold begun(HoldEntry.Begun entry) {
            Hold hold = entry.hold();
            submission.hold = Optional.of(HoldProgress.begin(hold));
            state.submissionByHold.put(hold.id(), submission.id());
            for (int step = 0; step < hold.escalation().size(); step++) {
                state.deadlines.add(Deadline.escalation(hold, step));
            }
            state.deadlines.add(Deadline.after(hold.binding().notAfter(), submission.id(), Deadline.Kind.HOLD_EXPIRY));
            return Fold.this;
        }

        @Override
        public Fold frozen(HoldEntry.Frozen entry) {
            submission.hold = submission.hold.map(hold -> hold.with(entry.quorum()));
            return Fold.this;
        }

        @Override
        public Fold voteAccepted(HoldEntry.VoteAccepted entry) {
            HoldProgress.Vote vote = new HoldProgress.Vote(entry.action(), entry.keyId(), entry.roles(), at);
            submission.hold = submission.hold.map(hold -> hold.with(entry.approver(), vote));
            return Fold.this;
        }

        @Override
        public Fold voteRefused(HoldEntry.VoteRefused entry) {
            return Fold.this;
        }

        @Override
        public Fold escalated(HoldEntry.Escalated entry) {
            state.deadlines.remove(new Deadline(entry.due(), submission.id(), Deadline.Kind.ESCALATION, entry.step()));
            return Fold.this;
        }

        @Override
        public Fold released(HoldEntry.Released entry) {
            submission.hold = submission.hold.map(hold -> hold.ended(HoldProgress.End.RELEASED));
            return Fold.this;
        }

        @Override
        public Fold rejected(HoldEntry.Rejected entry) {
            close(submission, Phase.REJECTED, HoldProgress.End.REJECTED);
            return Fold.this;
        }

        @Override
        public Fold expired(HoldEntry.Expired entry) {
            close(submission, Phase.EXPIRED, HoldProgress.End.EXPIRED);
            return Fold.this;
        }

        @Override
        public Fold asked(PetitionEntry.Asked entry) {
            return Fold.this;
        }

        @Override
        public Fold askingRefused(PetitionEntry.Refused entry) {
            return Fold.this;
        }

        @Override
        public Fold estimated(EstimateEntry.Estimated entry) {
            submission.hold = submission.hold.map(hold -> hold.estimated(entry.person(), entry.ratio()));
            return Fold.this;
        }

        @Override
        public Fold estimateRefused(EstimateEntry.Refused entry) {
            return Fold.this;
        }

        @Override
        public Fold withdrawn(PetitionEntry.Withdrawn entry) {
            return Fold.this;
        }
    }
}
