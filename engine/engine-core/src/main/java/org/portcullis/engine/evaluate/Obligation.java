package org.portcullis.engine.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Subject;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Reads from each kind of control in which tier it is evaluated and under which condition it is breached: the one place that evaluators share. */
public final class Obligation {
    private Obligation() {}

    /**
     * The tier in which the control is evaluated. A hard limit or approval for baskets that reads `basket.warnings` waits, as alert floods do, until they
     * are counted; any other control that reads them finds them unknown, since it would be judged before they are.
     */
    public static Tier tierOf(Control control) {
        Tier bySubject = control.heading().applies().subject() == Subject.BASKETS ? Tier.BASKET : Tier.ORDERS;
        return control.match(new Control.Cases<>() {
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
                return Tier.FLOOD;
            }

            @Override
            public Tier approval(Control.Approval approval) {
                return afterWarnings(approval.hold());
            }

            private Tier afterWarnings(Condition condition) {
                boolean waits = bySubject == Tier.BASKET
                        && (Atom.reads(condition, Measure.BASKET_WARNINGS)
                                || Atom.reads(control.heading().applies().condition(), Measure.BASKET_WARNINGS));
                return waits ? Tier.FLOOD : bySubject;
            }
        });
    }

    /** The condition under which the control is breached; for a grant, under which it does not cover the submission. */
    public static Condition breachOf(Control control) {
        return control.match(new Control.Cases<>() {
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
                long micros = Math.multiplyExact(flood.maxWarnings(), Exact.ONE);
                return moreThan(Measure.BASKET_WARNINGS, new Value.Count(micros, CountUnit.WARNINGS));
            }

            @Override
            public Condition approval(Control.Approval approval) {
                return approval.hold();
            }
        });
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
