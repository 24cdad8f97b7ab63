package org.portcullis.engine.policytest.coverage;

import java.util.Optional;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;

/**
 * Makes evaluators that evaluate as others do, but for one control, of which they say the contrary of what it said somewhere: that it is satisfied wherever
 * it is asked, or breached wherever it is asked.
 *
 * <p>A test that passes on one does not notice what the control says. Mutable and owned by one thread, unlike evaluators of orders.
 */
final class Contrary implements Evaluator.Factory {
    private final Evaluator.Factory factory;
    private Optional<ControlId> about = Optional.empty();
    private boolean breached;

    Contrary(Evaluator.Factory factory) {
        this.factory = factory;
    }

    /** Has all evaluators say from now on that this control is breached wherever it is asked, or satisfied. */
    void about(ControlId control, boolean isBreached) {
        about = Optional.of(control);
        breached = isBreached;
    }

    @Override
    public Evaluator load(PolicyPack pack) {
        return new Turned(factory.load(pack));
    }

    private final class Turned implements Evaluator {
        private final Evaluator evaluator;

        Turned(Evaluator evaluator) {
            this.evaluator = evaluator;
        }

        @Override
        public PolicyPack pack() {
            return evaluator.pack();
        }

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            int place = place();
            evaluator.evaluate(facts, stage, tier, new Without(place, sink));
            if (place < 0) {
                return;
            }
            Control control = pack().controls().get(place);
            if (control.appliesAt(stage) && Obligation.tierOf(control) == tier) {
                sink.applied(place);
                if (breached) {
                    sink.finding(place, Verdict.BREACHED);
                }
            }
        }

        /** The control's place in this pack, or -1 where it is not in force. */
        private int place() {
            for (int i = 0; i < pack().controls().size(); i++) {
                if (about.equals(Optional.of(pack().controls().get(i).id()))) {
                    return i;
                }
            }
            return -1;
        }
    }

    /** Hands on what is said of other controls. */
    private record Without(int about, FindingSink sink) implements FindingSink {

        @Override
        public void applied(int control) {
            if (control != about) {
                sink.applied(control);
            }
        }

        @Override
        public void finding(int control, Verdict verdict) {
            if (control != about) {
                sink.finding(control, verdict);
            }
        }
    }
}
