package org.portcullis.engine.policytest.coverage;

import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.ControlId;

/** One thing that tests can show of one control: how it comes out, its limit from both sides, what missing data does. */
public sealed interface Cell {

    /** The control. */
    ControlId control();

    /** The cell in a few words, as names of tests carry it: `one cent above the limit`. */
    String words();

    /** Dispatches on the kind of cell. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of cell. */
    interface Cases<R> {
        R breached(Breached cell);

        R satisfied(Satisfied cell);

        R early(Early cell);

        R elsewhere(Elsewhere cell);

        R otherRole(OtherRole cell);

        R limit(Limit cell);

        R missing(Missing cell);
    }

    /** The control applies and is breached. */
    record Breached(ControlId control) implements Cell {
        @Override
        public String words() {
            return "breached";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.breached(this);
        }
    }

    /** The control applies and is satisfied; for a grant, it covers. */
    record Satisfied(ControlId control, String words) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.satisfied(this);
        }
    }

    /** The control applies and is satisfied, but so nearly breached that it gives its early warning. */
    record Early(ControlId control) implements Cell {
        @Override
        public String words() {
            return "early warning";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.early(this);
        }
    }

    /** The control does not apply. */
    record Elsewhere(ControlId control) implements Cell {
        @Override
        public String words() {
            return "does not apply";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.elsewhere(this);
        }
    }

    /** A grant applies, and nothing but the requester's role keeps it from covering. */
    record OtherRole(ControlId control) implements Cell {
        @Override
        public String words() {
            return "role not covered";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.otherRole(this);
        }
    }

    /**
     * A number lies at the last value before a comparison turns, or one smallest unit beyond it, and that comparison alone decides.
     *
     * @param atom the comparison's place among the atoms of its condition
     */
    record Limit(ControlId control, Part part, int atom, Threshold threshold, Threshold.Side side, String words)
            implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.limit(this);
        }
    }

    /** The control applies, and a fact that its condition needs is not known. */
    record Missing(ControlId control, Reference fact) implements Cell {
        @Override
        public String words() {
            return Cells.name(fact) + " missing";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.missing(this);
        }
    }

    /** The two conditions of a control. */
    enum Part {
        /** Where it applies. */
        SCOPE,
        /** When it is breached. */
        CONDITION
    }
}
