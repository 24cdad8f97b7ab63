package org.portcullis.compiler.internal.parse;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.ApplicabilitySyntax;
import org.portcullis.compiler.syntax.CitationSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.LaterSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.ReviewSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Builds the syntax tree of one sentence that the parser accepted. */
final class TreeBuilder extends ConditionTree {

    TreeBuilder(Reports reports, WordText words) {
        super(reports, words);
    }

    @Override
    public Declaration visitSentence(PolicyParser.SentenceContext ctx) {
        return (Declaration) ctx.getChild(0).accept(this);
    }

    @Override
    public HeaderSyntax visitHeader(PolicyParser.HeaderContext ctx) {
        return new HeaderSyntax(
                Spans.unquoted(ctx.name),
                Optional.ofNullable(ctx.language).map(Spans::word),
                version(ctx.version),
                visitOwner(ctx.owner()),
                optional(ctx.review(), this::visitReview),
                date(ctx.from),
                Optional.ofNullable(ctx.until).map(this::date),
                zone(ctx.zone),
                Spans.word(ctx.calendar),
                currency(ctx.currency),
                Spans.word(ctx.rateSource),
                visitDuration(ctx.rateStale),
                visitDuration(ctx.marketStale),
                optional(ctx.referenceStale, this::visitDuration),
                visitMissing(ctx.missing()),
                Spans.of(ctx));
    }

    @Override
    public Declaration.Scope visitScope(PolicyParser.ScopeContext ctx) {
        return new Declaration.Scope(Spans.word(ctx.ID().getSymbol()), visitCondition(ctx.condition()), sentence(ctx));
    }

