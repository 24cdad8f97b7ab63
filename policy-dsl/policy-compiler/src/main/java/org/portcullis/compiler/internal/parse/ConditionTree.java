package org.portcullis.compiler.internal.parse;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.internal.parse.generated.PolicyParser;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.DerivationSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.value.Value;

/** Builds conditions. */
abstract class ConditionTree extends ValueTree {

    ConditionTree(Reports reports) {
        super(reports);
    }

    @Override
    public ConditionSyntax visitCondition(PolicyParser.ConditionContext ctx) {
        List<ConditionSyntax> parts = ctx.part().stream().map(this::visitPart).toList();
        if (parts.size() == 1) {
            return parts.get(0);
        }
        Token first = ctx.connectives.get(0);
        ctx.connectives.stream()
                .filter(connective -> connective.getType() != first.getType())
                .findFirst()
                .ifPresent(other -> reportMixture(first, other));
        return first.getType() == PolicyParser.AND
                ? new ConditionSyntax.All(parts, Spans.of(ctx))
                : new ConditionSyntax.Any(parts, Spans.of(ctx));
    }

    @Override
    public ConditionSyntax visitPart(PolicyParser.PartContext ctx) {
        if (ctx.comparison() != null) {
            return visitComparison(ctx.comparison());
        }
        ConditionSyntax inner = visitCondition(ctx.condition());
        return ctx.not == null ? inner : new ConditionSyntax.Not(inner, Spans.of(ctx));
    }

    @Override
    public ConditionSyntax visitComparison(PolicyParser.ComparisonContext ctx) {
        ReferenceSyntax left = visitMeasured(ctx.measured());
        Span span = Spans.of(ctx);
        if (ctx.relation() != null) {
            Comparator comparator = visitRelation(ctx.relation());
            Span words = Spans.of(ctx.IS().getSymbol());
            if (ctx.relation().getChildCount() > 0) {
                words = words.to(Spans.of(ctx.relation()));
            }
            return new ConditionSyntax.Compare(left, new Located<>(comparator, words), visitBound(ctx.bound()), span);
        }
        if (ctx.value().isEmpty()) {
            return new ConditionSyntax.Missing(left, span);
        }
        List<Located<Value>> values = ctx.value().stream().map(this::visitValue).toList();
        return new ConditionSyntax.OneOf(left, values, span);
    }

    @Override
    public Comparator visitRelation(PolicyParser.RelationContext ctx) {
        if (ctx.getChildCount() == 0) {
            return Comparator.IS;
        }
        return switch (ctx.getStop().getType()) {
            case PolicyParser.NOT -> Comparator.IS_NOT;
            case PolicyParser.LEAST -> Comparator.AT_LEAST;
            case PolicyParser.MOST -> Comparator.AT_MOST;
            default -> ctx.getStart().getType() == PolicyParser.MORE_ ? Comparator.MORE_THAN : Comparator.LESS_THAN;
        };
    }

    @Override
    public BoundSyntax visitBound(PolicyParser.BoundContext ctx) {
        if (ctx.tableLimit() != null) {
            return visitTableLimit(ctx.tableLimit());
        }
        if (ctx.value() == null) {
            return new BoundSyntax.Other(visitReference(ctx.reference()));
        }
        int before = reports.errors();
        Located<Value> value = visitValue(ctx.value());
        if (ctx.reference() == null) {
            return new BoundSyntax.Constant(value);
        }
        ReferenceSyntax of = visitReference(ctx.reference());
        return new BoundSyntax.ShareOf(
                new Located<>(share(value, reports.errors() > before), value.span()), of, Spans.of(ctx));
    }

    @Override
    public BoundSyntax.Table visitTableLimit(PolicyParser.TableLimitContext ctx) {
        return new BoundSyntax.Table(Spans.unquoted(ctx.STRING().getSymbol()), Spans.of(ctx));
    }

    @Override
    public ReferenceSyntax visitMeasured(PolicyParser.MeasuredContext ctx) {
        if (ctx.reference() != null) {
            return visitReference(ctx.reference());
        }
        return ctx.change() != null ? visitChange(ctx.change()) : visitWindowed(ctx.windowed());
    }

    @Override
    public ReferenceSyntax visitChange(PolicyParser.ChangeContext ctx) {
        Span span = Spans.of(ctx);
        return over(visitReference(ctx.reference()), new DerivationSyntax.Change(Spans.word(ctx.since), span), span);
    }

    @Override
    public ReferenceSyntax visitWindowed(PolicyParser.WindowedContext ctx) {
        Derivation.Aggregate aggregate =
                ctx.aggregate.getType() == PolicyParser.COUNT ? Derivation.Aggregate.COUNT : Derivation.Aggregate.SUM;
        Span span = Spans.of(ctx);
        return over(
                visitReference(ctx.reference(0)),
                new DerivationSyntax.Windowed(
                        aggregate,
                        ctx.keys.stream().map(this::visitReference).toList(),
                        visitWindow(ctx.window()),
                        ctx.counting().stream().map(this::visitCounting).toList(),
                        span),
                span);
    }

    private static ReferenceSyntax over(ReferenceSyntax itself, DerivationSyntax derivation, Span span) {
        return new ReferenceSyntax(itself.path(), itself.overTradingDays(), Optional.of(derivation), span);
    }

    /** The length of a sliding window; empty for the trading day. */
    @Override
    public Optional<Located<Value.TimeSpan>> visitWindow(PolicyParser.WindowContext ctx) {
        return Optional.ofNullable(ctx.duration()).map(this::visitDuration);
    }

    @Override
    public Located<Derivation.Counting> visitCounting(PolicyParser.CountingContext ctx) {
        Derivation.Counting state = switch (ctx.getStart().getType()) {
            case PolicyParser.OPEN -> Derivation.Counting.OPEN;
            case PolicyParser.HELD -> Derivation.Counting.HELD;
            case PolicyParser.EXECUTED -> Derivation.Counting.EXECUTED;
            default -> Derivation.Counting.REJECTED;
        };
        return new Located<>(state, Spans.of(ctx));
    }

    private Value.Ratio share(Located<Value> value, boolean reported) {
        if (value.value() instanceof Value.Ratio ratio) {
            return ratio;
        }
        if (!reported) {
            reports.add(
                    DiagnosticCode.UNEXPECTED_WORD,
                    value.span(),
                    "only a percentage or basis points can be `of` another attribute",
                    "write a percentage, as in `95% of market.adv over 20 trading days`");
        }
        return new Value.Ratio(0);
    }

    private void reportMixture(Token first, Token other) {
        reports.add(Diagnostic.of(
                        DiagnosticCode.AND_BESIDE_OR,
                        Spans.of(other),
                        "`" + other.getText() + "` stands beside `" + first.getText()
                                + "` without parentheses, which can be read in two ways",
                        "put parentheses around the part that belongs together, as in `(a and b) or c`")
                .withLabel(Spans.of(first), "the other connective"));
    }
}
