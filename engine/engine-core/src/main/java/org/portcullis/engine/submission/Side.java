package org.portcullis.engine.submission;

/** The side of an order. */
public enum Side {
    BUY,
    SELL
}
