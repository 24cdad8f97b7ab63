package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.RequirementSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/** Finds comparisons of what cannot be compared; attributes that do not exist are somebody else's to report. */
final class DimensionCheck implements Check {
    private static final Map<Measure, List<String>> CLOSED = Map.of(
            Measure.ORDER_SIDE,
            List.of("BUY", "SELL"),
            Measure.MESSAGE_KIND,
            List.of("NEW", "REPLACE"),
            Measure.ALERT_EVENT,
            List.of("suspended", "blocked", "held"),
            Measure.MARKET_STATE,
            Measure.MARKET_STATE.words(),
            Measure.ORDER_EFFECT,
            Measure.ORDER_EFFECT.words());

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        Conditions.Leaves leaves = Conditions.leaves(Conditions.of(policy));
        leaves.comparisons().forEach(comparison -> compare(comparison, diagnostics));
        leaves.lists().forEach(list -> list(list, diagnostics));
        policy.tests().forEach(test -> Tests.facts(test).forEach(given -> given(given, diagnostics)));
        policy.controls().forEach(control -> {
            control.retyped().ifPresent(retyped -> typed(retyped, "retyped", "retyping", diagnostics));
            control.terms()
                    .flatMap(HoldTermsSyntax::estimated)
                    .ifPresent(estimated -> typed(estimated, "estimated", "estimating", diagnostics));
        });
        policy.requirements().forEach(requirement -> requirement.over().match(new Over(diagnostics)));
    }

    private static void compare(ConditionSyntax.Compare comparison, Diagnostics diagnostics) {
        Optional<Dimension> left = References.dimension(comparison.left());
        if (left.isEmpty()) {
            return;
        }
        Dimension dimension = left.get();
        if (!dimension.isNumeric() && comparison.comparator().value().isOrdering()) {
            diagnostics.report(
                    DiagnosticCode.ORDERING_OF_TEXT,
                    comparison.comparator().span(),
                    UserText.quoted(References.words(comparison.left())) + " is text, which has no more or less",
                    "compare text with `is`, `is not` or `is one of`");
            return;
        }
        comparison.right().match(new BoundSyntax.Cases<Boolean>() {
            @Override
            public Boolean constant(BoundSyntax.Constant bound) {
                return value(comparison.left(), dimension, bound.value(), diagnostics);
            }

            @Override
            public Boolean shareOf(BoundSyntax.ShareOf bound) {
                return measure(bound.of())
                        .map(of -> share(comparison.left(), dimension, bound, of, diagnostics))
                        .orElse(true);
            }

            @Override
            public Boolean other(BoundSyntax.Other bound) {
                return measure(bound.reference())
                        .map(other -> same(
                                comparison.left(),
                                dimension,
                                bound.span(),
                                described(other),
                                other.dimension(),
                                diagnostics))
                        .orElse(true);
            }

            @Override
            public Boolean table(BoundSyntax.Table bound) {
                return true;
            }
        });
    }

    private static boolean share(
            ReferenceSyntax left, Dimension dimension, BoundSyntax.ShareOf bound, Measure of, Diagnostics diagnostics) {
        if (!of.dimension().isNumeric()) {
            diagnostics.report(
                    DiagnosticCode.SHARE_OF_TEXT,
                    bound.span(),
                    "a percentage of " + UserText.quoted(of.path()) + " means nothing, because it is text",
                    "take the percentage of an amount, for example `20% of market.adv`");
            return false;
        }
        return same(left, dimension, bound.span(), "a percentage of " + described(of), of.dimension(), diagnostics);
    }

    private static boolean same(
            ReferenceSyntax left,
            Dimension dimension,
            Span right,
            String rightWords,
            Dimension rightDimension,
            Diagnostics diagnostics) {
        if (dimension == rightDimension) {
            return true;
        }
        diagnostics.report(Diagnostic.of(
                        DiagnosticCode.DIFFERENT_DIMENSIONS,
                        right,
                        UserText.quoted(References.words(left)) + " is " + dimension.phrase() + " and is compared with "
                                + rightWords,
                        "compare it with " + example(dimension))
                .withLabel(left.span(), "this is " + dimension.phrase()));
        return false;
    }

    private static boolean value(
            ReferenceSyntax left, Dimension dimension, Located<Value> value, Diagnostics diagnostics) {
        boolean fits = same(
                left,
                dimension,
                value.span(),
                value.value().dimension().phrase(),
                value.value().dimension(),
                diagnostics);
        if (fits
                && value.value() instanceof Value.Text text
                && left.derivation().isEmpty()) {
            References.measure(left).ifPresent(measure -> taken(measure, text.text(), value.span(), diagnostics));
        }
        return fits;
    }

    /** A few attributes have only the values that the language knows. */
    private static void taken(Measure measure, String text, Span span, Diagnostics diagnostics) {
        List<String> values = CLOSED.getOrDefault(measure, List.of());
        if (!values.isEmpty() && !values.contains(text)) {
            diagnostics.report(
                    DiagnosticCode.VALUE_NEVER_TAKEN,
                    span,
                    UserText.quoted(measure.path()) + " is never " + UserText.quoted(text),
                    Spelling.cure(
                            text, span.inside(), values, "it is one of `\"" + String.join("\"`, `\"", values) + "\"`"));
        }
    }

    private static void list(ConditionSyntax.OneOf list, Diagnostics diagnostics) {
        Located<Value> first = list.values().get(0);
        for (Located<Value> value : list.values()) {
            if (value.value().dimension() != first.value().dimension()) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.MIXED_LIST,
                                value.span(),
                                "the list mixes " + first.value().dimension().phrase() + " and "
                                        + value.value().dimension().phrase(),
                                "list values of one kind")
                        .withLabel(
                                first.span(),
                                "this is " + first.value().dimension().phrase()));
                return;
            }
        }
        References.dimension(list.left()).ifPresent(dimension -> {
            for (Located<Value> value : list.values()) {
                if (!value(list.left(), dimension, value, diagnostics)) {
                    return;
                }
            }
        });
    }

    private static void given(TestSyntax.Given given, Diagnostics diagnostics) {
        References.dimension(given.fact())
                .ifPresent(dimension ->
                        given.value().ifPresent(value -> value(given.fact(), dimension, value, diagnostics)));
    }

    private static void typed(ReferenceSyntax typed, String done, String doing, Diagnostics diagnostics) {
        measure(typed).ifPresent(measure -> {
            boolean amount = measure.dimension() == Dimension.MONEY || measure.dimension() == Dimension.SHARES;
            if (!amount) {
                diagnostics.report(
                        DiagnosticCode.RETYPING_NEEDS_AMOUNT,
                        typed.span(),
                        UserText.quoted(measure.path()) + " is "
                                + measure.dimension().phrase() + ", and only money or shares can be " + done,
                        "name an amount, for example `" + doing + " order.notional`");
            }
        });
    }

    private static Optional<Measure> measure(ReferenceSyntax reference) {
        return Measure.byPath(reference.path().value());
    }

    private static String described(Measure measure) {
        return UserText.quoted(measure.path()) + ", which is "
                + measure.dimension().phrase();
    }

    private static String example(Dimension dimension) {
        return switch (dimension) {
            case TEXT -> "text in quotation marks, for example `\"London\"`";
            case MONEY -> "money, for example `USD 4 billion`";
            case PRICE -> "a price, for example `USD 12.50 per share`";
            case SHARES -> "shares, for example `250,000 shares`";
            case CONTRACTS -> "contracts, for example `500 contracts`";
            case ORDERS -> "orders, for example `300 orders`";
            case MESSAGES -> "messages, for example `50 messages`";
            case WARNINGS -> "warnings, for example `10 warnings`";
            case EXECUTIONS -> "executions, for example `200 executions`";
            case RATIO -> "a percentage, for example `95%`";
            case DURATION -> "a time span, for example `10 minutes`";
            case TRADING_DAYS -> "trading days, for example `20 trading days`";
            case RATE -> "a rate, for example `50 messages per second`";
        };
    }

    /** A requirement runs over texts. */
    private record Over(Diagnostics diagnostics) implements RequirementSyntax.OverCases<Boolean> {
        @Override
        public Boolean values(RequirementSyntax.Values over) {
            return References.dimension(over.attribute())
                    .map(dimension -> over.values().stream()
                            .map(value -> new Located<Value>(new Value.Text(value.value()), value.span()))
                            .allMatch(value -> value(over.attribute(), dimension, value, diagnostics)))
                    .orElse(true);
        }

        @Override
        public Boolean organisation(RequirementSyntax.OfOrganisation over) {
            return true;
        }

        @Override
        public Boolean provisions(RequirementSyntax.Provisions over) {
            return true;
        }
    }
}
