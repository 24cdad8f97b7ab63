package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Lists the values of a measure that are worth trying: well inside and well outside each limit, at it and beside it, each text that is asked for, and one
 * that nobody asks for.
 *
 * @param chosen the facts that are already decided, on which limits may depend
 */
record Candidates(List<Wish> wishes, Map<Reference, PolicyTest.Given> chosen, CurrencyCode currency) {
    /** A million of anything: a share of it in millionths is a whole number of units. */
    private static final long MILLION = 1_000_000L * Exact.ONE;

    private static final long TEN = 10L * Exact.ONE;

    /** The values in the order in which they are tried; an empty one stands for a missing fact. */
    List<Optional<Value>> of(Reference reference) {
        List<Optional<Value>> values = new ArrayList<>();
        if (mayLack(reference)) {
            values.add(Optional.empty());
        }
        if (reference.dimension() == Dimension.TEXT) {
            texts(reference.measure()).forEach(text -> values.add(Optional.of(new Value.Text(text))));
        } else {
            numbers(reference)
                    .forEach(number -> value(reference, number).ifPresent(one -> values.add(Optional.of(one))));
        }
        return values;
    }

    private boolean mayLack(Reference reference) {
        return wishes.stream()
                .anyMatch(wish -> wish.lacked().filter(reference::equals).isPresent());
    }

    private Optional<Value> value(Reference reference, long micros) {
        Dimension dimension = reference.dimension();
        return switch (dimension) {
            case TEXT, RATE -> Optional.empty();
            case MONEY,
                    PRICE,
                    SHARES,
                    CONTRACTS,
                    ORDERS,
                    MESSAGES,
                    EXECUTIONS,
                    WARNINGS,
                    RATIO,
                    DURATION,
                    TRADING_DAYS -> Optional.of(Value.of(dimension, micros, currency));
        };
    }

    private Set<String> texts(Measure measure) {
        Set<String> texts = new LinkedHashSet<>();
        wishes.stream()
                .filter(wish -> wish.references().stream().anyMatch(each -> each.measure() == measure))
                .flatMap(wish -> wish.part().stream())
                .flatMap(part -> OfAtom.constants(part).stream())
                .map(ValueText::readable)
                .forEach(texts::add);
        wishes.stream()
                .filter(wish -> wish.references().stream().anyMatch(each -> each.measure() == measure))
                .flatMap(wish -> wish.references().stream())
                .flatMap(each -> Stream.ofNullable(chosen.get(FactSearch.key(each))))
                .flatMap(given -> given.value().stream())
                .map(ValueText::readable)
                .forEach(texts::add);
        texts.addAll(OtherTexts.of(measure));
        return texts;
    }

    private Set<Long> numbers(Reference reference) {
        Set<Long> numbers = new LinkedHashSet<>();
        for (Wish wish : wishes) {
            wish.threshold()
                    .filter(threshold -> isSame(threshold.left(), reference))
                    .ifPresent(threshold -> addBeside(numbers, threshold));
        }
        for (Wish wish : wishes) {
            wish.part().stream()
                    .filter(part -> !wish.references().isEmpty()
                            && isSame(wish.references().get(0), reference))
                    .flatMap(part -> OfAtom.constants(part).stream())
                    .filter(value -> value.dimension() == reference.dimension())
                    .forEach(value -> addAround(numbers, value.micros(), unit(reference)));
        }
        numbers.add(usual(reference));
        numbers.add(0L);
        numbers.removeIf(number -> number < 0);
        return numbers;
    }

    private void addBeside(Set<Long> numbers, Threshold threshold) {
        OptionalLong right = threshold.right().map(this::number).orElseGet(threshold::constant);
        if (right.isEmpty()) {
            return;
        }
        for (Threshold.Side side : Threshold.Side.values()) {
            threshold.value(side, right.getAsLong()).ifPresent(at -> {
                if (side == Threshold.Side.AT) {
                    numbers.add(half(at, unit(threshold.left())));
                    if (at <= Long.MAX_VALUE / 2) {
                        numbers.add(2 * at);
                    }
                }
                addAround(numbers, at, unit(threshold.left()));
            });
        }
    }

    private static void addAround(Set<Long> numbers, long at, long unit) {
        numbers.add(at);
        if (at <= Long.MAX_VALUE - unit) {
            numbers.add(at + unit);
        }
        if (at >= unit) {
            numbers.add(at - unit);
        }
    }

    private OptionalLong number(Reference reference) {
        return Optional.ofNullable(chosen.get(FactSearch.key(reference)))
                .flatMap(PolicyTest.Given::value)
                .map(value -> OptionalLong.of(value.micros()))
                .orElse(OptionalLong.empty());
    }

    private static boolean isSame(Reference one, Reference other) {
        return FactSearch.key(one).equals(FactSearch.key(other));
    }

    private static long half(long number, long unit) {
        return number / 2 / unit * unit;
    }

    private static long unit(Reference reference) {
        return SmallestUnit.micros(reference.dimension());
    }

    private static long usual(Reference reference) {
        return switch (reference.dimension()) {
            case MONEY, SHARES, CONTRACTS -> MILLION;
            case RATIO -> Exact.ONE;
            case PRICE, ORDERS, MESSAGES, EXECUTIONS, WARNINGS, TRADING_DAYS, DURATION, RATE, TEXT -> TEN;
        };
    }
}
