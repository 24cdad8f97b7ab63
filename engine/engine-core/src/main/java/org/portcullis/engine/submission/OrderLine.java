package org.portcullis.engine.submission;

import java.util.Optional;

/**
 * One order of a submission.
 *
 * @param number the line's number in its basket, from 1; names the line in findings
 * @param quantity the number of shares
 * @param limitPrice the limit in the instrument's own currency; absent for a market order, whose price rules use the reference price, never zero
 * @param effect what the order does to the position, as the order system writes it; empty where it does not say, and never implied from the side
 */
public record OrderLine(
        int number,
        String orderId,
        String symbol,
        Side side,
        Given quantity,
        Given limitPrice,
        Optional<String> effect) {
    public OrderLine {
        if (number < 1) {
            throw new IllegalArgumentException("a line's number starts at 1, not " + number);
        }
    }

    /** An order of which nobody says what it does to the position. */
    public OrderLine(int number, String orderId, String symbol, Side side, Given quantity, Given limitPrice) {
        this(number, orderId, symbol, side, quantity, limitPrice, Optional.empty());
    }
}
