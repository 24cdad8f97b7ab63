package org.portcullis.model;

import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.value.Value;

/** Puts one threshold in the place of another in a control's condition. */
final class Recalibrating implements Control.Cases<Control>, Condition.Cases<Condition> {
    private final Recalibration change;

    private Recalibrating(Recalibration change) {
        this.change = change;
    }

    static Control apply(Control control, Recalibration change) {
        return control.match(new Recalibrating(change));
    }

    private Condition changed(Condition condition) {
        return condition.match(this);
    }

    @Override
    public Control grant(Control.Grant control) {
        return new Control.Grant(
                control.heading(),
                control.roles(),
                control.perOrder().map(this::cap),
                control.perBasket().map(this::cap));
    }

    private Value.Money cap(Value.Money cap) {
        return cap.equals(change.from()) && change.to() instanceof Value.Money money ? money : cap;
    }

    @Override
    public Control hardLimit(Control.HardLimit control) {
        return new Control.HardLimit(
                control.heading(), control.target(), changed(control.breach()), control.early(), control.exceptional());
    }

    @Override
    public Control softLimit(Control.SoftLimit control) {
        return new Control.SoftLimit(
                control.heading(),
                control.target(),
                changed(control.breach()),
                control.early(),
                control.acknowledgement());
    }

    @Override
    public Control alertFlood(Control.AlertFlood control) {
        boolean same = change.from() instanceof Value.Count from && from.equals(control.maximum());
        return same && change.to() instanceof Value.Count to ? control.withMaximum(to) : control;
    }

    @Override
    public Control approval(Control.Approval control) {
        return new Control.Approval(control.heading(), control.target(), changed(control.hold()), control.terms());
    }

    @Override
    public Control windowLimit(Control.WindowLimit control) {
        return new Control.WindowLimit(
                control.heading(),
                control.kind(),
                control.action(),
                control.target(),
                changed(control.breach()),
                control.early(),
                control.reEnabling());
    }

    @Override
    public Control inFlight(Control.InFlight control) {
        return new Control.InFlight(
                control.heading(), control.action(), control.target(), changed(control.breach()), control.reEnabling());
    }

    @Override
    public Control monitor(Control.Monitor control) {
        return new Control.Monitor(control.heading(), control.tell(), changed(control.when()), control.groupedBy());
    }

    @Override
    public Control escalation(Control.Escalation control) {
        return new Control.Escalation(
                control.heading(), changed(control.when()), control.groupedBy(), control.stages());
    }

    @Override
    public Control killSwitch(Control.KillSwitch control) {
        return control;
    }

    @Override
    public Condition always(Condition.Always condition) {
        return condition;
    }

    @Override
    public Condition all(Condition.All condition) {
        return new Condition.All(condition.parts().stream().map(this::changed).toList());
    }

    @Override
    public Condition any(Condition.Any condition) {
        return new Condition.Any(condition.parts().stream().map(this::changed).toList());
    }

    @Override
    public Condition not(Condition.Not condition) {
        return new Condition.Not(changed(condition.part()));
    }

    @Override
    public Condition compare(Condition.Compare condition) {
        Bound bound = condition.right().match(new Bound.Cases<>() {
            @Override
            public Bound constant(Bound.Constant constant) {
                return constant.value().equals(change.from()) ? new Bound.Constant(change.to()) : constant;
            }

            @Override
            public Bound shareOf(Bound.ShareOf share) {
                boolean same = share.share().equals(change.from());
                return same && change.to() instanceof Value.Ratio ratio ? new Bound.ShareOf(ratio, share.of()) : share;
            }

            @Override
            public Bound other(Bound.Other other) {
                return other;
            }
        });
        return new Condition.Compare(condition.left(), condition.comparator(), bound);
    }

    @Override
    public Condition oneOf(Condition.OneOf condition) {
        return condition;
    }

    @Override
    public Condition missing(Condition.Missing condition) {
        return condition;
    }
}
