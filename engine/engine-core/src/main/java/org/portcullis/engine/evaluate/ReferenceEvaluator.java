package org.portcullis.engine.evaluate;

import java.util.List;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;

/**
 * Evaluates a pack by walking each control's conditions: the reference that says what the language means.
 *
 * <p>It shares nothing with the production evaluator but {@link Obligation}, is deliberately naive, and serves tests, replay and the differential
 * test. Immutable and safe for use by many threads.
 */
public final class ReferenceEvaluator implements Evaluator {
    private final PolicyPack pack;

    private ReferenceEvaluator(PolicyPack pack) {
        this.pack = pack;
    }

    /** Makes the reference evaluator of a pack, with what it offers beyond the port. */
    public static ReferenceEvaluator of(PolicyPack pack) {
        return new ReferenceEvaluator(pack);
    }

    /** Makes reference evaluators. */
    public static Evaluator.Factory factory() {
        return ReferenceEvaluator::of;
    }

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
        List<Control> controls = pack.controls();
        for (int i = 0; i < controls.size(); i++) {
            Control control = controls.get(i);
            if (control.appliesAt(stage) && Obligation.tierOf(control) == tier) {
                report(i, verdict(control, facts), sink);
            }
        }
    }

    /**
     * Says what one control says of the facts, whatever its stage and tier.
     *
     * @throws EvaluationFailure if it cannot be evaluated, for example because a condition compares values of two dimensions
     */
    public Verdict verdict(Control control, Facts facts) {
        ConditionReading reading = new ConditionReading(facts, pack.header().currency());
        try {
            return switch (reading.truth(Obligation.appliesOf(control))) {
                case FALSE -> Verdict.NOT_APPLICABLE;
                case UNKNOWN -> Verdict.APPLICABILITY_UNKNOWN;
                case TRUE ->
                    switch (reading.truth(Obligation.breachOf(control))) {
                        case FALSE -> nearly(control, reading);
                        case UNKNOWN -> Verdict.CONDITION_UNKNOWN;
                        case TRUE -> Verdict.BREACHED;
                    };
            };
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException failure) {
            throw new EvaluationFailure(
                    "control `" + control.id() + "` cannot be evaluated: " + failure.getMessage(), failure);
        }
    }

    private static Verdict nearly(Control control, ConditionReading reading) {
        boolean early = Obligation.earlyOf(control)
                .filter(condition -> reading.truth(condition) == Truth.TRUE)
                .isPresent();
        return early ? Verdict.EARLY : Verdict.SATISFIED;
    }

    private static void report(int control, Verdict verdict, FindingSink sink) {
        switch (verdict) {
            case NOT_APPLICABLE -> {}
            case SATISFIED -> sink.applied(control);
            case EARLY, BREACHED, CONDITION_UNKNOWN -> {
                sink.applied(control);
                sink.finding(control, verdict);
            }
            case APPLICABILITY_UNKNOWN -> sink.finding(control, verdict);
        }
    }
}