    @Override
    public Declaration.Control visitGrant(PolicyParser.GrantContext ctx) {
        List<Located<String>> roles = ctx.role().stream().map(this::visitRole).toList();
        List<Cap> caps = ctx.cap().stream().map(this::visitCap).toList();
        ControlSyntax.Kind kind = new ControlSyntax.Grant(roles, cap(caps, false), cap(caps, true));
        return control(ctx, ctx.ID(), ctx.clauses(), ctx.applicability(), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitHardLimit(PolicyParser.HardLimitContext ctx) {
        List<LaterSyntax> later = new ArrayList<>();
        optional(ctx.early(), this::visitEarly).ifPresent(later::add);
        optional(ctx.exceptional(), this::visitExceptional).ifPresent(later::add);
        ControlSyntax.Kind kind =
                new ControlSyntax.HardLimit(visitTarget(ctx.target()), visitCondition(ctx.condition()), later);
        return control(ctx, ctx.ID(), ctx.clauses(), ctx.applies().applicability(), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitSoftLimit(PolicyParser.SoftLimitContext ctx) {
        List<LaterSyntax> later =
                optional(ctx.early(), this::visitEarly).stream().toList();
        ControlSyntax.Kind kind = new ControlSyntax.SoftLimit(
                visitTarget(ctx.target()),
                visitCondition(ctx.condition()),
                visitAcknowledged(ctx.acknowledged()),
                later);
        return control(ctx, ctx.ID(), ctx.clauses(), ctx.applies().applicability(), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitAlertFlood(PolicyParser.AlertFloodContext ctx) {
        Located<Boolean> byBasket = new Located<>(ctx.by.getType() == PolicyParser.BASKET, Spans.of(ctx.by));
        ControlSyntax.Kind kind = new ControlSyntax.AlertFlood(
                maxWarnings(ctx), byBasket, visitTarget(ctx.target()), optional(ctx.holdTerms(), this::visitHoldTerms));
        return control(ctx, ctx.ID(), ctx.clauses(), ctx.applies().applicability(), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitApproval(PolicyParser.ApprovalContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.Approval(
                visitTarget(ctx.target()), visitCondition(ctx.condition()), visitHoldTerms(ctx.holdTerms()));
        return control(ctx, ctx.ID(), ctx.clauses(), ctx.applies().applicability(), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration visitTest(PolicyParser.TestContext ctx) {
        List<TestSyntax.Given> given =
                ctx.given().stream().map(this::visitGiven).toList();
        List<TestSyntax.Expectation> expected =
                ctx.expectation().stream().map(this::visitExpectation).toList();
        if (ctx.casesFrom() != null) {
            String construct = visitCasesFrom(ctx.casesFrom()).construct();
            return new Declaration.Later(new LaterSyntax(construct, words.of(ctx), Spans.of(ctx)), Optional.empty());
        }
        return new Declaration.Test(Spans.unquoted(ctx.name), given, visitStage(ctx.stage()), expected, sentence(ctx));
    }

    private Declaration.Control control(
            ParserRuleContext ctx,
            TerminalNode id,
            PolicyParser.ClausesContext clauses,
            PolicyParser.ApplicabilityContext applies,
            ControlSyntax.Kind kind,
            PolicyParser.@Nullable MissingContext missing,
            PolicyParser.@Nullable SayContext say) {
        Clauses shared = visitClauses(clauses);
        return new Declaration.Control(new ControlSyntax(
                Spans.word(id.getSymbol()),
                shared.citations(),
                shared.owner(),
                shared.review(),
                visitApplicability(applies),
                kind,
                optional(missing, this::visitMissing),
                optional(say, this::visitSay),
                sentence(ctx)));
    }

    /** What stands between a control's id and its applicability. */
    record Clauses(List<CitationSyntax> citations, Optional<Located<String>> owner, Optional<ReviewSyntax> review) {}

    @Override
    public Clauses visitClauses(PolicyParser.ClausesContext ctx) {
        return new Clauses(
                ctx.cites() == null ? List.of() : visitCites(ctx.cites()),
                optional(ctx.owner(), this::visitOwner),
                optional(ctx.review(), this::visitReview));
    }

    @Override
    public List<CitationSyntax> visitCites(PolicyParser.CitesContext ctx) {
        return ctx.citation().stream().map(this::visitCitation).toList();
    }

    @Override
    public CitationSyntax visitCitation(PolicyParser.CitationContext ctx) {
        return new CitationSyntax(Spans.word(ctx.corpus), Spans.unquoted(ctx.provision), Spans.of(ctx));
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
                optional(ctx.reference(), this::visitReference),
                visitDuration(ctx.within),
                ctx.step().stream().map(this::visitStep).toList(),
                Spans.of(ctx));
    }

    @Override
    public HoldTermsSyntax.Step visitStep(PolicyParser.StepContext ctx) {
        return new HoldTermsSyntax.Step(visitDuration(ctx.duration()), visitRole(ctx.role()));
    }

    /** The largest notional of an order or of a basket. */
    record Cap(boolean perBasket, Located<Value.Money> amount, Span span) {}

    @Override
    public Cap visitCap(PolicyParser.CapContext ctx) {
        return new Cap(ctx.per.getType() == PolicyParser.BASKET, visitMoney(ctx.money()), Spans.of(ctx));
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
    public TestSyntax.Given visitGiven(PolicyParser.GivenContext ctx) {
        ReferenceSyntax fact = visitReference(ctx.reference());
        return new TestSyntax.Given(fact, optional(ctx.value(), this::visitValue), Spans.of(ctx));
    }

    @Override
    public TestSyntax.Expectation visitExpectation(PolicyParser.ExpectationContext ctx) {
        Token word = ctx.not == null ? ctx.outcome : ctx.not;
        PolicyTest.Outcome outcome = switch (word.getType()) {
            case PolicyParser.RELEASE -> PolicyTest.Outcome.RELEASE;
            case PolicyParser.WARN -> PolicyTest.Outcome.WARN;
            case PolicyParser.HOLD -> PolicyTest.Outcome.HOLD;
            case PolicyParser.BLOCK -> PolicyTest.Outcome.BLOCK;
            case PolicyParser.NOT -> PolicyTest.Outcome.NOT;
            default -> {
                reports.add(
                        DiagnosticCode.NOT_EVALUATED,
                        Spans.of(word),
                        "`" + word.getText() + "` is no outcome of an order before it is sent",
                        "expect `release`, `warn`, `hold` or `block`");
                yield PolicyTest.Outcome.BLOCK;
            }
        };
        Optional<Located<String>> by = optional(ctx.ID(), id -> Spans.word(id.getSymbol()));
        return new TestSyntax.Expectation(new Located<>(outcome, Spans.of(word)), by, Spans.of(ctx));
    }

    private Located<Long> maxWarnings(PolicyParser.AlertFloodContext ctx) {
        Located<Long> micros = visitNumber(ctx.number());
        if (micros.value() % Exact.ONE != 0) {
            reports.add(
                    DiagnosticCode.MALFORMED_NUMBER,
                    micros.span(),
                    "there are no fractions of warnings",
                    "write a whole number of warnings");
        }
        return new Located<>(micros.value() / Exact.ONE, micros.span());
    }

    private Optional<Located<Value.Money>> cap(List<Cap> caps, boolean perBasket) {
        List<Cap> found =
                caps.stream().filter(cap -> cap.perBasket() == perBasket).toList();
        if (found.size() > 1) {
            reports.add(
                    DiagnosticCode.UNEXPECTED_WORD,
                    found.get(1).span(),
                    "the grant has two caps per " + (perBasket ? "basket" : "order"),
                    "keep one of them");
        }
        return found.stream().map(Cap::amount).findFirst();
    }

    private Located<String> version(Token number) {
        if (!number.getText().matches("[0-9]{1,9}\\.[0-9]{1,9}\\.[0-9]{1,9}")) {
            reports.add(
                    DiagnosticCode.MALFORMED_NUMBER,
                    Spans.of(number),
                    UserText.quoted(number.getText()) + " is no version",
                    "write three numbers with points between them, as in `2026.11.1`");
        }
        return Spans.word(number);
    }

    private Located<ZoneId> zone(Token name) {
        String written = name.getText();
        if (ZoneId.getAvailableZoneIds().contains(written)) {
            return new Located<>(ZoneId.of(written), Spans.of(name));
        }
        List<String> known = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        reports.add(
                DiagnosticCode.UNKNOWN_ZONE,
                Spans.of(name),
                UserText.quoted(written) + " is no time zone",
                Spelling.cure(
                        written,
                        Spans.of(name),
                        known,
                        "write a region of the time zone database, as in `Europe/London`"));
        return new Located<>(ZoneId.of("UTC"), Spans.of(name));
    }

    /** A declaration reaches to its full stop, which stands right after it. */
    private static Span sentence(ParserRuleContext rule) {
        PolicyParser.SentenceContext whole = (PolicyParser.SentenceContext) rule.getParent();
        return Spans.of(rule).to(Spans.of(whole.STOP().getSymbol()));
    }

    private static <T, R> Optional<R> optional(@Nullable T part, Function<T, R> build) {
        return part == null ? Optional.empty() : Optional.of(build.apply(part));
    }
}
