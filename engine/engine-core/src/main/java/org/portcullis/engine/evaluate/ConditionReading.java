package org.portcullis.engine.evaluate;

import java.math.BigInteger;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * Reads a condition on one order's or basket's facts, as the language defines it and as slowly as it likes.
 *
 * <p>Numbers are compared as big integers, so that no product can be wrong. A text fact is a set of texts: one for most measures, the roles held for
 * `requester.role`, the ids of kill switches for `switch.pulled`; `is` asks whether the two sides have a text in common. Not for the order path.
 *
 * @param currency the policy's currency, in which facts of money are given
 */
public record ConditionReading(Facts facts, CurrencyCode currency) implements Condition.Cases<Truth> {

    private static final BigInteger WHOLE = BigInteger.valueOf(Exact.ONE);

    /**
     * Gives the condition's truth.
     *
     * @throws IllegalArgumentException if it compares what cannot be compared
     */
    public Truth truth(Condition condition) {
        return condition.match(this);
    }

    @Override
    public Truth always(Condition.Always condition) {
        return Truth.TRUE;
    }

    @Override
    public Truth all(Condition.All condition) {
        return condition.parts().stream().map(this::truth).reduce(Truth.TRUE, Truth::and);
    }

    @Override
    public Truth any(Condition.Any condition) {
        return condition.parts().stream().map(this::truth).reduce(Truth.FALSE, Truth::or);
    }

    @Override
    public Truth not(Condition.Not condition) {
        return truth(condition.part()).not();
    }

    @Override
    public Truth compare(Condition.Compare condition) {
        return isText(condition.left()) ? compareTexts(condition) : compareNumbers(condition);
    }

    @Override
    public Truth oneOf(Condition.OneOf condition) {
        return condition.values().stream()
                .map(value -> new Condition.Compare(condition.left(), Comparator.IS, new Bound.Constant(value)))
                .map(this::truth)
                .reduce(Truth.FALSE, Truth::or);
    }

    @Override
    public Truth missing(Condition.Missing condition) {
        return Truth.of(!isKnown(condition.what()));
    }

    /** Whether the fact is known, and averaged over the window that the reference wants. */
    public boolean isKnown(Reference reference) {
        return facts.isKnown(reference);
    }

    private Truth compareNumbers(Condition.Compare condition) {
        Optional<BigInteger> left = number(condition.left()).map(WHOLE::multiply);
        Optional<BigInteger> right = condition.right().match(new Bound.Cases<>() {
            @Override
            public Optional<BigInteger> constant(Bound.Constant bound) {
                return Optional.of(
                        constantNumber(bound.value(), condition.left()).multiply(WHOLE));
            }

            @Override
            public Optional<BigInteger> shareOf(Bound.ShareOf bound) {
                BigInteger share = BigInteger.valueOf(bound.share().micros());
                return number(bound.of()).map(share::multiply);
            }

            @Override
            public Optional<BigInteger> other(Bound.Other bound) {
                return number(bound.reference()).map(WHOLE::multiply);
            }
        });
        if (left.isEmpty() || right.isEmpty()) {
            return Truth.UNKNOWN;
        }
        return Truth.of(condition.comparator().holds(left.get().compareTo(right.get())));
    }

    private Truth compareTexts(Condition.Compare condition) {
        if (condition.comparator().isOrdering()) {
            throw new IllegalArgumentException("text has no order, but a condition asks whether `"
                    + condition.left().words() + "` " + condition.comparator().words());
        }
        Optional<Set<String>> left = texts(condition.left());
        Optional<Set<String>> right = condition.right().match(new Bound.Cases<>() {
            @Override
            public Optional<Set<String>> constant(Bound.Constant bound) {
                return Optional.of(Set.of(word(bound.value())));
            }

            @Override
            public Optional<Set<String>> shareOf(Bound.ShareOf bound) {
                throw new IllegalArgumentException(
                        "text has no shares: `" + bound.of().words() + "`");
            }

            @Override
            public Optional<Set<String>> other(Bound.Other bound) {
                return texts(bound.reference());
            }
        });
        if (left.isEmpty() || right.isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean common = !Collections.disjoint(left.get(), right.get());
        return Truth.of(condition.comparator() == Comparator.IS ? common : !common);
    }

    private Optional<BigInteger> number(Reference reference) {
        if (isText(reference)) {
            throw new IllegalArgumentException("`" + reference.words() + "` is text and has no number");
        }
        return isKnown(reference) ? Optional.of(BigInteger.valueOf(facts.micros(reference))) : Optional.empty();
    }

    private BigInteger constantNumber(Value value, Reference left) {
        if (value.dimension() != left.dimension()) {
            throw new IllegalArgumentException("`" + left.words() + "` is "
                    + left.dimension().phrase() + " and is compared with "
                    + value.dimension().phrase());
        }
        value.inCurrency().filter(code -> !code.equals(currency)).ifPresent(code -> {
            throw new IllegalArgumentException(
                    "`" + left.words() + "` is in " + currency + " and is compared with an amount in " + code);
        });
        return BigInteger.valueOf(value.micros());
    }

    private Optional<Set<String>> texts(Reference reference) {
        if (!isText(reference)) {
            throw new IllegalArgumentException("`" + reference.words() + "` is a number and has no text");
        }
        if (!isKnown(reference)) {
            return Optional.empty();
        }
        if (Facts.hasSeveralTexts(reference.measure())) {
            return Optional.of(facts.texts(reference.measure()));
        }
        String text = facts.text(reference.measure());
        return text == null ? Optional.empty() : Optional.of(new TreeSet<>(Set.of(text)));
    }

    private static boolean isText(Reference reference) {
        return reference.dimension() == Dimension.TEXT;
    }

    private static String word(Value value) {
        if (value.dimension() != Dimension.TEXT) {
            throw new IllegalArgumentException(
                    "text is compared with " + value.dimension().phrase());
        }
        return ValueText.readable(value);
    }
}
