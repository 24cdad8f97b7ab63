package org.portcullis.compiler.internal.files;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;

/** Gives the same kind of control with its condition changed; kinds without a condition stay as they are. */
record KindCondition(UnaryOperator<ConditionSyntax> change) implements ControlSyntax.Cases<ControlSyntax.Kind> {

    static ControlSyntax.Kind with(ControlSyntax.Kind kind, ConditionSyntax condition) {
        return kind.match(new KindCondition(before -> condition));
    }

    /** The condition of the kind, if it has one that may name a table. */
    static Optional<ConditionSyntax> of(ControlSyntax.Kind kind) {
        ConditionSyntax[] found = new ConditionSyntax[1];
        kind.match(new KindCondition(condition -> {
            found[0] = condition;
            return condition;
        }));
        return Optional.ofNullable(found[0]);
    }

    @Override
    public ControlSyntax.Kind grant(ControlSyntax.Grant grant) {
        return grant;
    }

    @Override
    public ControlSyntax.Kind hardLimit(ControlSyntax.HardLimit limit) {
        return new ControlSyntax.HardLimit(
                limit.target(), change.apply(limit.breach()), limit.early(), limit.exceptional());
    }

    @Override
    public ControlSyntax.Kind softLimit(ControlSyntax.SoftLimit limit) {
        return new ControlSyntax.SoftLimit(
                limit.target(), change.apply(limit.breach()), limit.early(), limit.acknowledged());
    }

    @Override
    public ControlSyntax.Kind alertFlood(ControlSyntax.AlertFlood flood) {
        return flood;
    }

    @Override
    public ControlSyntax.Kind approval(ControlSyntax.Approval approval) {
        return new ControlSyntax.Approval(approval.target(), change.apply(approval.hold()), approval.terms());
    }

    @Override
    public ControlSyntax.Kind windowLimit(ControlSyntax.WindowLimit limit) {
        return new ControlSyntax.WindowLimit(
                limit.kind(),
                limit.action(),
                limit.target(),
                change.apply(limit.breach()),
                limit.early(),
                limit.reEnabling());
    }

    @Override
    public ControlSyntax.Kind inFlight(ControlSyntax.InFlight control) {
        return new ControlSyntax.InFlight(
                control.action(), control.target(), change.apply(control.breach()), control.reEnabling());
    }

    @Override
    public ControlSyntax.Kind monitor(ControlSyntax.Monitor monitor) {
        return new ControlSyntax.Monitor(monitor.tell(), change.apply(monitor.when()), monitor.groupedBy());
    }

    @Override
    public ControlSyntax.Kind escalation(ControlSyntax.Escalation escalation) {
        return new ControlSyntax.Escalation(
                escalation.what(), escalation.condition().map(change), escalation.groupedBy(), escalation.steps());
    }

    @Override
    public ControlSyntax.Kind killSwitch(ControlSyntax.KillSwitch kill) {
        return kill;
    }
}
