package org.portcullis.compiler.internal.parse;

import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.LaterSyntax;
import org.portcullis.compiler.syntax.Located;

/** Builds the one node that stands for whatever this version of the language does not evaluate; a later version moves its rule out of here. */
abstract class LaterTree extends ValueTree {
    final WordText words;

    LaterTree(Reports reports, WordText words) {
        super(reports);
        this.words = words;
    }

    final LaterSyntax later(String construct, ParserRuleContext rule) {
        return new LaterSyntax(construct, words.of(rule), Spans.of(rule));
    }

    private Declaration.Later kind(String construct, ParserRuleContext rule, TerminalNode id) {
        return new Declaration.Later(later(construct, rule), Optional.of(Spans.word(id.getSymbol())));
    }

    private Declaration.Later kind(String construct, ParserRuleContext rule) {
        return new Declaration.Later(later(construct, rule), Optional.empty());
    }

    @Override
    public Declaration.Later visitThrottle(PolicyParser.ThrottleContext ctx) {
        return kind("throttle", ctx, ctx.ID());
    }

    @Override
    public Declaration.Later visitCumulativeLimit(PolicyParser.CumulativeLimitContext ctx) {
        return kind("cumulative limit", ctx, ctx.ID());
    }

    @Override
    public Declaration.Later visitInFlight(PolicyParser.InFlightContext ctx) {
        return kind("in-flight control", ctx, ctx.ID());
    }

    @Override
    public Declaration.Later visitMonitor(PolicyParser.MonitorContext ctx) {
        return kind("monitor", ctx, ctx.ID());
    }

    @Override
    public Declaration.Later visitEscalation(PolicyParser.EscalationContext ctx) {
        return kind("escalation", ctx, ctx.ID(0));
    }

    @Override
    public Declaration.Later visitKillSwitch(PolicyParser.KillSwitchContext ctx) {
        return kind("kill switch", ctx, ctx.ID(0));
    }

    @Override
    public Declaration.Later visitRecalibration(PolicyParser.RecalibrationContext ctx) {
        return kind("temporary recalibration", ctx);
    }

    @Override
    public Declaration.Later visitDuties(PolicyParser.DutiesContext ctx) {
        return kind("duties", ctx);
    }

    @Override
    public Declaration.Later visitRequirement(PolicyParser.RequirementContext ctx) {
        return kind("require", ctx);
    }

    @Override
    public Declaration.Later visitProof(PolicyParser.ProofContext ctx) {
        return kind("prove", ctx);
    }

    @Override
    public LaterSyntax visitEarly(PolicyParser.EarlyContext ctx) {
        return later("early warning", ctx);
    }

    @Override
    public LaterSyntax visitExceptional(PolicyParser.ExceptionalContext ctx) {
        return later("exceptional release", ctx);
    }

    @Override
    public LaterSyntax visitReEnabled(PolicyParser.ReEnabledContext ctx) {
        return later("re-enabled", ctx);
    }

    @Override
    public LaterSyntax visitEvent(PolicyParser.EventContext ctx) {
        return later("when", ctx);
    }

    @Override
    public LaterSyntax visitConsequence(PolicyParser.ConsequenceContext ctx) {
        return later(ctx.getStart().getText(), ctx);
    }

    @Override
    public LaterSyntax visitDerived(PolicyParser.DerivedContext ctx) {
        return later(derived(ctx), ctx);
    }

    /** The words that name a measure over time. */
    static String derived(PolicyParser.DerivedContext ctx) {
        return switch (ctx.getStart().getType()) {
            case PolicyParser.CHANGE -> "change in";
            case PolicyParser.COUNT -> "count of";
            default -> "sum of";
        };
    }

    @Override
    public LaterSyntax visitWindow(PolicyParser.WindowContext ctx) {
        return later("in any", ctx);
    }

    @Override
    public LaterSyntax visitCounting(PolicyParser.CountingContext ctx) {
        return later("counting", ctx);
    }

    @Override
    public LaterSyntax visitTableLimit(PolicyParser.TableLimitContext ctx) {
        return later("the limit from table", ctx);
    }

    @Override
    public LaterSyntax visitCasesFrom(PolicyParser.CasesFromContext ctx) {
        return later("with cases from", ctx);
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
