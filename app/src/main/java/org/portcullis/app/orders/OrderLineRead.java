package org.portcullis.app.orders;

/** What came of reading one line: an order, or what is wrong with it. */
sealed interface OrderLineRead permits OrderRow, BadLine {

    /** The basket that the line belongs to; empty where that cannot be told. */
    String basket();

    /** Dispatches on what came of it. */
    <R> R match(Cases<R> cases);

    /** Handles each case. */
    interface Cases<R> {
        R order(OrderRow row);

        R bad(BadLine line);
    }
}
