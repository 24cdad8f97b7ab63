package org.portcullis.model.value;

import java.util.Optional;

/**
 * A value with its unit: what a policy writes and what a fact carries.
 *
 * <p>Every numeric value counts millionths of its unit in a long, so that no value is ever rounded by its representation.
 */
public sealed interface Value {

    /** The dimension; values of different dimensions never compare. */
    Dimension dimension();

    /** The currency of money and of prices; empty for everything else. */
    default Optional<CurrencyCode> inCurrency() {
        return Optional.empty();
    }

    /** Dispatches on the kind of value. */
    <R> R match(Cases<R> cases);

    /**
     * Gives a number its unit.
     *
     * @param currency the currency of money and prices; other dimensions have none
     * @throws IllegalArgumentException for text, and for rates, whose dimension does not say the unit
     */
    static Value of(Dimension dimension, long micros, CurrencyCode currency) {
        return switch (dimension) {
            case MONEY -> new Money(micros, currency);
            case PRICE -> new Price(micros, currency);
            case SHARES -> new Count(micros, CountUnit.SHARES);
            case CONTRACTS -> new Count(micros, CountUnit.CONTRACTS);
            case ORDERS -> new Count(micros, CountUnit.ORDERS);
            case MESSAGES -> new Count(micros, CountUnit.MESSAGES);
            case WARNINGS -> new Count(micros, CountUnit.WARNINGS);
            case EXECUTIONS -> new Count(micros, CountUnit.EXECUTIONS);
            case RATIO -> new Ratio(micros);
            case TRADING_DAYS -> new TimeSpan(micros, SpanUnit.TRADING_DAYS);
            case DURATION -> new TimeSpan(micros, SpanUnit.of(micros));
            case TEXT, RATE ->
                throw new IllegalArgumentException("a number does not say its unit in " + dimension.phrase());
        };
    }

    /** The number of millionths; for text, which has none, throws {@link IllegalStateException}. */
    long micros();

    /** Handles each kind of value. */
    interface Cases<R> {
        R text(Text value);

        R money(Money value);

        R price(Price value);

        R count(Count value);

        R ratio(Ratio value);

        R span(TimeSpan value);

        R rate(Rate value);
    }

    /** A word or name, compared by equality of its characters. */
    record Text(String text) implements Value {
        @Override
        public Dimension dimension() {
            return Dimension.TEXT;
        }

        @Override
        public long micros() {
            throw new IllegalStateException("text `" + text + "` has no number");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** An amount of money in millionths of the currency's unit. */
    record Money(long micros, CurrencyCode currency) implements Value {
        @Override
        public Dimension dimension() {
            return Dimension.MONEY;
        }

        @Override
        public Optional<CurrencyCode> inCurrency() {
            return Optional.of(currency);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.money(this);
        }
    }

    /** Money per share, in millionths of the currency's unit. */
    record Price(long micros, CurrencyCode currency) implements Value {
        @Override
        public Dimension dimension() {
            return Dimension.PRICE;
        }

        @Override
        public Optional<CurrencyCode> inCurrency() {
            return Optional.of(currency);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.price(this);
        }
    }

    /** A number of shares, contracts, orders, messages or warnings, in millionths of one. */
    record Count(long micros, CountUnit unit) implements Value {
        @Override
        public Dimension dimension() {
            return unit.dimension();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.count(this);
        }
    }

    /** A ratio: 1,000,000 is 100%; written in percent or in basis points, which are the same dimension. */
    record Ratio(long micros) implements Value {
        @Override
        public Dimension dimension() {
            return Dimension.RATIO;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.ratio(this);
        }
    }

    /** A time span in microseconds, or a number of trading days in millionths of a day. */
    record TimeSpan(long micros, SpanUnit unit) implements Value {
        @Override
        public Dimension dimension() {
            return unit == SpanUnit.TRADING_DAYS ? Dimension.TRADING_DAYS : Dimension.DURATION;
        }

        /**
         * The span as a clock duration.
         *
         * @throws IllegalStateException for trading days, which need a calendar
         */
        public java.time.Duration toDuration() {
            if (unit == SpanUnit.TRADING_DAYS) {
                throw new IllegalStateException("trading days are no clock duration");
            }
            return java.time.Duration.of(micros, java.time.temporal.ChronoUnit.MICROS);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.span(this);
        }
    }

    /** A number of shares, contracts, orders or messages per second, in millionths. */
    record Rate(long micros, CountUnit unit) implements Value {
        @Override
        public Dimension dimension() {
            return Dimension.RATE;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.rate(this);
        }
    }
}
