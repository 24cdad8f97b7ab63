package org.portcullis.compiler.internal.parse;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.portcullis.compiler.syntax.ControlSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.EscalationSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PeriodSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/** Builds the syntax tree of one sentence that the parser accepted. */
final class TreeBuilder extends TestTree {

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
                optional(ctx.changes(), this::visitChanges),
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
        return control(
                ctx, ctx.ID(), ctx.clauses(), visitApplicability(ctx.applicability()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitHardLimit(PolicyParser.HardLimitContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.HardLimit(
                visitTarget(ctx.target()),
                visitCondition(ctx.condition()),
                optional(ctx.early(), this::visitEarly),
                optional(ctx.exceptional(), this::visitExceptional));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitSoftLimit(PolicyParser.SoftLimitContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.SoftLimit(
                visitTarget(ctx.target()),
                visitCondition(ctx.condition()),
                optional(ctx.early(), this::visitEarly),
                visitAcknowledged(ctx.acknowledged()));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitAlertFlood(PolicyParser.AlertFloodContext ctx) {
        Located<Boolean> byBasket = new Located<>(ctx.by.getType() == PolicyParser.BASKET, Spans.of(ctx.by));
        ControlSyntax.Kind kind = new ControlSyntax.AlertFlood(
                maxWarnings(ctx), byBasket, visitTarget(ctx.target()), optional(ctx.holdTerms(), this::visitHoldTerms));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitApproval(PolicyParser.ApprovalContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.Approval(
                visitTarget(ctx.target()), visitCondition(ctx.condition()), visitHoldTerms(ctx.holdTerms()));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitThrottle(PolicyParser.ThrottleContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.WindowLimit(
                ControlKind.THROTTLE,
                action(ctx.action),
                visitTarget(ctx.target()),
                visitCondition(ctx.condition()),
                optional(ctx.early(), this::visitEarly),
                optional(ctx.reEnabled(), this::visitReEnabled));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitCumulativeLimit(PolicyParser.CumulativeLimitContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.WindowLimit(
                ControlKind.CUMULATIVE_LIMIT,
                action(ctx.action),
                visitTarget(ctx.target()),
                visitCondition(ctx.condition()),
                optional(ctx.early(), this::visitEarly),
                optional(ctx.reEnabled(), this::visitReEnabled));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitInFlight(PolicyParser.InFlightContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.InFlight(
                action(ctx.action),
                visitTarget(ctx.target()),
                visitCondition(ctx.condition()),
                optional(ctx.reEnabled(), this::visitReEnabled));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitMonitor(PolicyParser.MonitorContext ctx) {
        ControlSyntax.Kind kind = new ControlSyntax.Monitor(
                visitRole(ctx.role()),
                visitCondition(ctx.condition()),
                optional(ctx.reference(), this::visitReference));
        return control(ctx, ctx.ID(), ctx.clauses(), visitApplies(ctx.applies()), kind, ctx.missing(), ctx.say());
    }

    @Override
    public Declaration.Control visitEscalation(PolicyParser.EscalationContext ctx) {
        ControlSyntax.Escalation event = visitEvent(ctx.event());
        List<EscalationSyntax.Consequence> first =
                ctx.consequence().stream().map(this::visitConsequence).toList();
        List<EscalationSyntax.Step> steps = new ArrayList<>();
        steps.add(new EscalationSyntax.Step(
                Optional.empty(),
                first,
                first.get(0).span().to(first.get(first.size() - 1).span())));
        ctx.later().stream().map(this::visitLater).forEach(steps::add);
        ControlSyntax.Kind kind = new ControlSyntax.Escalation(
                event.what(), event.condition(), optional(ctx.reference(), this::visitReference), steps);
        Span where = Spans.of(ctx.event());
        ApplicabilitySyntax applies = new ApplicabilitySyntax(
                new Located<>(Subject.ORDERS, where),
                ctx.scopes.stream().map(Spans::word).toList(),
                Optional.empty(),
                new Located<>(Stage.WORKING, where),
                where);
        return control(ctx, ctx.ID().get(0), ctx.clauses(), applies, kind, null, null);
    }

    @Override
    public Declaration.Control visitKillSwitch(PolicyParser.KillSwitchContext ctx) {
        Located<Subject> blocked = new Located<>(visitSubject(ctx.fresh), Spans.of(ctx.fresh));
        ControlSyntax.Kind kind =
                new ControlSyntax.KillSwitch(visitQuorum(ctx.quorum()), blocked, visitReEnabled(ctx.reEnabled()));
        Span where = Spans.of(ctx.all);
        ApplicabilitySyntax applies = new ApplicabilitySyntax(
                new Located<>(visitSubject(ctx.all), where),
                ctx.scopes.stream().map(Spans::word).toList(),
                Optional.empty(),
                new Located<>(Stage.WORKING, where),
                where);
        return control(ctx, ctx.ID().get(0), ctx.clauses(), applies, kind, null, ctx.say());
    }

    @Override
    public Declaration.Recalibration visitRecalibration(PolicyParser.RecalibrationContext ctx) {
        Located<LocalDate> from = date(ctx.from);
        Located<LocalDate> until = date(ctx.until);
        Located<Integer> most = ctx.never == null ? whole(ctx.most) : new Located<>(0, Spans.of(ctx.never));
        return new Declaration.Recalibration(
                Spans.word(ctx.ID().getSymbol()),
                visitValue(ctx.before),
                visitValue(ctx.after),
                new PeriodSyntax(from, Optional.of(until), from.span().to(until.span())),
                Spans.unquoted(ctx.STRING().getSymbol()),
                visitQuorum(ctx.quorum()),
                Optional.ofNullable(ctx.renewed).map(this::whole),
                most,
                sentence(ctx));
    }

    @Override
    public Declaration.Duties visitDuties(PolicyParser.DutiesContext ctx) {
        return new Declaration.Duties(
                visitRole(ctx.role().get(0)), visitRole(ctx.role().get(1)), sentence(ctx));
    }

    @Override
    public Declaration.Requirement visitRequirement(PolicyParser.RequirementContext ctx) {
        return new Declaration.Requirement(
                Spans.unquoted(ctx.STRING().getSymbol()), visitOver(ctx.over()), visitNeed(ctx.need()), sentence(ctx));
    }

    @Override
    public Declaration.Claim visitProof(PolicyParser.ProofContext ctx) {
        Token last = ctx.getStop();
        Stage stage = last.getType() == PolicyParser.RELEASED ? Stage.RELEASED : Stage.SENT_TO_ALGO;
        return new Declaration.Claim(
                Spans.unquoted(ctx.STRING().getSymbol()),
                new Located<>(visitSubject(ctx.subject()), Spans.of(ctx.subject())),
                ctx.scopes.stream().map(Spans::word).toList(),
                optional(ctx.condition(), this::visitCondition),
                new Located<>(stage, Spans.of(last)),
                sentence(ctx));
    }

    @Override
    public Declaration.Import visitImported(PolicyParser.ImportedContext ctx) {
        return new Declaration.Import(Spans.unquoted(ctx.file), sentence(ctx));
    }

    @Override
    public Declaration.Part visitOpening(PolicyParser.OpeningContext ctx) {
        return new Declaration.Part(
                Spans.unquoted(ctx.name), Optional.ofNullable(ctx.language).map(Spans::word), sentence(ctx));
    }

    @Override
    public Declaration.Test visitTest(PolicyParser.TestContext ctx) {
        List<TestSyntax.Expectation> expected =
                ctx.expectation().stream().map(this::visitExpectation).toList();
        if (expected.isEmpty() && ctx.testCase().isEmpty() && ctx.cases == null) {
            reports.add(
                    DiagnosticCode.MISSING_CLAUSE,
                    Span.at(Spans.of(ctx).end()),
                    "the `test` has no `expect`",
                    "write for example `expect block`");
        }
        return new Declaration.Test(
                Spans.unquoted(ctx.name),
                Optional.ofNullable(ctx.cases).map(Spans::unquoted),
                facts(ctx.given()),
                files(ctx.given()),
                List.of(),
                List.of(),
                visitStage(ctx.stage()),
                expected,
                ctx.testCase().stream().map(this::visitTestCase).toList(),
                sentence(ctx));
    }

    private Declaration.Control control(
            ParserRuleContext ctx,
            TerminalNode id,
            PolicyParser.ClausesContext clauses,
            ApplicabilitySyntax applies,
            ControlSyntax.Kind kind,
            PolicyParser.@Nullable MissingContext missing,
            PolicyParser.@Nullable SayContext say) {
        Clauses shared = visitClauses(clauses);
        return new Declaration.Control(new ControlSyntax(
                Spans.word(id.getSymbol()),
                shared.citations(),
                shared.owner(),
                shared.review(),
                shared.effective(),
                shared.rollout(),
                applies,
                kind,
                optional(missing, this::visitMissing),
                optional(say, this::visitSay),
                sentence(ctx)));
    }

    /** The largest notional of an order or of a basket. */
    record Cap(boolean perBasket, Located<Value.Money> amount, Span span) {}

    @Override
    public Cap visitCap(PolicyParser.CapContext ctx) {
        return new Cap(ctx.per.getType() == PolicyParser.BASKET, visitMoney(ctx.money()), Spans.of(ctx));
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
}
