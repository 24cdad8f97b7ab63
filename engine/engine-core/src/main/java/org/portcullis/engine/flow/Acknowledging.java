package org.portcullis.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.people.Person;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.Value;

/** Judges an acknowledgement by the terms of every control whose warnings it would clear. */
record Acknowledging(Context context) {

    Transition acknowledge(Command.Acknowledge command) {
        Optional<SubmissionState> found = context.state().submission(command.submission());
        if (found.isEmpty()) {
            return refused(command, AcknowledgementRefusal.UNKNOWN_SUBMISSION);
        }
        SubmissionState submission = found.get();
        Optional<AcknowledgementRefusal> why = whyNotNow(command, submission);
        if (why.isPresent()) {
            return refused(command, why.get());
        }
        List<Warning> selected = selected(command, submission);
        if (selected.isEmpty()) {
            return refused(command, whyNothing(command, submission));
        }
        return selected.stream()
                .flatMap(warning -> whyNot(command, warning, submission).stream())
                .findFirst()
                .map(refusal -> refused(command, refusal))
                .orElseGet(() -> accepted(command, submission, selected));
    }

    private Optional<AcknowledgementRefusal> whyNotNow(Command.Acknowledge command, SubmissionState submission) {
        if (submission.phase != Phase.WAITING || submission.shown.isEmpty()) {
            return Optional.of(AcknowledgementRefusal.NOT_WAITING);
        }
        WarningEntry.Shown shown = submission.shown.get();
        boolean holdOver =
                submission.hold.filter(hold -> !hold.isOpenAt(context.at())).isPresent();
        if (holdOver || context.at().isAfter(shown.acknowledgeBy())) {
            return Optional.of(AcknowledgementRefusal.LATE);
        }
        return shown.textDigest().equals(command.textShown())
                ? Optional.empty()
                : Optional.of(AcknowledgementRefusal.OTHER_TEXT);
    }

    /** All at once takes what may be cleared at once and is this person's to clear, so that two roles can each do their part. */
    private List<Warning> selected(Command.Acknowledge command, SubmissionState submission) {
        return command.selection().match(new Command.Selection.SelectionCases<>() {
            @Override
            public List<Warning> all(Command.Selection.All selection) {
                List<Warning> atOnce = atOnce(submission);
                List<Warning> own = atOnce.stream()
                        .filter(warning ->
                                whyNotBy(command, warning, submission).isEmpty())
                        .toList();
                return own.isEmpty() ? atOnce : own;
            }

            @Override
            public List<Warning> one(Command.Selection.One selection) {
                return Optional.ofNullable(
                                submission.warnings.get(new Warning.Key(selection.control(), selection.line())))
                        .filter(Warning::isOutstanding)
                        .stream()
                        .toList();
            }
        });
    }

    private static List<Warning> atOnce(SubmissionState submission) {
        return submission.warnings.values().stream()
                .filter(Warning::isOutstanding)
                .filter(warning -> warning.terms().mode() == Acknowledgement.Mode.ALL_AT_ONCE)
                .toList();
    }

    private static AcknowledgementRefusal whyNothing(Command.Acknowledge command, SubmissionState submission) {
        return command.selection().match(new Command.Selection.SelectionCases<>() {
            @Override
            public AcknowledgementRefusal all(Command.Selection.All selection) {
                return submission.outstanding > 0
                        ? AcknowledgementRefusal.ONE_BY_ONE
                        : AcknowledgementRefusal.NOTHING_OUTSTANDING;
            }

            @Override
            public AcknowledgementRefusal one(Command.Selection.One selection) {
                return AcknowledgementRefusal.NOTHING_OUTSTANDING;
            }
        });
    }

    private Optional<AcknowledgementRefusal> whyNot(
            Command.Acknowledge command, Warning warning, SubmissionState submission) {
        Optional<AcknowledgementRefusal> by = whyNotBy(command, warning, submission);
        if (by.isPresent()) {
            return by;
        }
        if (warning.terms().largestFirst() && !isLargest(command, warning, submission)) {
            return Optional.of(AcknowledgementRefusal.NOT_LARGEST_FIRST);
        }
        if (warning.terms().reasonRequired() && command.reason().isBlank()) {
            return Optional.of(AcknowledgementRefusal.NO_REASON);
        }
        boolean wrong = warning.retyped()
                .filter(amount -> !amount.matches(command.retyped()))
                .isPresent();
        return wrong ? Optional.of(AcknowledgementRefusal.WRONG_AMOUNT) : Optional.empty();
    }

