package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Value;

/**
 * A declaration of a control: what every control carries, and the sentence of its kind.
 *
 * @param id as written, in the form of an id
 * @param citations empty where none were written
 * @param applies for an escalation and a kill switch, what they say of their scope in other words
 * @param message empty where a grant or an escalation says nothing
 */
public record ControlSyntax(
        Located<String> id,
        List<CitationSyntax> citations,
        Optional<Located<String>> owner,
        Optional<ReviewSyntax> review,
        Optional<PeriodSyntax> effective,
        Optional<Located<Rollout>> rollout,
        ApplicabilitySyntax applies,
        Kind kind,
        Optional<Located<MissingDataEffect>> missingData,
        Optional<Located<String>> message,
        Span span)
        implements Syntax {
    public ControlSyntax {
        citations = List.copyOf(citations);
    }

    /** What a control of one kind says beside what every control carries. */
    public sealed interface Kind {

        /** Which kind it is. */
        ControlKind kind();

        /** Dispatches on the kind of control. */
        <R> R match(Cases<R> cases);
    }

    /** Handles each kind of control. */
    public interface Cases<R> {
        R grant(Grant grant);

        R hardLimit(HardLimit limit);

        R softLimit(SoftLimit limit);

        R alertFlood(AlertFlood flood);

        R approval(Approval approval);

        R windowLimit(WindowLimit limit);

        R inFlight(InFlight control);

        R monitor(Monitor monitor);

        R escalation(Escalation escalation);

        R killSwitch(KillSwitch kill);
    }

    /**
     * `lets role "…" submit orders in scope …, when released up to USD 250 million per order and USD 4 billion per basket`.
     *
     * @param roles at least one
     */
    public record Grant(
            List<Located<String>> roles,
            Optional<Located<Value.Money>> perOrder,
            Optional<Located<Value.Money>> perBasket)
            implements Kind {
        public Grant {
            roles = List.copyOf(roles);
        }

        @Override
        public ControlKind kind() {
            return ControlKind.GRANT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.grant(this);
        }
    }

    /** `block the order if …`. */
    public record HardLimit(
            Located<Target> target,
            ConditionSyntax breach,
            Optional<EarlyWarningSyntax> early,
            Optional<ExceptionalReleaseSyntax> exceptional)
            implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.HARD_LIMIT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.hardLimit(this);
        }
    }

    /** `warn the trader if … acknowledged one by one …`. */
    public record SoftLimit(
            Located<Target> target,
            ConditionSyntax breach,
            Optional<EarlyWarningSyntax> early,
            Acknowledged acknowledged)
            implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.SOFT_LIMIT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.softLimit(this);
        }
    }

    /** `acknowledged one by one with a reason, retyping order.notional, largest first by role "…"`. */
    public record Acknowledged(
            Located<Acknowledgement.Mode> mode,
            boolean reasonRequired,
            Optional<ReferenceSyntax> retyped,
            boolean largestFirst,
            Optional<Located<String>> by,
            Span span) {}

    /**
     * `if more than 10 warnings are raised by one basket block the whole basket`.
     *
     * @param raisedByBasket whether the warnings of a whole basket are counted, or those of one order
     * @param terms what releases the hold; empty means that the flood blocks
     */
    public record AlertFlood(
            Located<Long> maxWarnings,
            Located<Boolean> raisedByBasket,
            Located<Target> target,
            Optional<HoldTermsSyntax> terms)
            implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.ALERT_FLOOD;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.alertFlood(this);
        }
    }

    /** `hold the release if … until …`. */
    public record Approval(Located<Target> target, ConditionSyntax hold, HoldTermsSyntax terms) implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.APPROVAL;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.approval(this);
        }
    }

    /**
     * `block the order if sum of … early warning … re-enabled by …`.
     *
     * @param kind a cumulative limit or a throttle
     */
    public record WindowLimit(
            ControlKind kind,
            Located<Action> action,
            Located<Target> target,
            ConditionSyntax breach,
            Optional<EarlyWarningSyntax> early,
            Optional<ReEnablingSyntax> reEnabling)
            implements Kind {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.windowLimit(this);
        }
    }

    /** `suspend the order if … re-enabled by …`. */
    public record InFlight(
            Located<Action> action,
            Located<Target> target,
            ConditionSyntax breach,
            Optional<ReEnablingSyntax> reEnabling)
            implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.IN_FLIGHT;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.inFlight(this);
        }
    }

    /** `tell role "…" if … grouped by …`. */
    public record Monitor(Located<String> tell, ConditionSyntax when, Optional<ReferenceSyntax> groupedBy)
            implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.MONITOR;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.monitor(this);
        }
    }

    /**
     * `when anything is suspended … tell role "…" at once, after … alerts are never filtered`.
     *
     * @param what the word after `anything is`, or empty where a condition stands
     * @param condition empty where `anything is` stands
     * @param steps at least one, the first at once
     */
    public record Escalation(
            Optional<Located<String>> what,
            Optional<ConditionSyntax> condition,
            Optional<ReferenceSyntax> groupedBy,
            List<EscalationSyntax.Step> steps)
            implements Kind {
        public Escalation {
            steps = List.copyOf(steps);
        }

        @Override
        public ControlKind kind() {
            return ControlKind.ESCALATION;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.escalation(this);
        }
    }

    /** `pulled by … cancels all orders in scope … and blocks new orders re-enabled by …`. */
    public record KillSwitch(QuorumSyntax pulledBy, Located<Subject> blocked, ReEnablingSyntax reEnabling)
            implements Kind {
        @Override
        public ControlKind kind() {
            return ControlKind.KILL_SWITCH;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.killSwitch(this);
        }
    }
}
