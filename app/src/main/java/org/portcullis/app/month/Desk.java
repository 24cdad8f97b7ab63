package org.portcullis.app.month;

import java.time.LocalTime;
import java.util.List;

/** The four desks of the firm, with who trades there and when. Times are London's. */
enum Desk {
    EQUITIES_LONDON("Cash Equities", "London", "p-hale", "p-stone", "ALGO", "08:02", "16:20"),
    EQUITIES_NEW_YORK("Cash Equities", "New York", "p-quinn", "p-sato", "ALGO", "14:32", "20:50"),
    DELTA_ONE_LONDON("Delta 1", "London", "p-moss", "p-varga", "DSA", "08:04", "16:18"),
    DELTA_ONE_NEW_YORK("Delta 1", "New York", "p-diaz", "p-young", "DSA", "14:34", "20:48");

    private final String desk;
    private final String location;
    private final String trader;
    private final String otherTrader;
    private final String flow;
    private final LocalTime opens;
    private final LocalTime closes;

    Desk(String desk, String location, String trader, String otherTrader, String flow, String opens, String closes) {
        this.desk = desk;
        this.location = location;
        this.trader = trader;
        this.otherTrader = otherTrader;
        this.flow = flow;
        this.opens = LocalTime.parse(opens);
        this.closes = LocalTime.parse(closes);
    }

    String desk() {
        return desk;
    }

    String location() {
        return location;
    }

    List<String> traders() {
        return List.of(trader, otherTrader);
    }

    String flow() {
        return flow;
    }

    boolean isEquities() {
        return this == EQUITIES_LONDON || this == EQUITIES_NEW_YORK;
    }

    boolean isLondon() {
        return this == EQUITIES_LONDON || this == DELTA_ONE_LONDON;
    }

    /** Whether business comes in at this time of a day. */
    boolean isOpen(LocalTime time) {
        return !time.isBefore(opens) && time.isBefore(closes);
    }
}
