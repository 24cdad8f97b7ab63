package org.portcullis.benchmark.contest;

import org.portcullis.engine.fact.Facts;

/**
 * One order as an order system has it, and the same order as facts, which the product's evaluators read.
 *
 * @param quantity in shares
 * @param priceMicros the order's price in millionths of a dollar
 * @param marketMicros the market's price in millionths of a dollar
 * @param notionalMicros quantity times price
 * @param adv the average daily volume in shares
 * @param outstanding the shares in issue
 */
public record TradeOrder(
        String id,
        String desk,
        String flow,
        String symbol,
        String venue,
        String state,
        String side,
        String effect,
        String currency,
        long quantity,
        long priceMicros,
        long marketMicros,
        long notionalMicros,
        long adv,
        long outstanding,
        Facts facts) {}
