package org.portcullis.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Subject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/**
 * Reads from each kind of control in which tier it is evaluated, where it applies and under which conditions it is breached or nearly so: the one place
 * that evaluators share.
 */
public final class Obligation {
    private static final Condition ALWAYS = new Condition.Always();

    private Obligation() {}

    /**
     * The tier in which the control is evaluated: that of its subject. A hard limit, approval or limit over a window that reads `basket.warnings`, or
     * `order.warnings`, waits, as alert floods do, until they are counted; any other control that reads them finds them unknown, since it would be
     * judged before they are.
     */
    public static Tier tierOf(Control control) {
        return control.match(new TierOf(control));
    }

    /**
     * The condition under which the control applies. A kill switch applies only while it is pulled, so that a scope that is not known stops nothing while
     * it is not.
     */
    public static Condition appliesOf(Control control) {
        Condition scope = control.heading().applies().condition();
        return control.match(new Kinds<>(scope) {
            @Override
            public Condition killSwitch(Control.KillSwitch kill) {
                Condition pulled = isPulled(kill);
                return scope.equals(ALWAYS) ? pulled : new Condition.All(List.of(pulled, scope));
            }
        });
    }

    /** The condition under which the control is breached; for a grant, under which it does not cover the submission. */
    public static Condition breachOf(Control control) {
        return control.match(new BreachOf());
    }

    /**
     * The condition under which a control that applies and is not breached warns early: its own with every threshold of a number moved to where its
     * early warning begins.
     */
    public static Optional<Condition> earlyOf(Control control) {
        return early(control).map(early -> EarlyCondition.of(breachOf(control), early.at()));
    }

    /** The control's early warning, if it gives one. */
    public static Optional<EarlyWarning> early(Control control) {
        return control.match(new Kinds<>(Optional.<EarlyWarning>empty()) {
            @Override
            public Optional<EarlyWarning> hardLimit(Control.HardLimit limit) {
                return limit.early();
            }

            @Override
            public Optional<EarlyWarning> softLimit(Control.SoftLimit limit) {
                return limit.early();
            }

            @Override
            public Optional<EarlyWarning> windowLimit(Control.WindowLimit limit) {
                return limit.early();
            }
        });
    }

    /** Who releases one blocked order or basket all the same, where the control states it. */
    public static Optional<ExceptionalRelease> exceptional(Control control) {
        return control.match(new Kinds<>(Optional.<ExceptionalRelease>empty()) {
            @Override
            public Optional<ExceptionalRelease> hardLimit(Control.HardLimit limit) {
                return limit.exceptional();
            }
        });
    }

    /** What releases a hold of the control; empty where nothing does. */
    public static Optional<HoldTerms> holdTerms(Control control) {
        return control.match(new Kinds<>(Optional.<HoldTerms>empty()) {
            @Override
            public Optional<HoldTerms> alertFlood(Control.AlertFlood flood) {
                return flood.terms();
            }

            @Override
            public Optional<HoldTerms> approval(Control.Approval approval) {
                return Optional.of(approval.terms());
            }
        });
    }

    /** The comparisons of numbers under which the control is breached, as policies write them, each once. */
    public static List<String> thresholds(Control control) {
        return Atom.of(breachOf(control)).stream()
                .filter(atom -> atom.comparison()
                        .filter(compare -> compare.comparator().isOrdering())
                        .isPresent())
                .map(atom -> atom.negated() ? new Condition.Not(atom.condition()) : atom.condition())
                .map(ConditionText::words)
                .distinct()
                .toList();
    }

    private static Condition isPulled(Control.KillSwitch kill) {
        return new Condition.Compare(
                Reference.to(Measure.SWITCH_PULLED),
                Comparator.IS,
                new Bound.Constant(new Value.Text(kill.id().text())));
    }

    /** Finds each kind's tier. */
    private static final class TierOf implements Control.Cases<Tier> {
        private final Tier bySubject;
        private final Condition applies;

        TierOf(Control control) {
            bySubject = switch (control.heading().applies().subject()) {
                case ORDERS -> Tier.ORDERS;
                case BASKETS -> Tier.BASKET;
                case EXECUTIONS -> Tier.EXECUTIONS;
                case MESSAGES -> Tier.MESSAGES;
                case STRATEGIES -> Tier.STRATEGIES;
            };
            applies = control.heading().applies().condition();
        }

