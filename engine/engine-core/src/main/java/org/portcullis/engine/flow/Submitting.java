package org.portcullis.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.Finding;
import org.portcullis.engine.decision.FindingGroup;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.DecisionParts;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.fact.KnownFacts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.engine.token.LineSet;
import org.portcullis.engine.work.EnteredOrder;
import org.portcullis.engine.work.OrderPhase;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonText;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/** Judges a submission and writes down what it comes to. */
record Submitting(Context context) {
    private static final String NO_POLICY = "no-policy";
    private static final String MALFORMED = "malformed";
    private static final String IN_FLIGHT = "order-in-flight";
    private static final String FAILED = "evaluation-failed";

    Transition submit(Command.Submit command) {
        Optional<Command.Activate> active = context.active();
        if (active.isEmpty()) {
            return refused(command.submission(), NO_POLICY, "no policy is in force, and nothing goes without one");
        }
        if (!texts(command.submission()).allMatch(Submitting::isWritable)) {
            return refused(command.submission(), MALFORMED, "a text of the submission cannot be written as evidence");
        }
        Optional<String> inFlight = command.submission().lines().stream()
                .map(OrderLine::orderId)
                .filter(order -> context.state()
                        .work
                        .find(order)
                        .filter(known -> known.phase() == OrderPhase.WORKING)
                        .isPresent())
                .findFirst();
        if (inFlight.isPresent()) {
            return refused(
                    command.submission(),
                    IN_FLIGHT,
                    "order `" + inFlight.get() + "` is working: amend it, or end it first");
        }
        try {
            return judged(command, active.get());
        } catch (RuntimeException failure) {
            // A fault of the evaluation blocks: it must neither release the basket nor stop the engine for others.
            return refused(command.submission(), FAILED, "the submission could not be evaluated");
        }
    }

    private Transition judged(Command.Submit command, Command.Activate active) {
        Submission submission = command.submission();
        SubmissionFacts facts = facts(command, active);
        Decision decision = active.assessor().decide(submission, facts, command.stage());
        String id = context.state().nextSubmission();
        String policy = active.assessor().fingerprint().value();
        SubmissionEntry.Received received = received(id, command, decision);
        LineSet releasable = releasable(decision);
        Warnings warnings = releasable.isEmpty()
                ? Warnings.none()
                : Warnings.of(active.assessor().pack(), decision, releasable);
        KnownFacts ofBasket = KnownFacts.of(facts.basket());
        DecisionParts parts = DecisionParts.of(id, ofBasket, entered(facts, ofBasket, releasable), decision);
        HoldBegin hold = HoldBegin.of(context, decision, releasable);
        DecisionEntry.Made made = made(received, decision, releasable, warnings.size(), hold.quorums(), parts);
        JsonObject spelled = made.toJson();
        Digest decisionDigest = Digest.of(spelled);

        List<EntryBody> before = new ArrayList<>();
        before.add(received);
        before.addAll(parts.entries());
        List<EntryBody> after = new ArrayList<>(
                warnings.entries(id, decision, context.at().plus(context.terms().acknowledgeWithin())));
        hold.hold(id, received.submissionDigest(), decisionDigest, facts).ifPresent(begun -> {
            after.add(HoldEntry.Begun.of(begun));
            for (int index = 0; index < begun.quorums().size(); index++) {
                after.add(new HoldEntry.Frozen(
                        begun.id(), id, index, begun.quorums().get(index)));
            }
        });
        if (made.outcome() == DecisionEntry.Made.Outcome.RELEASED) {
            after.add(Release.token(context, made, decisionDigest));
        }
        List<Draft> drafts = new ArrayList<>(superseded(submission.basketId(), id));
        before.forEach(body -> drafts.add(new Draft(body, id, policy)));
        drafts.add(new Draft(made, spelled, id, policy));
        after.forEach(body -> drafts.add(new Draft(body, id, policy)));
        drafts.addAll(new Alerting(context, 0).drafts(noticed(id, decision, facts)));
        return new Transition(drafts, () -> outcome(id, decision));
    }

    /** The facts of the submission with what the windows of the policy hold, and with the kill switches that are pulled. */
    private SubmissionFacts facts(Command.Submit command, Command.Activate active) {
        Submission submission = command.submission();
        SubmissionFacts facts = active.assessor()
                .facts(submission, command.snapshot(), context.rolesOf(submission.requester()), context.at());
        Set<String> pulled = context.state().pulled();
        SubmissionFacts switched = pulled.isEmpty()
                ? facts
                : facts.map(each -> each.toBuilder()
                        .switchesPulled(pulled, new Provenance("engine", context.at()))
                        .build());
        return context.state().past.book().map(book -> book.facts(switched)).orElse(switched);
    }

    private static List<EnteredOrder> entered(SubmissionFacts facts, KnownFacts ofBasket, LineSet releasable) {
        return facts.lines().stream()
                .map(line -> new EnteredOrder(
                        line.line(),
                        String.valueOf(line.text(Measure.ORDER_ID)),
                        KnownFacts.of(line).without(ofBasket),
                        !releasable.contains(line.line())))
                .toList();
    }

    private static List<Noticed> noticed(String id, Decision decision, SubmissionFacts facts) {
        List<Finding> telling = decision.findings().stream()
                .filter(finding -> finding.counts() && !finding.tells().isEmpty())
                .toList();
        Optional<String> event = switch (decision.effect()) {
            case BLOCK -> Optional.of("blocked");
            case HOLD -> Optional.of("held");
            case RELEASE, NOTE, WARN -> Optional.empty();
        };
        return List.of(
                new Noticed(id, Optional.empty(), event, decision.stage(), because(decision, event), facts, telling));
    }

