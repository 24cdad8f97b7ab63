package org.portcullis.compiler.internal.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.CitationSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.EarlyWarningSyntax;
import org.portcullis.compiler.syntax.EscalationSyntax;
import org.portcullis.compiler.syntax.ExceptionalReleaseSyntax;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PeriodSyntax;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReEnablingSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.RequirementSyntax;
import org.portcullis.compiler.syntax.ReviewSyntax;
import org.portcullis.compiler.syntax.SigningSyntax;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Rollout;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;

/** Builds the clauses that several kinds of control share. */
abstract class ClauseTree extends ConditionTree {
    final WordText words;

    ClauseTree(Reports reports, WordText words) {
        super(reports);
        this.words = words;
    }

    /** What stands between a control's id and its applicability. */
    record Clauses(
            List<CitationSyntax> citations,
            Optional<Located<String>> owner,
            Optional<ReviewSyntax> review,
            Optional<PeriodSyntax> effective,
            Optional<Located<Rollout>> rollout) {}

    @Override
    public Clauses visitClauses(PolicyParser.ClausesContext ctx) {
        return new Clauses(
                ctx.cites() == null ? List.of() : visitCites(ctx.cites()),
                optional(ctx.owner(), this::visitOwner),
                optional(ctx.review(), this::visitReview),
                optional(ctx.inForce(), this::visitInForce),
                optional(ctx.rollout(), this::visitRollout));
    }

    @Override
    public PeriodSyntax visitInForce(PolicyParser.InForceContext ctx) {
        return new PeriodSyntax(date(ctx.from), Optional.ofNullable(ctx.until).map(this::date), Spans.of(ctx));
    }

    @Override
    public Located<Rollout> visitRollout(PolicyParser.RolloutContext ctx) {
        Rollout state = switch (ctx.state.getType()) {
            case PolicyParser.OBSERVE -> Rollout.OBSERVE;
            case PolicyParser.WARN -> Rollout.WARN;
            default -> Rollout.ENFORCE;
        };
        return new Located<>(state, Spans.of(ctx));
    }

    @Override
    public List<CitationSyntax> visitCites(PolicyParser.CitesContext ctx) {
        return ctx.citation().stream().map(this::visitCitation).toList();
    }

    @Override
    public CitationSyntax visitCitation(PolicyParser.CitationContext ctx) {
        return new CitationSyntax(
                Spans.word(ctx.corpus),
                Spans.unquoted(ctx.provision),
                Optional.ofNullable(ctx.because).map(Spans::unquoted),
                Spans.of(ctx));
    }

    @Override
    public Located<String> visitOwner(PolicyParser.OwnerContext ctx) {
        return Spans.unquoted(ctx.name);
    }

    @Override
    public ReviewSyntax visitReview(PolicyParser.ReviewContext ctx) {
        return new ReviewSyntax(visitDuration(ctx.every), date(ctx.lastOn), Spans.of(ctx));
    }

    @Override
    public ApplicabilitySyntax visitApplies(PolicyParser.AppliesContext ctx) {
        return visitApplicability(ctx.applicability());
    }

    @Override
    public ApplicabilitySyntax visitApplicability(PolicyParser.ApplicabilityContext ctx) {
        Optional<ConditionSyntax> where = optional(ctx.condition(), this::visitCondition);
        List<Located<String>> scopes = ctx.scopes.stream().map(Spans::word).toList();
        return new ApplicabilitySyntax(
                new Located<>(visitSubject(ctx.subject()), Spans.of(ctx.subject())),
                scopes,
                where,
                visitStage(ctx.stage()),
                Spans.of(ctx));
    }

    @Override
    public Subject visitSubject(PolicyParser.SubjectContext ctx) {
        return switch (ctx.getStart().getType()) {
            case PolicyParser.ORDERS -> Subject.ORDERS;
            case PolicyParser.BASKETS -> Subject.BASKETS;
            case PolicyParser.EXECUTIONS -> Subject.EXECUTIONS;
            case PolicyParser.MESSAGES -> Subject.MESSAGES;
            default -> Subject.STRATEGIES;
        };
    }

    @Override
    public Located<Stage> visitStage(PolicyParser.StageContext ctx) {
        Stage stage = switch (ctx.getStop().getType()) {
            case PolicyParser.ENTERED -> Stage.ENTERED;
            case PolicyParser.RELEASED -> Stage.RELEASED;
            case PolicyParser.AMENDED -> Stage.AMENDED;
            case PolicyParser.ALGO -> Stage.SENT_TO_ALGO;
            case PolicyParser.WORKING -> Stage.WORKING;
            default -> Stage.EXECUTED;
        };
        return new Located<>(stage, Spans.of(ctx));
    }

