package org.portcullis.engine.submission;

/**
 * One order of a submission.
 *
 * @param number the line's number in its basket, from 1; names the line in findings
 * @param quantity the number of shares
 * @param limitPrice the limit in the instrument's own currency; absent for a market order, whose price rules use the reference price, never zero
 */
public record OrderLine(int number, String orderId, String symbol, Side side, Given quantity, Given limitPrice) {
    public OrderLine {
        if (number < 1) {
            throw new IllegalArgumentException("a line's number starts at 1, not " + number);
        }
    }
}
