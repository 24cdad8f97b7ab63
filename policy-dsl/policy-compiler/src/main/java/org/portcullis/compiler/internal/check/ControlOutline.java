package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.EarlyWarningSyntax;
import org.portcullis.compiler.syntax.EscalationSyntax;
import org.portcullis.compiler.syntax.ExceptionalReleaseSyntax;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReEnablingSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;

/**
 * A control with the parts that several kinds share laid side by side.
 *
 * @param condition on which the control acts; a grant, an alert flood and a kill switch have none
 * @param terms what releases the hold, if the control holds
 * @param action what a control that may act before or after the release does
 * @param target what the control acts on; a grant acts on nothing
 * @param acknowledged how a soft limit's warnings are acknowledged
 * @param grant the control itself, if it is a grant
 * @param flood the control itself, if it is an alert flood
 * @param blocksNew what a kill switch blocks more of
 * @param steps of an escalation
 * @param tells roles that are told or that pull, beside those of quorums, terms and steps
 * @param groupedBy what alerts are grouped by
 */
record ControlOutline(
        ControlSyntax syntax,
        ControlKind kind,
        Optional<ConditionSyntax> condition,
        Optional<HoldTermsSyntax> terms,
        Optional<Located<Action>> action,
        Optional<Located<Target>> target,
        Optional<ControlSyntax.Acknowledged> acknowledged,
        Optional<ControlSyntax.Grant> grant,
        Optional<ControlSyntax.AlertFlood> flood,
        Optional<EarlyWarningSyntax> early,
        Optional<ExceptionalReleaseSyntax> exceptional,
        Optional<ReEnablingSyntax> reEnabling,
        Optional<QuorumSyntax> pulledBy,
        Optional<Located<Subject>> blocksNew,
        List<EscalationSyntax.Step> steps,
        List<Located<String>> tells,
        Optional<ReferenceSyntax> groupedBy) {

    static ControlOutline of(ControlSyntax syntax) {
        return syntax.kind().match(new Laying(syntax));
    }

    String id() {
        return syntax.id().value();
    }

    /** The kind with its article: `a hard limit`. */
    String words() {
        return ("aeiou".indexOf(kind.words().charAt(0)) >= 0 ? "an " : "a ") + kind.words();
    }

    ApplicabilitySyntax applies() {
        return syntax.applies();
    }

    boolean isOnBaskets() {
        return applies().subject().value() == Subject.BASKETS;
    }

    /** Whether the control acts on what was released already. */
    boolean isInFlight() {
        Stage stage = applies().stage().value();
        return stage == Stage.WORKING || stage == Stage.EXECUTED;
    }

    /** Whether the control acts as it says; one that is only observed or warns instead does not. */
    boolean isEnforced() {
        return syntax.rollout().map(Located::value).orElse(Rollout.ENFORCE) == Rollout.ENFORCE;
    }

    /** Who may not be in the quorums of the control. */
    List<ExclusionSyntax> exclusions() {
        List<ExclusionSyntax> exclusions = new ArrayList<>();
        terms.ifPresent(hold -> exclusions.addAll(hold.exclusions()));
        reEnabling.ifPresent(again -> exclusions.addAll(again.exclusions()));
        return exclusions;
    }

    /** The attribute that is retyped, if one is. */
    Optional<ReferenceSyntax> retyped() {
        return acknowledged
                .flatMap(ControlSyntax.Acknowledged::retyped)
                .or(() -> terms.flatMap(HoldTermsSyntax::retyped));
    }

    /** The attributes that people type: retyped, or estimated. */
    List<ReferenceSyntax> typed() {
        List<ReferenceSyntax> typed = new ArrayList<>();
        retyped().ifPresent(typed::add);
        terms.flatMap(HoldTermsSyntax::estimated).ifPresent(typed::add);
        return typed;
    }

    /** Every quorum that the control asks for. */
    List<QuorumSyntax> quorums() {
        List<QuorumSyntax> quorums = new ArrayList<>();
        terms.ifPresent(hold -> quorums.addAll(hold.quorums()));
        exceptional.ifPresent(release -> quorums.addAll(release.quorums()));
        pulledBy.ifPresent(quorums::add);
        reEnabling.ifPresent(again -> quorums.addAll(again.quorums()));
        return quorums;
    }

    /** Lays the parts of each kind side by side; mutable, used for one control. */
    private static final class Laying implements ControlSyntax.Cases<ControlOutline> {
        private final ControlSyntax syntax;
        private Optional<ConditionSyntax> condition = Optional.empty();
        private Optional<HoldTermsSyntax> terms = Optional.empty();
        private Optional<Located<Action>> action = Optional.empty();
        private Optional<Located<Target>> target = Optional.empty();
        private Optional<ControlSyntax.Acknowledged> acknowledged = Optional.empty();
        private Optional<ControlSyntax.Grant> grant = Optional.empty();
        private Optional<ControlSyntax.AlertFlood> flood = Optional.empty();
        private Optional<EarlyWarningSyntax> early = Optional.empty();
        private Optional<ExceptionalReleaseSyntax> exceptional = Optional.empty();
        private Optional<ReEnablingSyntax> reEnabling = Optional.empty();
        private Optional<QuorumSyntax> pulledBy = Optional.empty();
        private Optional<Located<Subject>> blocksNew = Optional.empty();
        private List<EscalationSyntax.Step> steps = List.of();
        private List<Located<String>> tells = List.of();
        private Optional<ReferenceSyntax> groupedBy = Optional.empty();

        Laying(ControlSyntax syntax) {
            this.syntax = syntax;
        }

        private ControlOutline laid() {
            return new ControlOutline(
                    syntax,
                    syntax.kind().kind(),
                    condition,
                    terms,
                    action,
                    target,
                    acknowledged,
                    grant,
                    flood,
                    early,
                    exceptional,
                    reEnabling,
                    pulledBy,
                    blocksNew,
                    steps,
                    tells,
                    groupedBy);
        }

        @Override
        public ControlOutline grant(ControlSyntax.Grant control) {
            grant = Optional.of(control);
            return laid();
        }

        @Override
        public ControlOutline hardLimit(ControlSyntax.HardLimit limit) {
            condition = Optional.of(limit.breach());
            target = Optional.of(limit.target());
            early = limit.early();
            exceptional = limit.exceptional();
            return laid();
        }

        @Override
        public ControlOutline softLimit(ControlSyntax.SoftLimit limit) {
            condition = Optional.of(limit.breach());
            target = Optional.of(limit.target());
            early = limit.early();
            acknowledged = Optional.of(limit.acknowledged());
            return laid();
        }

        @Override
        public ControlOutline alertFlood(ControlSyntax.AlertFlood control) {
            terms = control.terms();
            target = Optional.of(control.target());
            flood = Optional.of(control);
            return laid();
        }

        @Override
        public ControlOutline approval(ControlSyntax.Approval approval) {
            condition = Optional.of(approval.hold());
            terms = Optional.of(approval.terms());
            target = Optional.of(approval.target());
            return laid();
        }

        @Override
        public ControlOutline windowLimit(ControlSyntax.WindowLimit limit) {
            condition = Optional.of(limit.breach());
            action = Optional.of(limit.action());
            target = Optional.of(limit.target());
            early = limit.early();
            reEnabling = limit.reEnabling();
            return laid();
        }

        @Override
        public ControlOutline inFlight(ControlSyntax.InFlight control) {
            condition = Optional.of(control.breach());
            action = Optional.of(control.action());
            target = Optional.of(control.target());
            reEnabling = control.reEnabling();
            return laid();
        }

        @Override
        public ControlOutline monitor(ControlSyntax.Monitor monitor) {
            condition = Optional.of(monitor.when());
            tells = List.of(monitor.tell());
            groupedBy = monitor.groupedBy();
            return laid();
        }

        @Override
        public ControlOutline escalation(ControlSyntax.Escalation escalation) {
            condition = escalation.condition();
            steps = escalation.steps();
            groupedBy = escalation.groupedBy();
            return laid();
        }

        @Override
        public ControlOutline killSwitch(ControlSyntax.KillSwitch kill) {
            pulledBy = Optional.of(kill.pulledBy());
            blocksNew = Optional.of(kill.blocked());
            reEnabling = Optional.of(kill.reEnabling());
            return laid();
        }
    }
}