    @Override
    public Located<Target> visitTarget(PolicyParser.TargetContext ctx) {
        Target target = switch (ctx.getStop().getType()) {
            case PolicyParser.ORDER -> Target.ORDER;
            case PolicyParser.BASKET -> Target.WHOLE_BASKET;
            case PolicyParser.RELEASE -> Target.RELEASE;
            case PolicyParser.STRATEGY -> Target.STRATEGY;
            case PolicyParser.TRADER -> Target.TRADER;
            default -> Target.DESK;
        };
        return new Located<>(target, Spans.of(ctx));
    }

    @Override
    public Located<MissingDataEffect> visitMissing(PolicyParser.MissingContext ctx) {
        MissingDataEffect effect =
                ctx.effect.getType() == PolicyParser.HOLDS ? MissingDataEffect.HOLDS : MissingDataEffect.BLOCKS;
        return new Located<>(effect, Spans.of(ctx));
    }

    @Override
    public Located<String> visitSay(PolicyParser.SayContext ctx) {
        return Spans.unquoted(ctx.message);
    }

    @Override
    public QuorumSyntax visitQuorum(PolicyParser.QuorumContext ctx) {
        List<Located<String>> roles = ctx.role().stream().map(this::visitRole).toList();
        return new QuorumSyntax(whole(ctx.needed), roles, Spans.of(ctx));
    }

    @Override
    public Located<String> visitRole(PolicyParser.RoleContext ctx) {
        return Spans.unquoted(ctx.name);
    }

    @Override
    public ExclusionSyntax visitExclusion(PolicyParser.ExclusionContext ctx) {
        Span span = Spans.of(ctx);
        return switch (ctx.getStart().getType()) {
            case PolicyParser.THE -> new ExclusionSyntax.Requester(span);
            case PolicyParser.DELEGATES -> new ExclusionSyntax.DelegatesOfRequester(span);
            case PolicyParser.ROLE -> new ExclusionSyntax.HoldersOf(visitRole(ctx.role()), span);
            default -> new ExclusionSyntax.RecentEditors(visitDuration(ctx.duration()), span);
        };
    }

    @Override
    public HoldTermsSyntax visitHoldTerms(PolicyParser.HoldTermsContext ctx) {
        return new HoldTermsSyntax(
                ctx.quorum().stream().map(this::visitQuorum).toList(),
                ctx.exclusion().stream().map(this::visitExclusion).toList(),
                ctx.reason != null,
                optional(ctx.retyped, this::visitReference),
                optional(ctx.estimated, this::visitReference),
                visitDuration(ctx.within),
                ctx.step().stream().map(this::visitStep).toList(),
                Spans.of(ctx));
    }

    @Override
    public HoldTermsSyntax.Step visitStep(PolicyParser.StepContext ctx) {
        return new HoldTermsSyntax.Step(visitDuration(ctx.duration()), visitRole(ctx.role()));
    }

    @Override
    public ControlSyntax.Acknowledged visitAcknowledged(PolicyParser.AcknowledgedContext ctx) {
        Token first = ctx.oneByOne == null ? ctx.allAtOnce : ctx.oneByOne;
        Acknowledgement.Mode mode =
                ctx.oneByOne == null ? Acknowledgement.Mode.ALL_AT_ONCE : Acknowledgement.Mode.ONE_BY_ONE;
        return new ControlSyntax.Acknowledged(
                new Located<>(mode, words.from(first, 3)),
                ctx.reason != null,
                optional(ctx.reference(), this::visitReference),
                ctx.largest != null,
                optional(ctx.role(), this::visitRole),
                Spans.of(ctx));
    }

    @Override
    public EarlyWarningSyntax visitEarly(PolicyParser.EarlyContext ctx) {
        return new EarlyWarningSyntax(visitValue(ctx.value()), visitRole(ctx.role()), Spans.of(ctx));
    }

    @Override
    public ExceptionalReleaseSyntax visitExceptional(PolicyParser.ExceptionalContext ctx) {
        return new ExceptionalReleaseSyntax(
                new Located<>(ctx.of.getType() == PolicyParser.BASKET, Spans.of(ctx.of)),
                ctx.quorum().stream().map(this::visitQuorum).toList(),
                visitDuration(ctx.duration()),
                Spans.of(ctx));
    }

    @Override
    public SigningSyntax visitChanges(PolicyParser.ChangesContext ctx) {
        return new SigningSyntax(
                ctx.quorum().stream().map(this::visitQuorum).toList(),
                ctx.exclusion().stream().map(this::visitExclusion).toList(),
                Spans.of(ctx));
    }

