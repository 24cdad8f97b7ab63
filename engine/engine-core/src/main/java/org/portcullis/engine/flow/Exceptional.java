package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.approval.Freeze;
import org.portcullis.engine.approval.FrozenQuorum;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.RetypedAmount;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.token.ReleaseToken;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Judges whether one blocked line or basket may be released exceptionally, and by whom: one verifies and another authorises, for every control that blocks,
 * and whoever has to approve approves as well.
 */
final class Exceptional {
    private final Context context;
    private final Command.AskExceptionalRelease command;
    private final List<FrozenQuorum> quorums = new ArrayList<>();
    private final List<RetypedAmount> retyped = new ArrayList<>();
    private final List<Hold.Escalation> escalation = new ArrayList<>();
    private Instant notAfter = Instant.MAX;

    Exceptional(Context context, Command.AskExceptionalRelease command) {
        this.context = context;
        this.command = command;
    }

    Transition ask() {
        Optional<SubmissionState> submission =
                context.state().submission(command.submission()).filter(known -> known.decided.isPresent());
        if (submission.isEmpty()) {
            return refused(PetitionRefusal.UNKNOWN_SUBMISSION);
        }
        Optional<Command.Activate> active = context.active();
        if (active.isEmpty()) {
            return refused(PetitionRefusal.NO_POLICY);
        }
        Blockage blockage = new Blockage(
                active.get().assessor().pack(),
                submission.get().blocked.values(),
                Set.copyOf(submission.get().decision().made().holds()),
                command.line());
        return whyNot(submission.get(), active.get())
                .or(() -> whyNot(submission.get(), blockage))
                .map(this::refused)
                .orElseGet(() -> begun(submission.get(), blockage));
    }

    private Optional<PetitionRefusal> whyNot(SubmissionState submission, Command.Activate active) {
        if (!submission.received.requester().equals(command.person())) {
            return Optional.of(PetitionRefusal.NOT_THE_SUBMITTER);
        }
        boolean latest = submission.id().equals(context.state().latestByBasket.get(submission.received.basket()));
        if (!latest || submission.phase.isAgainst()) {
            return Optional.of(PetitionRefusal.SUPERSEDED);
        }
        if (!submission.policy.equals(active.assessor().fingerprint().value())) {
            return Optional.of(PetitionRefusal.POLICY_CHANGED);
        }
        if (command.reason().isBlank()) {
            return Optional.of(PetitionRefusal.NO_REASON);
        }
        return command.circumstances().isBlank() ? Optional.of(PetitionRefusal.NO_CIRCUMSTANCES) : Optional.empty();
    }

    private Optional<PetitionRefusal> whyNot(SubmissionState submission, Blockage blockage) {
        if (blockage.isBlockedWider()) {
            return Optional.of(PetitionRefusal.BASKET_BLOCKED);
        }
        boolean named = blockage.blockers().stream()
                .anyMatch(finding -> finding.control().equals(Optional.of(command.control())));
        if (!named) {
            return Optional.of(PetitionRefusal.NOT_BLOCKED);
        }
        Optional<List<Blockage.Way>> ways = blockage.ways();
        if (ways.isEmpty() || blockage.isStuck() || blockage.lines().isEmpty()) {
            return Optional.of(PetitionRefusal.NOT_EXCEPTIONAL);
        }
        Purpose purpose = purpose(blockage.lines());
        if (context.state().petitions.isAsked(purpose, submission.id(), context.at())) {
            return Optional.of(PetitionRefusal.ASKED_ALREADY);
        }
        if (context.state().petitions.isReleased(purpose, submission.id())) {
            return Optional.of(PetitionRefusal.RELEASED_ALREADY);
        }
        boolean late = ways.get().stream()
                .anyMatch(way -> context.at()
                        .isAfter(Freeze.after(
                                submission.decision().at(), way.release().within())));
        return late ? Optional.of(PetitionRefusal.LATE) : Optional.empty();
    }

    private Transition begun(SubmissionState submission, Blockage blockage) {
        Freeze freeze = context.freeze(command.person());
        List<ControlId> controls = new ArrayList<>();
        for (Blockage.Way way : blockage.ways().orElse(List.of())) {
            controls.add(way.control());
            add(way, freeze);
        }
        for (Blockage.Approving approving : blockage.approvals()) {
            controls.add(approving.control());
            add(approving, freeze, submission.received);
        }
        PetitionEntry.Asked asked = new PetitionEntry.Asked(
                context.state().petitions.next(),
                purpose(blockage.lines()),
                submission.id(),
                controls,
                command.person(),
                command.reason(),
                command.circumstances(),
                submission.received.submissionDigest());
        return new Petition(
                        asked,
                        submission.policy,
                        sentences(submission.received, blockage),
                        quorums,
                        retyped,
                        escalation,
                        notAfter)
                .begin(context);
    }

