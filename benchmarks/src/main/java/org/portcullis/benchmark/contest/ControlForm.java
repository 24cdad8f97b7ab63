package org.portcullis.benchmark.contest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.portcullis.model.value.Exact;

/**
 * One of the twenty forms of control of which every desk has one, in each way in which an engine wants it said.
 *
 * <p>All arithmetic is in whole numbers, so that every engine computes exactly the same.
 */
public enum ControlForm {
    NOTIONAL_HARD(
            false,
            "",
            5_000_000,
            "order.notional is more than USD %s",
            "notional > %s000000",
            (order, limit) -> order.notionalMicros() > limit * Exact.ONE),
    NOTIONAL_SOFT(
            true,
            "",
            2_000_000,
            "order.notional is more than USD %s",
            "notional > %s000000",
            (order, limit) -> order.notionalMicros() > limit * Exact.ONE),
    QUANTITY_HARD(
            false,
            "",
            50_000,
            "order.quantity is more than %s shares",
            "quantity > %s",
            (order, limit) -> order.quantity() > limit),
    QUANTITY_SOFT(
            true,
            "",
            20_000,
            "order.quantity is more than %s shares",
            "quantity > %s",
            (order, limit) -> order.quantity() > limit),
    VOLUME_HARD(
            false,
            "",
            20,
            "order.quantity is more than %s%% of market.adv over 20 trading days",
            "quantity * 100 > %s * adv",
            (order, limit) -> order.quantity() * 100 > limit * order.adv()),
    VOLUME_SOFT(
            true,
            "",
            10,
            "order.quantity is more than %s%% of market.adv over 20 trading days",
            "quantity * 100 > %s * adv",
            (order, limit) -> order.quantity() * 100 > limit * order.adv()),
    COLLAR_ABOVE(
            false,
            "",
            105,
            "order.price is more than %s%% of market.price",
            "price * 100 > %s * market",
            (order, limit) -> order.priceMicros() * 100 > limit * order.marketMicros()),
    COLLAR_BELOW(
            false,
            "",
            80,
            "order.price is less than %s%% of market.price",
            "price * 100 < %s * market",
            (order, limit) -> order.priceMicros() * 100 < limit * order.marketMicros()),
    RESTRICTED(
            false,
            "",
            0,
            "order.symbol is one of (" + quoted(Names.RESTRICTED) + ")",
            "symbol in RESTRICTED",
            (order, limit) -> Names.IS_RESTRICTED.contains(order.symbol())),
    OUTSTANDING(
            false,
            "",
            2,
            "order.quantity is more than %s%% of market.outstanding",
            "quantity * 100 > %s * outstanding",
            (order, limit) -> order.quantity() * 100 > limit * order.outstanding()),
    VENUE(
            false,
            "",
            0,
            "order.venue is one of (" + quoted(Names.BARRED) + ")",
            "venue in BARRED",
            (order, limit) -> Names.IS_BARRED.contains(order.venue())),
    HALTED(
            false,
            "",
            0,
            "market.state is one of (" + quoted(Names.HALTED) + ")",
            "state in HALTED",
            (order, limit) -> Names.IS_HALTED.contains(order.state())),
    PENNY(
            false,
            "",
            1,
            "order.price is less than USD %s per share",
            "price < %s000000",
            (order, limit) -> order.priceMicros() < limit * Exact.ONE),
    SHORT_SALE(
            false,
            "",
            0,
            "order.side is \"SELL\" and order.effect is \"INCREASING\"",
            "side == \"SELL\" && effect == \"INCREASING\"",
            (order, limit) -> order.side().equals("SELL") && order.effect().equals("INCREASING")),
    DEAR(
            false,
            "",
            5_000,
            "market.price is more than USD %s per share",
            "market > %s000000",
            (order, limit) -> order.marketMicros() > limit * Exact.ONE),
    DIRECT_NOTIONAL(
            false,
            "DMA",
            3_000_000,
            "order.notional is more than USD %s",
            "notional > %s000000",
            (order, limit) -> order.notionalMicros() > limit * Exact.ONE),
    ALGO_VOLUME(
            false,
            "ALGO",
            15,
            "order.quantity is more than %s%% of market.adv over 20 trading days",
            "quantity * 100 > %s * adv",
            (order, limit) -> order.quantity() * 100 > limit * order.adv()),
    PROGRAM_QUANTITY(
            false,
            "PROGRAM",
            40_000,
            "order.quantity is more than %s shares",
            "quantity > %s",
            (order, limit) -> order.quantity() > limit),
    ILLIQUID(
            false,
            "",
            10_000,
            "market.adv over 20 trading days is less than %s shares",
            "adv < %s",
            (order, limit) -> order.adv() < limit),
    CURRENCY(
            false,
            "",
            0,
            "order.currency is one of (" + quoted(Names.CLOSED) + ")",
            "currency in CLOSED",
            (order, limit) -> Names.IS_CLOSED.contains(order.currency()));

