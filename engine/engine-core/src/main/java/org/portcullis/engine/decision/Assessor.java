package org.portcullis.engine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.fact.FactExtractor;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.engine.submission.SubmissionJson;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.Digest;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/**
 * Decides submissions under one policy pack: evaluates every control of a stage and joins what they say.
 *
 * <ul>
 *   <li>Effects join in a lattice, so the order of controls cannot matter; holds accumulate.
 *   <li>A submission needs a grant that stands at the stage and covers it, or it is blocked with `NOT-GRANTED`; at each stage anew.
 *   <li>A line to which no control but grants applies, nor to its basket, is blocked with `NO-POLICY`; so is everything while the pack is not in force.
 *   <li>What is unknown blocks, or holds where the control says so. A hold that no terms release is ended only by an amendment.
 *   <li>A failed evaluation blocks the whole basket with `EVALUATION-FAILED`; its other findings are discarded, since they are not all there.
 * </ul>
 *
 * <p>Immutable and safe for use by many threads, as its evaluator is.
 */
public final class Assessor {
    private final Evaluator evaluator;
    private final Digest fingerprint;

    private Assessor(Evaluator evaluator) {
        this.evaluator = evaluator;
        this.fingerprint = Fingerprint.of(evaluator.pack());
    }

    /** Makes an assessor for the evaluator's pack. */
    public static Assessor over(Evaluator evaluator) {
        return new Assessor(evaluator);
    }

    /** The pack that decides. */
    public PolicyPack pack() {
        return evaluator.pack();
    }

    /** The pack's fingerprint. */
    public Digest fingerprint() {
        return fingerprint;
    }

    /** Decides a submission on a snapshot; {@code requesterRoles} are the names of the roles that the requester holds at {@code at}. */
    public Decision decide(
            Submission submission, MarketSnapshot snapshot, Set<String> requesterRoles, Stage stage, Instant at) {
        SubmissionFacts facts = new FactExtractor(pack().header(), snapshot, at).facts(submission, requesterRoles);
        Assessment assessment = assess(facts, stage);
        return new Decision(
                submission,
                SubmissionJson.digest(submission).value(),
                fingerprint.value(),
                stage,
                at,
                assessment.effect(),
                assessment.basketEffect(),
                notional(facts.basket()),
                assessment.lines(),
                assessment.findings(),
                assessment.groups(),
                assessment.tallies(),
                assessment.holds());
    }

    /**
     * Assesses facts that are already there.
     *
     * <p>`basket.warnings` is counted here unless the facts know it. Facts without lines stand for a basket of which only the whole is known.
     */
    public Assessment assess(SubmissionFacts facts, Stage stage) {
        try {
            return new AssessmentRun(evaluator, facts, stage).run();
        } catch (EvaluationFailure failure) {
            return failed(facts, String.valueOf(failure.getMessage()));
        } catch (RuntimeException failure) {
            // Whatever an evaluator throws, the basket is blocked rather than lost.
            return failed(facts, "the evaluator stopped with a fault of its own");
        }
    }

    /**
     * Says for one line, or with 0 for the basket alone, what each control of the stage makes of it and why, satisfied and not applicable ones included.
     *
     * <p>Controls for baskets are traced on the basket's facts. For people, not for the order path.
     *
     * @throws IllegalArgumentException if there is no such line
     * @throws EvaluationFailure if a control cannot be evaluated
     */
    public List<ControlTrace> trace(SubmissionFacts facts, Stage stage, int line) {
        Facts basket = new AssessmentRun(evaluator, facts, stage).basketWithWarnings();
        Facts order = line == 0
                ? basket
                : facts.lines().stream()
                        .filter(candidate -> candidate.line() == line)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("basket `" + facts.basketId() + "` has no line " + line));
        return new Tracing(pack(), new Explanation(pack(), facts)).of(order, basket, stage);
    }

    private Assessment failed(SubmissionFacts facts, String reason) {
        String words = "basket " + facts.basketId() + " is blocked: " + reason;
        Finding finding =
                new Explanation(pack(), facts).ofNoControl(ReasonCode.EVALUATION_FAILED, facts.basket(), words);
        return Combination.of(pack(), facts, List.of(finding), List.of());
    }

    private Optional<Value.Money> notional(Facts basket) {
        return basket.isKnown(Measure.BASKET_NOTIONAL)
                ? Optional.of(new Value.Money(
                        basket.micros(Measure.BASKET_NOTIONAL), pack().header().currency()))
                : Optional.empty();
    }
}