    private static String because(Decision decision, Optional<String> event) {
        return event.isEmpty()
                ? ""
                : decision.groups().stream()
                        .findFirst()
                        .map(FindingGroup::headline)
                        .orElse("");
    }

    private Outcome outcome(String id, Decision decision) {
        SubmissionState submission = context.state().known(id);
        return switch (submission.phase) {
            case RELEASED -> Release.outcome(context.state(), submission, Optional.of(decision));
            case WAITING -> new Outcome.Waiting(submission.view(), Optional.of(decision));
            case BLOCKED -> new Outcome.Blocked(submission.view(), decision);
            case RECEIVED, GONE, REJECTED, EXPIRED, UNACKNOWLEDGED, WITHDRAWN, SUPERSEDED, NOT_PRESENTED, KILLED ->
                new Outcome.Ended(submission.view());
        };
    }

    private List<Draft> superseded(String basket, String by) {
        return Optional.ofNullable(context.state().latestByBasket.get(basket))
                .map(context.state()::known)
                .filter(context.state()::isOpen)
                .map(before -> context.about(
                        before, new SubmissionEntry.Ended(before.id(), SubmissionEntry.Ended.Why.SUPERSEDED, by)))
                .stream()
                .toList();
    }

    private SubmissionEntry.Received received(String id, Command.Submit command, Decision decision) {
        Submission submission = command.submission();
        return new SubmissionEntry.Received(
                id,
                submission.basketId(),
                submission.requester(),
                submission.desk(),
                submission.location(),
                submission.flow(),
                command.stage(),
                submission.lines().size(),
                submission.intended(),
                decision.notional(),
                new Digest(decision.submissionDigest()),
                SubmissionJson.digest(command.snapshot()),
                command.snapshot().source());
    }

    private static DecisionEntry.Made made(
            SubmissionEntry.Received received,
            Decision decision,
            LineSet releasable,
            int warnings,
            int quorums,
            DecisionParts parts) {
        boolean waits = warnings > 0 || quorums > 0;
        DecisionEntry.Made.Outcome outcome = releasable.isEmpty()
                ? DecisionEntry.Made.Outcome.BLOCKED
                : waits ? DecisionEntry.Made.Outcome.WAITING : DecisionEntry.Made.Outcome.RELEASED;
        int superseded = (int) decision.findings().stream()
                .filter(finding -> !finding.counts())
                .count();
        return new DecisionEntry.Made(
                received.submission(),
                outcome,
                decision.effect(),
                decision.basketEffect(),
                decision.inFlight(),
                received.submissionDigest(),
                received.snapshotDigest(),
                releasable,
                total(decision, line -> releasable.contains(line.line())),
                total(decision, line -> !releasable.contains(line.line())),
                new DecisionEntry.Made.Counts(
                        (int) decision.count(Effect.BLOCK),
                        (int) decision.count(Effect.HOLD),
                        (int) decision.count(Effect.WARN),
                        superseded,
                        decision.groups().size()),
                new DecisionEntry.Made.Awaits(warnings, quorums),
                decision.holds().stream().map(control -> control.id()).toList(),
                parts.parts(),
                parts.contents());
    }

    /** The lines that neither are blocked nor held by something that nobody can release. */
    private static LineSet releasable(Decision decision) {
        Set<ControlId> withTerms =
                decision.holds().stream().map(control -> control.id()).collect(Collectors.toSet());
        Set<Integer> stuck = new TreeSet<>();
        boolean basketStuck = decision.basketEffect() == Effect.BLOCK;
        for (var finding : decision.findings()) {
            boolean releases = finding.control().filter(withTerms::contains).isPresent();
            if (finding.counts() && finding.effect() == Effect.HOLD && !releases) {
                basketStuck |= finding.wholeBasket() || finding.line() == 0;
                stuck.add(finding.line());
            }
        }
        if (basketStuck) {
            return LineSet.of(List.of());
        }
        return LineSet.of(decision.lines().stream()
                .filter(line -> line.effect() != Effect.BLOCK && !stuck.contains(line.line()))
                .map(LineDecision::line)
                .toList());
    }

    private static Optional<Value.Money> total(Decision decision, java.util.function.Predicate<LineDecision> counted) {
        return Release.total(decision.lines().stream()
                .filter(counted)
                .map(LineDecision::notional)
                .toList());
    }

    private Transition refused(Submission submission, String code, String sentence) {
        SubmissionEntry.Refused refused =
                new SubmissionEntry.Refused(code, writable(submission.basketId()), writable(submission.requester()));
        return Transition.refused(context.general(refused), code, sentence);
    }

    private static Stream<String> texts(Submission submission) {
        Stream<String> head = Stream.of(
                        Stream.of(submission.basketId(), submission.requester()),
                        submission.desk().stream(),
                        submission.location().stream(),
                        submission.flow().stream())
                .flatMap(each -> each);
        return Stream.concat(
                head, submission.lines().stream().flatMap(line -> Stream.of(line.orderId(), line.symbol())));
    }

    private static boolean isWritable(String text) {
        return text.length() <= Command.MAX_ID && JsonText.isWellFormed(text);
    }

    /** What of a text an entry can carry: the start, with everything but letters, digits and plain signs left out. */
    private static String writable(String text) {
        return isWritable(text)
                ? text
                : text.chars()
                        .filter(unit -> unit >= ' ' && unit < 0x7F)
                        .limit(Command.MAX_ID)
                        .mapToObj(unit -> String.valueOf((char) unit))
                        .collect(Collectors.joining());
    }
}
