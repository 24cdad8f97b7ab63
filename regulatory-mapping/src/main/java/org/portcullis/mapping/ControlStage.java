package org.portcullis.mapping;

import java.util.Locale;

/** Says where in the life of an order, or beside it, a control of the library stands. */
public enum ControlStage {
    /** Where a basket is entered. */
    BASKET,
    /** Where an order is entered. */
    ORDER,
    /** At the algorithm that works a parent order. */
    PARENT,
    /** At the child orders that go to a market. */
    CHILD,
    /** While orders are working. */
    IN_FLIGHT,
    /** After the trade. */
    POST_TRADE,
    /** At the venue or across the market. */
    VENUE,
    /** In how the firm is organised. */
    ORGANISATION;

    /** Gives the word used in catalogue files and sheets: lower case, words joined by dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