    @Override
    public ReEnablingSyntax visitReEnabled(PolicyParser.ReEnabledContext ctx) {
        return new ReEnablingSyntax(
                ctx.quorum().stream().map(this::visitQuorum).toList(),
                ctx.exclusion().stream().map(this::visitExclusion).toList(),
                Spans.of(ctx));
    }

    @Override
    public EscalationSyntax.Step visitLater(PolicyParser.LaterContext ctx) {
        return new EscalationSyntax.Step(
                Optional.of(visitDuration(ctx.duration())),
                ctx.consequence().stream().map(this::visitConsequence).toList(),
                Spans.of(ctx));
    }

    @Override
    public EscalationSyntax.Consequence visitConsequence(PolicyParser.ConsequenceContext ctx) {
        Optional<EscalationSyntax.Act> act = Optional.ofNullable(ctx.action)
                .map(word -> new EscalationSyntax.Act(action(word), visitTarget(ctx.target()), Spans.of(ctx)));
        return new EscalationSyntax.Consequence(optional(ctx.role(), this::visitRole), act, Spans.of(ctx));
    }

    @Override
    public ControlSyntax.Escalation visitEvent(PolicyParser.EventContext ctx) {
        return new ControlSyntax.Escalation(
                Optional.ofNullable(ctx.what).map(Spans::word),
                optional(ctx.condition(), this::visitCondition),
                Optional.empty(),
                List.of());
    }

    static Located<Action> action(Token word) {
        Action action = switch (word.getType()) {
            case PolicyParser.BLOCK -> Action.BLOCK;
            case PolicyParser.SUSPEND -> Action.SUSPEND;
            default -> Action.CANCEL;
        };
        return new Located<>(action, Spans.of(word));
    }

    @Override
    public RequirementSyntax.Over visitOver(PolicyParser.OverContext ctx) {
        Span span = Spans.of(ctx);
        if (ctx.corpus != null) {
            return new RequirementSyntax.Provisions(Spans.word(ctx.corpus), span);
        }
        ReferenceSyntax attribute = visitReference(ctx.reference());
        List<Located<String>> values = ctx.STRING().stream()
                .map(value -> Spans.unquoted(value.getSymbol()))
                .toList();
        return values.isEmpty()
                ? new RequirementSyntax.OfOrganisation(attribute, span)
                : new RequirementSyntax.Values(attribute, values, span);
    }

    @Override
    public RequirementSyntax.Need visitNeed(PolicyParser.NeedContext ctx) {
        Optional<Located<ControlKind>> kind =
                optional(ctx.kind(), named -> new Located<>(visitKind(named), Spans.of(named)));
        return new RequirementSyntax.Need(kind, optional(ctx.measured(), this::visitMeasured), Spans.of(ctx));
    }

    @Override
    public ControlKind visitKind(PolicyParser.KindContext ctx) {
        return switch (ctx.getStart().getType()) {
            case PolicyParser.HARD -> ControlKind.HARD_LIMIT;
            case PolicyParser.SOFT -> ControlKind.SOFT_LIMIT;
            case PolicyParser.CUMULATIVE -> ControlKind.CUMULATIVE_LIMIT;
            case PolicyParser.THROTTLE -> ControlKind.THROTTLE;
            case PolicyParser.ALERT -> ControlKind.ALERT_FLOOD;
            case PolicyParser.APPROVAL -> ControlKind.APPROVAL;
            case PolicyParser.IN_FLIGHT -> ControlKind.IN_FLIGHT;
            case PolicyParser.MONITOR -> ControlKind.MONITOR;
            case PolicyParser.ESCALATION -> ControlKind.ESCALATION;
            default -> ControlKind.KILL_SWITCH;
        };
    }

    @Override
    public Located<String> visitTimes(PolicyParser.TimesContext ctx) {
        return Spans.word(ctx.getStart());
    }

    static <T, R> Optional<R> optional(@Nullable T part, Function<T, R> build) {
        return part == null ? Optional.empty() : Optional.of(build.apply(part));
    }

    // The builders call each other by name; nothing walks the tree of the parser.

    @Override
    public Object visit(ParseTree tree) {
        return tree.accept(this);
    }

    @Override
    public Object visitChildren(RuleNode node) {
        throw new IllegalStateException("rule " + node.getClass().getSimpleName() + " has no builder");
    }

    @Override
    public Located<String> visitTerminal(TerminalNode node) {
        return Spans.word(node.getSymbol());
    }

    @Override
    public Located<String> visitErrorNode(ErrorNode node) {
        throw new IllegalStateException("a sentence with an error is never built");
    }
}
