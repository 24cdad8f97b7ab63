package org.portcullis.model.measure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.model.value.Dimension;

/**
 * One attribute that policies may name, with its dimension, where it comes from and how it ages.
 *
 * <p>The vocabulary is closed: what is not listed here does not compile. A new measure is one constant here and one extractor in the engine.
 * The ordinal indexes the engine's fact arrays and is never written anywhere.
 */
public enum Measure {
    REQUESTER_ROLE(
            "requester.role",
            Dimension.TEXT,
            Level.SUBMISSION,
            Freshness.GIVEN,
            "a role that the person who submits holds"),
    ORDER_ID("order.id", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "the order's id"),
    ORDER_SYMBOL("order.symbol", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "the instrument's symbol"),
    ORDER_SIDE("order.side", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "BUY or SELL"),
    ORDER_VENUE(
            "order.venue",
            Dimension.TEXT,
            Level.ORDER,
            Freshness.GIVEN,
            "the market identifier code (MIC) of the venue"),
    ORDER_CURRENCY(
            "order.currency",
            Dimension.TEXT,
            Level.ORDER,
            Freshness.GIVEN,
            "the currency in which the instrument trades"),
    ORDER_FLOW("order.flow", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "the kind of flow, for example DSA"),
    ORDER_DESK("order.desk", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "the desk that enters the order"),
    ORDER_LOCATION("order.location", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "the city of the desk"),
    ORDER_TRADER("order.trader", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "the trader's id"),
    ORDER_QUANTITY("order.quantity", Dimension.SHARES, Level.ORDER, Freshness.GIVEN, "the number of shares"),
    ORDER_PRICE(
            "order.price",
            Dimension.PRICE,
            Level.ORDER,
            Freshness.MARKET,
            "the limit price in the policy's currency; for a market order the reference price"),
    ORDER_NOTIONAL(
            "order.notional",
            Dimension.MONEY,
            Level.ORDER,
            Freshness.MARKET,
            "quantity times price, in the policy's currency"),
    BASKET_ID("basket.id", Dimension.TEXT, Level.BASKET, Freshness.GIVEN, "the basket's id"),
    BASKET_NOTIONAL(
            "basket.notional", Dimension.MONEY, Level.BASKET, Freshness.MARKET, "the sum of the lines' notionals"),
    BASKET_ITEMS("basket.items", Dimension.ORDERS, Level.BASKET, Freshness.GIVEN, "the number of lines"),
    BASKET_LARGEST(
            "basket.largest", Dimension.MONEY, Level.BASKET, Freshness.MARKET, "the largest notional of one line"),
    ORDER_EFFECT(
            "order.effect",
            Dimension.TEXT,
            Level.ORDER,
            Freshness.GIVEN,
            "INCREASING or REDUCING: what the order does to the position, as the order system says"),
    ORDER_WARNINGS(
            "order.warnings",
            Dimension.WARNINGS,
            Level.ORDER,
            Freshness.GIVEN,
            "the warnings that soft limits raise on the order"),
    BASKET_WARNINGS(
            "basket.warnings",
            Dimension.WARNINGS,
            Level.BASKET,
            Freshness.GIVEN,
            "the warnings that soft limits raise on the basket and its lines"),
    BASKET_INTENDED(
            "basket.intended",
            Dimension.MONEY,
            Level.BASKET,
            Freshness.GIVEN,
            "the amount that the client asked for, in the policy's currency"),
    BASKET_MEDIAN(
            "basket.median",
            Dimension.MONEY,
            Level.BASKET,
            Freshness.REFERENCE,
            "the median notional of the desk's baskets, as reference data gives it, in the policy's currency"),
    MARKET_PRICE(
            "market.price",
            Dimension.PRICE,
            Level.ORDER,
            Freshness.MARKET,
            "the reference price in the policy's currency"),
    MARKET_ADV(
            "market.adv",
            Dimension.SHARES,
            Level.ORDER,
            Freshness.REFERENCE,
            "the average daily volume in shares over a number of trading days"),
    MARKET_OUTSTANDING(
            "market.outstanding",
            Dimension.SHARES,
            Level.ORDER,
            Freshness.REFERENCE,
            "the number of shares that the company has in issue"),
    MARKET_STATE(
            "market.state",
            Dimension.TEXT,
            Level.ORDER,
            Freshness.MARKET,
            "how the instrument trades: OPEN, AUCTION, HALTED or CLOSED"),
    FX_RATE(
            "fx.rate",
            Dimension.RATIO,
            Level.ORDER,
            Freshness.RATE,
            "the pinned rate: units of the policy's currency for one unit of the order's"),
    ORDER_PARTICIPATION(
            "order.participation",
            Dimension.RATIO,
            Level.ORDER,
            Freshness.MARKET,
            "the share of the market's volume since its arrival that the order has executed"),
    STRATEGY_ID(
            "strategy.id",
            Dimension.TEXT,
            Level.ORDER,
            Freshness.GIVEN,
            "the algorithm's instance that works the order"),
    MESSAGE_ID("message.id", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "a message's id"),
    MESSAGE_KIND(
            "message.kind", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "what a message asks for: NEW or REPLACE"),
    EXECUTION_ID("execution.id", Dimension.TEXT, Level.ORDER, Freshness.GIVEN, "an execution's id"),
    EXECUTION_QUANTITY(
            "execution.quantity", Dimension.SHARES, Level.ORDER, Freshness.GIVEN, "the number of shares executed"),
    EXECUTION_PRICE(
            "execution.price",
            Dimension.PRICE,
            Level.ORDER,
            Freshness.GIVEN,
            "the price of an execution in the policy's currency"),
    EXECUTION_NOTIONAL(
            "execution.notional",
            Dimension.MONEY,
            Level.ORDER,
            Freshness.GIVEN,
            "an execution's quantity times its price, in the policy's currency"),
    SWITCH_PULLED(
            "switch.pulled",
            Dimension.TEXT,
            Level.SUBMISSION,
            Freshness.GIVEN,
            "the id of a kill switch that is pulled"),
    ALERT_EVENT(
            "alert.event",
            Dimension.TEXT,
            Level.SUBMISSION,
            Freshness.GIVEN,
            "what raised an alert: suspended, blocked or held"),
    ALERT_UNACKNOWLEDGED(
            "alert.unacknowledged",
            Dimension.DURATION,
            Level.SUBMISSION,
            Freshness.GIVEN,
            "how long nobody has acknowledged the alert");