        @Override
        public Tier grant(Control.Grant grant) {
            return bySubject;
        }

        @Override
        public Tier hardLimit(Control.HardLimit limit) {
            return afterWarnings(limit.breach());
        }

        @Override
        public Tier softLimit(Control.SoftLimit limit) {
            return bySubject;
        }

        @Override
        public Tier alertFlood(Control.AlertFlood flood) {
            return flood.raisedByBasket() ? Tier.FLOOD : Tier.ORDER_FLOOD;
        }

        @Override
        public Tier approval(Control.Approval approval) {
            return afterWarnings(approval.hold());
        }

        @Override
        public Tier windowLimit(Control.WindowLimit limit) {
            return afterWarnings(limit.breach());
        }

        @Override
        public Tier inFlight(Control.InFlight control) {
            return bySubject;
        }

        @Override
        public Tier monitor(Control.Monitor monitor) {
            return afterWarnings(monitor.when());
        }

        @Override
        public Tier escalation(Control.Escalation escalation) {
            return Tier.ALERT;
        }

        @Override
        public Tier killSwitch(Control.KillSwitch kill) {
            return bySubject;
        }

        private Tier afterWarnings(Condition condition) {
            if (bySubject == Tier.BASKET) {
                return reads(condition, Measure.BASKET_WARNINGS) ? Tier.FLOOD : bySubject;
            }
            boolean waits = bySubject == Tier.ORDERS && reads(condition, Measure.ORDER_WARNINGS);
            return waits ? Tier.ORDER_FLOOD : bySubject;
        }

        private boolean reads(Condition condition, Measure warnings) {
            return Atom.reads(condition, warnings) || Atom.reads(applies, warnings);
        }
    }

    /** Finds the condition on which each kind acts. */
    private static final class BreachOf implements Control.Cases<Condition> {

        @Override
        public Condition grant(Control.Grant grant) {
            return notCovered(grant);
        }

        @Override
        public Condition hardLimit(Control.HardLimit limit) {
            return limit.breach();
        }

        @Override
        public Condition softLimit(Control.SoftLimit limit) {
            return limit.breach();
        }

        @Override
        public Condition alertFlood(Control.AlertFlood flood) {
            return moreThan(flood.raisedByBasket() ? Measure.BASKET_WARNINGS : Measure.ORDER_WARNINGS, flood.maximum());
        }

        @Override
        public Condition approval(Control.Approval approval) {
            return approval.hold();
        }

        @Override
        public Condition windowLimit(Control.WindowLimit limit) {
            return limit.breach();
        }

        @Override
        public Condition inFlight(Control.InFlight control) {
            return control.breach();
        }

        @Override
        public Condition monitor(Control.Monitor monitor) {
            return monitor.when();
        }

        @Override
        public Condition escalation(Control.Escalation escalation) {
            return escalation.when();
        }

        @Override
        public Condition killSwitch(Control.KillSwitch kill) {
            return isPulled(kill);
        }
    }

    private static Condition notCovered(Control.Grant grant) {
        boolean baskets = grant.heading().applies().subject() == Subject.BASKETS;
        List<Condition> reasons = new ArrayList<>();
        reasons.add(new Condition.Not(new Condition.OneOf(
                Reference.to(Measure.REQUESTER_ROLE),
                grant.roles().stream()
                        .map(role -> (Value) new Value.Text(role.name()))
                        .toList())));
        addCap(reasons, grant.perOrder(), baskets ? Measure.BASKET_LARGEST : Measure.ORDER_NOTIONAL);
        addCap(reasons, grant.perBasket(), Measure.BASKET_NOTIONAL);
        return reasons.size() == 1 ? reasons.get(0) : new Condition.Any(reasons);
    }

    private static void addCap(List<Condition> reasons, Optional<Value.Money> cap, Measure measure) {
        cap.ifPresent(money -> reasons.add(moreThan(measure, money)));
    }

    private static Condition moreThan(Measure measure, Value limit) {
        return new Condition.Compare(Reference.to(measure), Comparator.MORE_THAN, new Bound.Constant(limit));
    }
}
