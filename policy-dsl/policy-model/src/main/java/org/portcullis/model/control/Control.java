package org.portcullis.model.control;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Condition;
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

    /** Handles each kind of control. */
    interface Cases<R> {
        R grant(Grant control);

        R hardLimit(HardLimit control);

        R softLimit(SoftLimit control);

        R alertFlood(AlertFlood control);

        R approval(Approval control);
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

    /** Blocks the target when the condition is true; nobody overrides it at run time. */
    record HardLimit(Heading heading, Target target, Condition breach) implements Control {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hardLimit(this);
        }
    }

    /** Warns when the condition is true; the order goes on only after the acknowledgement. */
    record SoftLimit(Heading heading, Target target, Condition breach, Acknowledgement acknowledgement)
            implements Control {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.softLimit(this);
        }
    }

    /**
     * Blocks or holds a submission on which more than so many warnings were raised.
     *
     * @param terms what releases the hold; empty means that the flood blocks
     */
    record AlertFlood(Heading heading, Target target, long maxWarnings, Optional<HoldTerms> terms) implements Control {
        public AlertFlood {
            if (maxWarnings < 0) {
                throw new IllegalArgumentException("a number of warnings is not negative, but " + maxWarnings);
            }
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
}
