package org.portcullis.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.FactExtractor;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.Digest;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/**
 * Decides submissions under one policy pack: evaluates every control of a stage and joins what they say.
 *
 * <ul>
 *   <li>Effects join in a lattice, so the order of controls cannot matter; holds accumulate. What is done to what is working joins in a lattice of its own.
 *   <li>While working or executed nothing is blocked, held or warned: the same controls suspend, and no grant is asked for.
 *   <li>What is in force is decided by the day of the facts in the policy's zone: effective periods, and thresholds as recalibrated.
 *   <li>A submission needs a grant that stands at the stage and covers it, or it is blocked with `NOT-GRANTED`; at each stage anew.
 *   <li>A line to which no control but grants applies, nor to its basket, is blocked with `NO-POLICY`; so is everything while the pack is not in force.
 *   <li>What is unknown blocks, or holds where the control says so. A hold that no terms release is ended only by an amendment.
 *   <li>A failed evaluation blocks the whole basket with `EVALUATION-FAILED`; its other findings are discarded, since they are not all there.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads, as its evaluator is.
 */
public final class Assessor {
    private final PolicyPack pack;
    private final Segments segments;
    private final Digest fingerprint;

    private Assessor(PolicyPack pack, Segments segments) {
        this.pack = pack;
        this.segments = segments;
        this.fingerprint = Fingerprint.of(pack);
    }

    /**
     * Makes an assessor for the evaluator's pack.
     *
     * @throws IllegalArgumentException if the pack is not the same on all days; then {@link #over(Evaluator.Factory, PolicyPack)} makes one
     */
    public static Assessor over(Evaluator evaluator) {
        PolicyPack pack = evaluator.pack();
        if (!InForce.changes(pack).isEmpty()) {
            throw new IllegalArgumentException("policy `" + pack.header().name()
                    + "` changes by day, which one evaluator does not; make it from a factory and the pack");
        }
        return new Assessor(pack, Segments.of(evaluator));
    }

    /** Makes an assessor that decides at each instant by the pack as it is in force then: one evaluator for each stretch of days that are alike. */
    public static Assessor over(Evaluator.Factory factory, PolicyPack pack) {
        return new Assessor(pack, Segments.of(factory, pack));
    }

    /** The whole pack, of which what is in force at the instant decides. */
    public PolicyPack pack() {
        return pack;
    }

    /** The pack's fingerprint. */
    public Digest fingerprint() {
        return fingerprint;
    }

    /** Decides a submission on a snapshot; {@code requesterRoles} are the names of the roles that the requester holds at {@code at}. */
    public Decision decide(
            Submission submission, MarketSnapshot snapshot, Set<String> requesterRoles, Stage stage, Instant at) {
        return decide(submission, facts(submission, snapshot, requesterRoles, at), stage);
    }

    /** The facts of a submission on a snapshot, without a past: whoever keeps one adds what windows hold. */
    public SubmissionFacts facts(
            Submission submission, MarketSnapshot snapshot, Set<String> requesterRoles, Instant at) {
        return new FactExtractor(pack().header(), snapshot, at).facts(submission, requesterRoles);
    }

    /** Decides a submission on its facts, at the instant at which these are judged. */
    public Decision decide(Submission submission, SubmissionFacts facts, Stage stage) {
        Assessment assessment = assess(facts, stage);
        return new Decision(
                submission,
                SubmissionJson.digest(submission).value(),
                fingerprint.value(),
                stage,
                facts.basket().at(),
                assessment.effect(),
                assessment.basketEffect(),
                assessment.inFlight(),
                notional(facts.basket()),
                assessment.lines(),
                assessment.findings(),
                assessment.groups(),
                assessment.tallies(),
                assessment.holds());
    }

    /** Assesses facts that are already there, of a submission: {@link #assess(SubmissionFacts, Stage, Set)} in all tiers but alerts. */
    public Assessment assess(SubmissionFacts facts, Stage stage) {
        return assess(facts, stage, Tier.OF_SUBMISSIONS);
    }

    /**
     * Assesses facts that are already there.
     *
     * <p>`basket.warnings` and `order.warnings` are counted here unless the facts know them. Facts without lines stand for a basket of which only the
     * whole is known.
     *
     * @param tiers what the facts are about; controls of other tiers are not asked
     */
    public Assessment assess(SubmissionFacts facts, Stage stage, Set<Tier> tiers) {
        Segments.Segment segment = segmentAt(facts);
        AssessmentRun run = new AssessmentRun(segment, facts, stage, tiers);
        try {
            return run.run();
        } catch (EvaluationFailure failure) {
            return failed(segment.table(), facts, stage, String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            // Whatever an evaluator throws, the basket is blocked rather than lost.
            return failed(segment.table(), facts, stage, "the evaluator stopped with a fault of its own");
        } finally {
            run.end();
        }
    }

    /** As {@link #trace(SubmissionFacts, Stage, Set, int)} in all tiers but alerts. */
    public List<ControlTrace> trace(SubmissionFacts facts, Stage stage, int line) {
        return trace(facts, stage, Tier.OF_SUBMISSIONS, line);
    }

    /**
     * Says for one line, or with 0 for the basket alone, what each control of the stage makes of it and why, satisfied and not applicable ones included.
     *
     * <p>Controls for baskets are traced on the basket's facts. For people, not for the order path.
     *
     * @throws IllegalArgumentException if there is no such line
     * @throws EvaluationFailure if a control cannot be evaluated
     */
    public List<ControlTrace> trace(SubmissionFacts facts, Stage stage, Set<Tier> tiers, int line) {
        Segments.Segment segment = segmentAt(facts);
        PolicyPack inForce = segment.table().pack();
        AssessmentRun run = new AssessmentRun(segment, facts, stage, tiers);
        try {
            Facts basket = run.basketWithWarnings();
            Facts order = line == 0
                    ? basket
                    : facts.lines().stream()
                            .filter(candidate -> candidate.line() == line)
                            .findFirst()
                            .map(run::lineWithWarnings)
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "basket `" + facts.basketId() + "` has no line " + line));
            Explanation explanation = new Explanation(inForce, facts, stage);
            return new Tracing(inForce, explanation, tiers).of(order, basket);
        } finally {
            run.end();
        }
    }

    /** What decides on these facts. */
    Segments.Segment segmentAt(SubmissionFacts facts) {
        return segments.at(facts.basket().at());
    }

    private static Assessment failed(ControlTable table, SubmissionFacts facts, Stage stage, String reason) {
        String stopped = stage.isInFlight() ? " is suspended: " : " is blocked: ";
        String words = "basket " + facts.basketId() + stopped + reason;
        Finding finding = new Explanation(table.pack(), facts, stage)
                .ofNoControl(ReasonCode.EVALUATION_FAILED, facts.basket(), words);
        return Combination.of(table, facts, List.of(finding), 0, List.of());
    }

    private Optional<Value.Money> notional(Facts basket) {
        return basket.isKnown(Measure.BASKET_NOTIONAL)
                ? Optional.of(new Value.Money(
                        basket.micros(Measure.BASKET_NOTIONAL), pack().header().currency()))
                : Optional.empty();
    }
}