    /** The first quorum verifies, every other one authorises. */
    private void add(Blockage.Way way, Freeze freeze) {
        Statement.Action act = Statement.Action.VERIFY;
        for (Quorum quorum : way.release().quorums()) {
            HoldTerms terms = new HoldTerms(
                    List.of(quorum),
                    List.of(new Exclusion.Requester(), new Exclusion.DelegatesOfRequester()),
                    true,
                    Optional.empty(),
                    way.release().within(),
                    List.of());
            for (FrozenQuorum frozen : freeze.quorums(way.control(), terms)) {
                quorums.add(frozen.acting(act));
            }
            act = Statement.Action.AUTHORISE;
        }
        until(freeze.after(way.release().within()));
    }

    private void add(Blockage.Approving approving, Freeze freeze, SubmissionEntry.Received received) {
        quorums.addAll(freeze.quorums(approving.control(), approving.terms()));
        escalation.addAll(freeze.escalation(approving.control(), approving.terms()));
        approving
                .terms()
                .retyped()
                .map(reference -> amount(reference, received))
                .filter(amount -> !retyped.contains(amount))
                .ifPresent(retyped::add);
        until(freeze.after(approving.terms().within()));
    }

    private void until(Instant instant) {
        notAfter = instant.isBefore(notAfter) ? instant : notAfter;
    }

    /** What people type again, as far as the journal tells it; what is not known nobody types right. */
    private static RetypedAmount amount(Reference reference, SubmissionEntry.Received received) {
        Measure measure = reference.measure();
        Optional<Value> amount = Optional.empty();
        if (measure == Measure.BASKET_NOTIONAL) {
            amount = received.notional().map(money -> money);
        } else if (measure == Measure.BASKET_INTENDED) {
            amount = received.intended().map(money -> money);
        } else if (measure == Measure.BASKET_ITEMS) {
            amount = Optional.of(
                    new Value.Count(Math.multiplyExact((long) received.lines(), Exact.ONE), CountUnit.ORDERS));
        }
        return new RetypedAmount(measure.path(), amount);
    }

    private List<String> sentences(SubmissionEntry.Received received, Blockage blockage) {
        List<String> sentences = new ArrayList<>();
        String what = command.line() == 0
                ? blockage.lines().size() + " of " + received.lines() + " lines of the basket"
                : "line " + command.line() + " of the basket, " + blockage.symbol();
        sentences.add("Exceptional release, once, of " + what + ": "
                + blockage.notional().map(ValueText::readable).orElse("an amount that is not known"));
        sentences.add("Basket " + received.basket() + " submitted by " + received.requester()
                + received.desk().map(desk -> ", desk " + desk).orElse("") + ", in all "
                + received.notional().map(ValueText::readable).orElse("not known"));
        sentences.add("It is blocked by:");
        for (RecordedFinding finding : blockage.blockers()) {
            sentences.add("  " + finding.control().map(id -> id + ": ").orElse("") + finding.message());
        }
        return sentences;
    }

    private static Purpose purpose(LineSet lines) {
        return new Purpose(Purpose.Kind.EXCEPTIONAL_RELEASE, lines.text());
    }

    private Transition refused(PetitionRefusal why) {
        Purpose purpose = new Purpose(Purpose.Kind.EXCEPTIONAL_RELEASE, command.line() == 0 ? "" : "" + command.line());
        return new Petitioning(context).refused(purpose, command.submission(), command.person(), why);
    }

    /** The entry that issues the token of a petition that was met: for exactly its lines, until its time limit. */
    static TokenEntry.Issued token(Context context, PetitionState petition) {
        SubmissionState submission = context.state().known(petition.asked().submission());
        ReleaseToken token = new ReleaseToken(
                context.ports().nonces().next(),
                submission.id(),
                submission.received.submissionDigest(),
                submission.decision().digest(),
                petition.progress().hold().binding().notAfter(),
                LineSet.parse(petition.purpose().subject()));
        return TokenEntry.Issued.signed(
                token,
                context.ports().tokenSigner(),
                Release.total(submission.blocked.values().stream()
                        .filter(line -> token.lines().contains(line.line()))
                        .map(BlockedLine::notional)
                        .toList()),
                Optional.of(petition.id()));
    }
}
