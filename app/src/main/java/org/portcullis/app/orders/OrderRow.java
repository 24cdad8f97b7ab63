package org.portcullis.app.orders;

import java.time.Instant;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.Side;

/**
 * One order as a line of the file states it; a text that is not stated is empty.
 *
 * @param line the line's number in the file, from 1
 * @param terms what all orders of a basket share
 */
record OrderRow(
        long line, Terms terms, String order, String symbol, Side side, Given quantity, Given limitPrice, String effect)
        implements OrderLineRead {

    /** What a line says of the whole basket. */
    record Terms(
            Instant at,
            String basket,
            String requester,
            String roles,
            String desk,
            String location,
            String flow,
            Given intended) {}

    @Override
    public String basket() {
        return terms.basket();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.order(this);
    }
}
