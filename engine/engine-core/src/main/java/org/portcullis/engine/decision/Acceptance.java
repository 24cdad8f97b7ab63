package org.portcullis.engine.decision;

import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/**
 * Says whether nothing at all stands against a submission, without saying why: the answer of an {@link Assessor} to nearly everything, at a fraction of its cost.
 *
 * <p>Every control is evaluated. Where one says anything but that it is satisfied, where no grant covers, where nothing applies, or where the evaluation fails,
 * the answer is no, and the assessor MUST be asked. For whoever counts many submissions; what decides one asks the assessor.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class Acceptance {
    private final Assessor assessor;

    /** Makes the short way to what the assessor decides. */
    public Acceptance(Assessor assessor) {
        this.assessor = assessor;
    }

    /** The facts of a submission that raises no warning, as far as they do not say how many; {@link #accepts} is asked about such facts. */
    public static SubmissionFacts withoutWarnings(SubmissionFacts facts) {
        Facts basket = without(facts.basket(), Measure.BASKET_WARNINGS);
        return new SubmissionFacts(
                facts.basketId(),
                basket,
                facts.lines().stream()
                        .map(line -> without(line, Measure.ORDER_WARNINGS))
                        .toList());
    }

    private static Facts without(Facts facts, Measure warnings) {
        return facts.isKnown(warnings) ? facts : AssessmentRun.counted(facts, warnings, 0);
    }

    /**
     * Whether the assessor releases the submission and finds nothing to say; no where it may not.
     *
     * @param facts as {@link #withoutWarnings} gives them, with what windows hold
     */
    public boolean accepts(SubmissionFacts facts, Stage stage) {
        Segments.Segment segment = assessor.segmentAt(facts);
        if (stage.isInFlight() || !segment.table().isInForce(facts.basket().at())) {
            return false;
        }
        try {
            return accepts(segment, facts, stage);
        } catch (RuntimeException failure) {
            // The assessor says what a failure comes to.
            return false;
        }
    }

    private static boolean accepts(Segments.Segment segment, SubmissionFacts facts, Stage stage) {
        Evaluator evaluator = segment.evaluator();
        ControlTable table = segment.table();
        Said basket = new Said(table);
        evaluator.evaluate(facts.basket(), stage, Tier.BASKET, basket);
        boolean isCovered = basket.isCovered;
        evaluator.evaluate(facts.basket(), stage, Tier.FLOOD, basket);
        boolean isMatched = basket.isMatched;
        boolean isClear = !basket.hasSpoken;
        boolean allCovered = true;
        boolean allMatched = true;
        Said line = new Said(table);
        for (Facts each : facts.lines()) {
            line.begin();
            evaluator.evaluate(each, stage, Tier.ORDERS, line);
            evaluator.evaluate(each, stage, Tier.MESSAGES, line);
            evaluator.evaluate(each, stage, Tier.EXECUTIONS, line);
            evaluator.evaluate(each, stage, Tier.STRATEGIES, line);
            allCovered &= line.isCovered;
            if (table.has(stage, Tier.ORDER_FLOOD)) {
                evaluator.evaluate(each, stage, Tier.ORDER_FLOOD, line);
            }
            allMatched &= line.isMatched;
            isClear &= !line.hasSpoken;
        }
        return isClear && !facts.lines().isEmpty() && (isCovered || allCovered) && (isMatched || allMatched);
    }

    /** Is what controls say of one order or basket; mutable, owned by one thread. */
    private static final class Said implements FindingSink {
        private final ControlTable table;
        private boolean isCovered;
        private boolean isMatched;
        private boolean hasSpoken;

        Said(ControlTable table) {
            this.table = table;
        }

        void begin() {
            isCovered = false;
            isMatched = false;
            hasSpoken = false;
        }

        @Override
        public void applied(int control) {
            if (table.isGrant(control)) {
                isCovered |= table.isEnforced(control);
            } else {
                isMatched = true;
            }
        }

        @Override
        public void finding(int control, Verdict verdict) {
            hasSpoken = true;
        }
    }
}