    private Optional<AcknowledgementRefusal> whyNotBy(
            Command.Acknowledge command, Warning warning, SubmissionState submission) {
        boolean isRequester = command.person().equals(submission.received.requester());
        Optional<Role> role = warning.terms().by();
        if (role.isEmpty()) {
            return isRequester ? Optional.empty() : Optional.of(AcknowledgementRefusal.NOT_THE_SUBMITTER);
        }
        if (isRequester) {
            return Optional.of(AcknowledgementRefusal.REQUESTER);
        }
        boolean holds = context.directory()
                .find(command.person())
                .map(Person::roles)
                .filter(roles -> roles.contains(role.get()))
                .isPresent();
        return holds ? Optional.empty() : Optional.of(AcknowledgementRefusal.ROLE_NOT_HELD);
    }

    /** Whether no larger warning of the same control waits; an act that clears all of them has no order. */
    private static boolean isLargest(Command.Acknowledge command, Warning warning, SubmissionState submission) {
        return command.selection().match(new Command.Selection.SelectionCases<>() {
            @Override
            public Boolean all(Command.Selection.All selection) {
                return true;
            }

            @Override
            public Boolean one(Command.Selection.One selection) {
                return submission.warnings.values().stream()
                        .filter(Warning::isOutstanding)
                        .filter(other -> other.control().equals(warning.control()))
                        .noneMatch(other -> other.size() > warning.size());
            }
        });
    }

    private Transition accepted(Command.Acknowledge command, SubmissionState submission, List<Warning> selected) {
        List<ControlId> controls =
                selected.stream().map(Warning::control).distinct().toList();
        OptionalInt line = command.selection().match(new Command.Selection.SelectionCases<>() {
            @Override
            public OptionalInt all(Command.Selection.All selection) {
                return OptionalInt.empty();
            }

            @Override
            public OptionalInt one(Command.Selection.One selection) {
                return OptionalInt.of(selection.line());
            }
        });
        WarningEntry.Acknowledged entry = new WarningEntry.Acknowledged(
                submission.id(),
                command.person(),
                controls,
                line,
                selected.size(),
                total(selected),
                command.reason(),
                command.retyped(),
                command.textShown(),
                Duration.between(submission.decision().at(), context.at()).toSeconds());
        List<Draft> drafts = new ArrayList<>();
        drafts.add(context.about(submission, entry));
        submission
                .releaseSeating(selected.size(), submission.hold, context)
                .ifPresent(seating -> drafts.addAll(Release.drafts(context, submission, seating)));
        return context.leadingTo(submission.id(), drafts);
    }

    /** The money at stake as far as known; each line counts once, however many warnings it has. */
    private static Optional<Value.Money> total(List<Warning> warnings) {
        List<Value.Money> amounts = warnings.stream()
                .collect(java.util.stream.Collectors.toMap(
                        warning -> warning.item().line(),
                        warning -> warning.item().notional(),
                        (one, other) -> one.or(() -> other),
                        java.util.TreeMap::new))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .toList();
        if (amounts.isEmpty()) {
            return Optional.empty();
        }
        try {
            long sum = amounts.stream().mapToLong(Value.Money::micros).reduce(0, Math::addExact);
            return Optional.of(new Value.Money(sum, amounts.get(0).currency()));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private Transition refused(Command.Acknowledge command, AcknowledgementRefusal why) {
        String what = command.selection().match(new Command.Selection.SelectionCases<>() {
            @Override
            public String all(Command.Selection.All selection) {
                return "all";
            }

            @Override
            public String one(Command.Selection.One selection) {
                return selection.control() + " on line " + selection.line();
            }
        });
        Draft draft = context.about(
                command.submission(),
                new WarningEntry.Refused(command.submission(), command.person(), why.code(), what));
        return Transition.refused(draft, why.code(), why.sentence());
    }
}