    private static final Map<String, Measure> BY_PATH =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Measure::path, measure -> measure));

    private final String path;
    private final Dimension dimension;
    private final Level level;
    private final Freshness freshness;
    private final String description;

    Measure(String path, Dimension dimension, Level level, Freshness freshness, String description) {
        this.path = path;
        this.dimension = dimension;
        this.level = level;
        this.freshness = freshness;
        this.description = description;
    }

    /** Finds the measure that policies write as {@code path}. */
    public static Optional<Measure> byPath(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** All paths in alphabetical order, for completion and for did-you-mean. */
    public static List<String> paths() {
        return Arrays.stream(values()).map(Measure::path).sorted().toList();
    }

    /** The attribute as policies write it, for example `order.notional`. */
    public String path() {
        return path;
    }

    /** The dimension of the measure's values. */
    public Dimension dimension() {
        return dimension;
    }

    /** What a count of the measure's occurrences counts; empty for measures whose occurrences are not counted. */
    public Optional<Dimension> counted() {
        if (this == ORDER_ID) {
            return Optional.of(Dimension.ORDERS);
        }
        if (this == MESSAGE_ID) {
            return Optional.of(Dimension.MESSAGES);
        }
        return this == EXECUTION_ID ? Optional.of(Dimension.EXECUTIONS) : Optional.empty();
    }

    /** The only texts that a fact of the measure may have, any other leaving it unknown; empty where any text will do. */
    public List<String> words() {
        if (this == MARKET_STATE) {
            return List.of("OPEN", "AUCTION", "HALTED", "CLOSED");
        }
        return this == ORDER_EFFECT ? List.of("INCREASING", "REDUCING") : List.of();
    }

    /** Whether each order has its own value, or the basket, or the submission. */
    public Level level() {
        return level;
    }

    /** Which staleness limit applies. */
    public Freshness freshness() {
        return freshness;
    }

    /** What the measure is, in a few words for documentation. */
    public String description() {
        return description;
    }

    /** Says to what a measure belongs. */
    public enum Level {
        SUBMISSION,
        BASKET,
        ORDER
    }

    /** Says which staleness limit of the policy header applies to a measure. */
    public enum Freshness {
        /** Given with the submission; does not age. */
        GIVEN,
        /** Market data: `market data stale after …`. */
        MARKET,
        /** Exchange rates: `currency … stale after …`. */
        RATE,
        /** Reference data, such as average daily volume: `reference data stale after …`. */
        REFERENCE
    }
}
