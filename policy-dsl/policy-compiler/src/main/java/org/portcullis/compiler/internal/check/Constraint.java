package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/**
 * A condition that speaks of one attribute only, as the region of its values.
 *
 * @param subject the attribute, or its ratio to another: constraints on equal subjects can be combined
 */
record Constraint(String subject, Region region, Span span) {
    /** A condition with more parts, or a list with more values, is not read: it would take too long, and nobody wrote it by hand. */
    static final int MAX_PARTS = 500;

    /** Reads the condition as a constraint; empty if it speaks of several attributes, or of what has no region. */
    static Optional<Constraint> of(ConditionSyntax condition) {
        return condition.match(new ConditionSyntax.Cases<>() {
            @Override
            public Optional<Constraint> all(ConditionSyntax.All condition) {
                return combined(condition.parts(), condition.span(), Region::and);
            }

            @Override
            public Optional<Constraint> any(ConditionSyntax.Any condition) {
                return combined(condition.parts(), condition.span(), Region::or);
            }

            @Override
            public Optional<Constraint> not(ConditionSyntax.Not condition) {
                return of(condition.part())
                        .map(part -> new Constraint(part.subject, part.region.not(), condition.span()));
            }

            @Override
            public Optional<Constraint> compare(ConditionSyntax.Compare condition) {
                return comparison(condition);
            }

            @Override
            public Optional<Constraint> oneOf(ConditionSyntax.OneOf condition) {
                return list(condition);
            }

            @Override
            public Optional<Constraint> missing(ConditionSyntax.Missing condition) {
                return Optional.empty();
            }
        });
    }

    /** Whether nothing but what satisfies the other one satisfies this one. */
    boolean implies(Constraint other) {
        return subject.equals(other.subject) && region.and(other.region.not()).isEmpty();
    }

    private static Optional<Constraint> combined(
            List<ConditionSyntax> parts, Span span, BinaryOperator<Region> combination) {
        if (parts.size() > MAX_PARTS) {
            return Optional.empty();
        }
        Optional<Constraint> combined = of(parts.get(0));
        for (ConditionSyntax part : parts.subList(1, parts.size())) {
            Optional<Constraint> next = of(part);
            combined = combined.flatMap(one -> next.filter(two -> two.subject.equals(one.subject))
                    .map(two -> new Constraint(one.subject, combination.apply(one.region, two.region), span)));
        }
        return combined;
    }

    private static Optional<Constraint> comparison(ConditionSyntax.Compare condition) {
        Optional<Dimension> dimension = References.dimension(condition.left());
        Comparator comparator = condition.comparator().value();
        return condition.right().match(new BoundSyntax.Cases<>() {
            @Override
            public Optional<Constraint> constant(BoundSyntax.Constant bound) {
                return dimension
                        .flatMap(left -> region(left, comparator, bound.value().value()))
                        .map(region -> new Constraint(words(condition.left()), region, condition.span()));
            }

            @Override
            public Optional<Constraint> shareOf(BoundSyntax.ShareOf bound) {
                boolean known =
                        dimension.isPresent() && References.measure(bound.of()).isPresent();
                String subject = words(condition.left()) + " / " + words(bound.of());
                Region region = numbers(comparator, bound.share().value().micros(), Region.Cut.at(0));
                return known ? Optional.of(new Constraint(subject, region, condition.span())) : Optional.empty();
            }

            @Override
            public Optional<Constraint> other(BoundSyntax.Other bound) {
                return Optional.empty();
            }

            @Override
            public Optional<Constraint> table(BoundSyntax.Table bound) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Constraint> list(ConditionSyntax.OneOf condition) {
        if (condition.values().size() > MAX_PARTS) {
            return Optional.empty();
        }
        return References.dimension(condition.left()).flatMap(dimension -> {
            Optional<Region> region = Optional.empty();
            for (Located<Value> value : condition.values()) {
                Optional<Region> one = region(dimension, Comparator.IS, value.value());
                if (one.isEmpty()) {
                    return Optional.empty();
                }
                region = region.isEmpty() ? one : region.flatMap(before -> one.map(before::or));
            }
            return region.map(values -> new Constraint(words(condition.left()), values, condition.span()));
        });
    }

    private static Optional<Region> region(Dimension dimension, Comparator comparator, Value value) {
        if (dimension != value.dimension()) {
            return Optional.empty();
        }
        if (value instanceof Value.Text text) {
            Region is = Region.Texts.of(List.of(text.text()));
            return comparator.isOrdering()
                    ? Optional.empty()
                    : Optional.of(comparator == Comparator.IS ? is : is.not());
        }
        return Optional.of(numbers(comparator, value.micros(), least(dimension)));
    }

    /** A price, a ratio and a time span are not assumed to have a least value; amounts and counts are never negative. */
    private static Region.Cut least(Dimension dimension) {
        return switch (dimension) {
            case MONEY, SHARES, CONTRACTS, ORDERS, MESSAGES, WARNINGS, EXECUTIONS -> Region.Cut.at(0);
            case TEXT, PRICE, RATIO, DURATION, TRADING_DAYS, RATE -> Region.Cut.LOWEST;
        };
    }

    private static Region numbers(Comparator comparator, long micros, Region.Cut least) {
        Region.Cut at = Region.Cut.at(micros);
        return switch (comparator) {
            case MORE_THAN -> Region.Numbers.of(at.after(), Region.Cut.HIGHEST, least);
            case LESS_THAN -> Region.Numbers.of(Region.Cut.LOWEST, at.before(), least);
            case AT_LEAST -> Region.Numbers.of(at, Region.Cut.HIGHEST, least);
            case AT_MOST -> Region.Numbers.of(Region.Cut.LOWEST, at, least);
            case IS -> Region.Numbers.of(at, at, least);
            case IS_NOT -> Region.Numbers.of(at, at, least).not();
        };
    }

    private static String words(ReferenceSyntax reference) {
        return CanonicalSpelling.of(reference);
    }
}
