package org.portcullis.engine.policytest.coverage;

import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Exact;

/** The smallest step by which people count a dimension: cents, whole shares, basis points. */
final class SmallestUnit {
    private static final long HUNDREDTH = Exact.ONE / 100;
    private static final long BASIS_POINT = Exact.ONE / 10_000;
    private static final long MILLISECOND = 1_000L;

    private SmallestUnit() {}

    /** The step in millionths of the dimension's unit. */
    static long micros(Dimension dimension) {
        return switch (dimension) {
            case MONEY, PRICE -> HUNDREDTH;
            case RATIO -> BASIS_POINT;
            case DURATION -> MILLISECOND;
            case SHARES, CONTRACTS, ORDERS, MESSAGES, EXECUTIONS, WARNINGS, TRADING_DAYS, RATE -> Exact.ONE;
            case TEXT -> throw new IllegalArgumentException("text has no smallest unit");
        };
    }

    /** The step as people say it: `one cent`. */
    static String words(Dimension dimension, CurrencyCode currency) {
        return switch (dimension) {
            case MONEY -> cent(currency);
            case PRICE -> cent(currency) + " per share";
            case SHARES -> "one share";
            case CONTRACTS -> "one contract";
            case ORDERS -> "one order";
            case MESSAGES -> "one message";
            case EXECUTIONS -> "one execution";
            case WARNINGS -> "one warning";
            case RATIO -> "one basis point";
            case DURATION -> "one millisecond";
            case TRADING_DAYS -> "one trading day";
            case RATE -> "one per second";
            case TEXT -> throw new IllegalArgumentException("text has no smallest unit");
        };
    }

    private static String cent(CurrencyCode currency) {
        return switch (currency.code()) {
            case "USD", "EUR", "AUD", "CAD", "HKD", "NZD", "SGD" -> "one cent";
            case "GBP" -> "one penny";
            default -> "0.01 " + currency;
        };
    }
}
