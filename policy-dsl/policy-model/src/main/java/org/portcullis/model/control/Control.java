package org.portcullis.model.control;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** One control of a policy pack; the kinds are few and closed, variety lives in measures, scopes and thresholds. */
public sealed interface Control {

    /** What the control carries beside its own meaning. */
    Heading heading();

    /** Dispatches on the kind of control. */
    <R> R match(Cases<R> cases);

    /** The control's id. */
    default ControlId id() {
        return heading().id();
    }

    /** Whether the control is evaluated at the stage: its own; escalations and kill switches, whose event may come at any time, at every stage. */
    default boolean appliesAt(Stage stage) {
        return heading().applies().stage() == stage;
    }

    /** Handles each kind of control. */
    interface Cases<R> {
        R grant(Grant control);

        R hardLimit(HardLimit control);

        R softLimit(SoftLimit control);

        R alertFlood(AlertFlood control);

        R approval(Approval control);

        R windowLimit(WindowLimit control);

        R inFlight(InFlight control);

        R monitor(Monitor control);

        R escalation(Escalation control);

        R killSwitch(KillSwitch control);
    }

    /**
     * Lets holders of the roles submit what the heading's applicability covers, up to the caps. What no grant covers is refused.
     *
     * @param perOrder the largest notional of one order, if capped
     * @param perBasket the largest notional of one basket, if capped
     */
    record Grant(Heading heading, List<Role> roles, Optional<Value.Money> perOrder, Optional<Value.Money> perBasket)
            implements Control {
        public Grant {
            roles = List.copyOf(roles);
            if (roles.isEmpty()) {
                throw new IllegalArgumentException("a grant names at least one role");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.grant(this);
        }
    }

    /**
     * Blocks the target when the condition is true; nobody overrides it at run time.
     *
     * @param exceptional who releases one blocked order or basket all the same, where the policy states it
     */
    record HardLimit(
            Heading heading,
            Target target,
            Condition breach,
            Optional<EarlyWarning> early,
            Optional<ExceptionalRelease> exceptional)
            implements Control {

        /** A hard limit without an early warning, which nothing is released past. */
        public HardLimit(Heading heading, Target target, Condition breach) {
            this(heading, target, breach, Optional.empty(), Optional.empty());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hardLimit(this);
        }
    }

    /** Warns when the condition is true; the order goes on only after the acknowledgement. */
    record SoftLimit(
            Heading heading,
            Target target,
            Condition breach,
            Optional<EarlyWarning> early,
            Acknowledgement acknowledgement)
            implements Control {

        /** A soft limit without an early warning. */
        public SoftLimit(Heading heading, Target target, Condition breach, Acknowledgement acknowledgement) {
            this(heading, target, breach, Optional.empty(), acknowledgement);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.softLimit(this);
        }
    }

    /**
     * Blocks or holds a submission on which more than so many warnings were raised.
     *
     * @param raisedByBasket whether the warnings of a basket and all its lines are counted together, or those of each order
     * @param terms what releases the hold; empty means that the flood blocks
     */
    record AlertFlood(
            Heading heading, Target target, long maxWarnings, boolean raisedByBasket, Optional<HoldTerms> terms)
            implements Control {

        /** A flood of warnings on one basket. */
        public AlertFlood(Heading heading, Target target, long maxWarnings, Optional<HoldTerms> terms) {
            this(heading, target, maxWarnings, true, terms);
        }

        public AlertFlood {
            if (maxWarnings < 0) {
                throw new IllegalArgumentException("a number of warnings is not negative, but " + maxWarnings);
            }
        }

        /** The number of warnings with its unit. */
        public Value.Count maximum() {
            return new Value.Count(Math.multiplyExact(maxWarnings, Exact.ONE), CountUnit.WARNINGS);
        }

        /** The same with another whole number of warnings. */
        public AlertFlood withMaximum(Value.Count other) {
            return new AlertFlood(heading, target, other.micros() / Exact.ONE, raisedByBasket, terms);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alertFlood(this);
        }
    }

    /** Holds the release when the condition is true, until the quorums are met. */
    record Approval(Heading heading, Target target, Condition hold, HoldTerms terms) implements Control {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.approval(this);
        }
    }

    /**
     * A cumulative limit or a throttle: blocks or suspends the target when more was counted or added up over a window than the condition allows.
     *
     * @param kind {@link ControlKind#CUMULATIVE_LIMIT} or {@link ControlKind#THROTTLE}; they differ in what they are for, not in what they do
     * @param reEnabling who lets go on what was suspended; empty means that it goes on by itself once the window has room again
     */
    record WindowLimit(
            Heading heading,
            ControlKind kind,
            Action action,
            Target target,
            Condition breach,
            Optional<EarlyWarning> early,
            Optional<ReEnabling> reEnabling)
            implements Control {
        public WindowLimit {
            if (kind != ControlKind.CUMULATIVE_LIMIT && kind != ControlKind.THROTTLE) {
                throw new IllegalArgumentException("a " + kind.words() + " is no limit over a window");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.windowLimit(this);
        }
    }

    /** Suspends or cancels the target while it is working when the condition is true. */
    record InFlight(Heading heading, Action action, Target target, Condition breach, Optional<ReEnabling> reEnabling)
            implements Control {
        public InFlight {
            if (action == Action.BLOCK) {
                throw new IllegalArgumentException("nothing is blocked in flight");
            }
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inFlight(this);
        }
    }

    /**
     * Tells a role when the condition is true; stops nothing, and is never filtered.
     *
     * @param groupedBy the measure by whose value alerts are one alert
     */
    record Monitor(Heading heading, Role tell, Condition when, Optional<Reference> groupedBy) implements Control {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.monitor(this);
        }
    }

    /**
     * Gives silence consequences: tells roles, suspends and cancels the longer an alert is not acknowledged.
     *
     * @param when what raises the alert, a condition on `alert.event` or on facts
     * @param groupedBy the measure by whose value alerts are one alert
     * @param stages in the order of their time, the first at once
     */
    record Escalation(Heading heading, Condition when, Optional<Reference> groupedBy, List<EscalationStage> stages)
            implements Control {
        public Escalation {
            stages = List.copyOf(stages);
            if (stages.isEmpty()) {
                throw new IllegalArgumentException("an escalation has at least one stage");
            }
        }

        @Override
        public boolean appliesAt(Stage stage) {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.escalation(this);
        }
    }

    /** Once pulled, blocks what is new and kills what is working wherever it applies, until it is re-enabled. A cancel passes. */
    record KillSwitch(Heading heading, Quorum pulledBy, ReEnabling reEnabling) implements Control {
        @Override
        public boolean appliesAt(Stage stage) {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.killSwitch(this);
        }
    }
}