    private static final List<ControlForm> ALL = List.of(values());

    private final boolean soft;
    private final String flow;
    private final long limit;
    private final String sentence;
    private final String expression;
    // Every breach is a lambda that captures nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Breach breach;

    ControlForm(boolean soft, String flow, long limit, String sentence, String expression, Breach breach) {
        this.soft = soft;
        this.flow = flow;
        this.limit = limit;
        this.sentence = sentence;
        this.expression = expression;
        this.breach = breach;
    }

    /** Says whether an order is above or below a limit. */
    @FunctionalInterface
    public interface Breach {

        /** Whether the order breaches the limit, which is in the unit of the form. */
        boolean test(TradeOrder order, long limit);
    }

    /** All forms, in the order in which a desk's controls stand. */
    public static List<ControlForm> all() {
        return ALL;
    }

    /** The limit of one desk, in the unit of the form; zero where the form has none. */
    public long limit(int desk) {
        if (limit == 0) {
            return 0;
        }
        return limit < 1_000 ? limit + desk % 7 : limit + desk;
    }

    /** Whether it warns rather than blocks. */
    boolean isSoft() {
        return soft;
    }

    /** The flow to which it applies; empty for every flow. */
    public Optional<String> flow() {
        return flow.isEmpty() ? Optional.empty() : Optional.of(flow);
    }

    /** The breach in Java. */
    Breach breach() {
        return breach;
    }

    /** The breach as a policy says it. */
    String sentence(int desk) {
        return String.format(Locale.ROOT, sentence, String.format(Locale.ROOT, "%,d", limit(desk)));
    }

    /** The measure that the breach is about, as a policy names it. */
    String measure() {
        return sentence.substring(0, sentence.indexOf(' '));
    }

    /** The breach as an expression in whole numbers, with {@code in} for sets; the flow is not in it. */
    String expression(int desk) {
        return String.format(Locale.ROOT, expression, limit(desk));
    }

    private static String quoted(List<String> names) {
        return "\"" + String.join("\", \"", names) + "\"";
    }

    /** The lists that controls look into. */
    static final class Names {
        static final List<String> RESTRICTED = java.util.stream.IntStream.range(0, 50)
                .mapToObj(number -> "R" + number)
                .toList();
        static final List<String> BARRED = List.of("XBAR", "XOFF");
        static final List<String> HALTED = List.of("HALTED", "CLOSED");
        static final List<String> CLOSED = List.of("RUB", "BYN");
        static final Set<String> IS_RESTRICTED = Set.copyOf(RESTRICTED);
        static final Set<String> IS_BARRED = Set.copyOf(BARRED);
        static final Set<String> IS_HALTED = Set.copyOf(HALTED);
        static final Set<String> IS_CLOSED = Set.copyOf(CLOSED);

        private Names() {}
    }
}
