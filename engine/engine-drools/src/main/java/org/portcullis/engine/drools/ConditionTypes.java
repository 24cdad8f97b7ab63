package org.portcullis.engine.drools;

import java.util.Optional;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/** Refuses conditions that compare what cannot be compared; a checked policy has none. */
final class ConditionTypes {
    private ConditionTypes() {}

    static boolean isText(Reference reference) {
        return reference.dimension() == Dimension.TEXT;
    }

    static void requireSameDimension(Reference left, Reference right) {
        requireSameDimension(left, right.dimension());
    }

    static void requireNoOrdering(Condition.Compare compare) {
        if (compare.comparator().isOrdering()) {
            throw new IllegalArgumentException("text has no order, but a condition asks whether `"
                    + compare.left().words() + "` " + compare.comparator().words() + " something");
        }
    }

    static IllegalArgumentException noShareOfText(Reference reference) {
        return new IllegalArgumentException("`" + reference.words() + "` is text and has no share");
    }

    /** The number of millionths of a constant with which {@code left} is compared. */
    static long number(Reference left, Value value, CurrencyCode currency) {
        requireSameDimension(left, value.dimension());
        currencyOf(value).filter(code -> !code.equals(currency)).ifPresent(code -> {
            throw new IllegalArgumentException(
                    "`" + left.words() + "` is in " + currency + " and is compared with an amount in " + code);
        });
        return value.micros();
    }

    /** The characters of a constant with which a text is compared. */
    static String text(Value value) {
        return textOf(value)
                .orElseThrow(() -> new IllegalArgumentException(
                        "text is compared with " + value.dimension().phrase()));
    }

    private static void requireSameDimension(Reference left, Dimension right) {
        if (left.dimension() != right) {
            throw new IllegalArgumentException("`" + left.words() + "` is "
                    + left.dimension().phrase() + " and is compared with " + right.phrase());
        }
    }

    private static Optional<String> textOf(Value value) {
        return value.match(new Kinds<String>() {
            @Override
            public Optional<String> text(Value.Text text) {
                return Optional.of(text.text());
            }
        });
    }

    private static Optional<CurrencyCode> currencyOf(Value value) {
        return value.match(new Kinds<CurrencyCode>() {
            @Override
            public Optional<CurrencyCode> money(Value.Money money) {
                return Optional.of(money.currency());
            }

            @Override
            public Optional<CurrencyCode> price(Value.Price price) {
                return Optional.of(price.currency());
            }
        });
    }

    /** Answers with nothing for every kind of value that is not overridden. */
    private interface Kinds<R> extends Value.Cases<Optional<R>> {
        @Override
        default Optional<R> text(Value.Text value) {
            return Optional.empty();
        }

        @Override
        default Optional<R> money(Value.Money value) {
            return Optional.empty();
        }

        @Override
        default Optional<R> price(Value.Price value) {
            return Optional.empty();
        }

        @Override
        default Optional<R> count(Value.Count value) {
            return Optional.empty();
        }

        @Override
        default Optional<R> ratio(Value.Ratio value) {
            return Optional.empty();
        }

        @Override
        default Optional<R> span(Value.TimeSpan value) {
            return Optional.empty();
        }

        @Override
        default Optional<R> rate(Value.Rate value) {
            return Optional.empty();
        }
    }
}
