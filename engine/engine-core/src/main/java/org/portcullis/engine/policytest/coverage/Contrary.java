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
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;

/**
 * Makes evaluators that evaluate as others do, but for one control, of which they say the contrary: what was well is breached, what was not is satisfied.
 *
 * <p>A test that passes on one does not notice what the control says. Mutable and owned by one thread, unlike evaluators of orders.
 */
final class Contrary implements Evaluator.Factory {
    private final Evaluator.Factory factory;
    private Optional<ControlId> about = Optional.empty();

    Contrary(Evaluator.Factory factory) {
        this.factory = factory;
    }

    /** Has all evaluators say the contrary about this control from now on. */
    void about(ControlId control) {
        about = Optional.of(control);
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
            Without rest = new Without(place, sink);
            evaluator.evaluate(facts, stage, tier, rest);
            if (place < 0) {
                return;
            }
            Control control = pack().controls().get(place);
            if (control.appliesAt(stage) && Obligation.tierOf(control) == tier) {
                boolean well = ControlKind.of(control) == ControlKind.GRANT ? rest.applied && !rest.found : !rest.found;
                sink.applied(place);
                if (well) {
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

    /** Hands on what is said of other controls and remembers what is said of the one. */
    private static final class Without implements FindingSink {
        private final int about;
        private final FindingSink sink;
        private boolean applied;
        private boolean found;

        Without(int about, FindingSink sink) {
            this.about = about;
            this.sink = sink;
        }

        @Override
        public void applied(int control) {
            if (control == about) {
                applied = true;
            } else {
                sink.applied(control);
            }
        }

        @Override
        public void finding(int control, Verdict verdict) {
            if (control == about) {
                // Who is nearly breached is satisfied still.
                found = verdict != Verdict.EARLY;
            } else {
                sink.finding(control, verdict);
            }
        }
    }
}
