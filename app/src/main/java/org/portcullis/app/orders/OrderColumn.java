package org.portcullis.app.orders;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a file of orders; the order in which they are generated. */
enum OrderColumn {
    TIME(true),
    BASKET(false),
    ORDER(true),
    REQUESTER(true),
    ROLES(false),
    DESK(false),
    LOCATION(false),
    FLOW(false),
    SYMBOL(true),
    SIDE(true),
    QUANTITY(true),
    LIMIT_PRICE(false),
    EFFECT(false),
    INTENDED(false);

    private final boolean isNeeded;

    OrderColumn(boolean isNeeded) {
        this.isNeeded = isNeeded;
    }

    /** Whether no file can do without it. */
    boolean isNeeded() {
        return isNeeded;
    }

    /** Its title. */
    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OrderColumn> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equals(title))
                .findFirst();
    }

    static List<String> titles() {
        return Arrays.stream(values()).map(OrderColumn::title).toList();
    }
}
