package org.portcullis.app.orders;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.Side;

/** Reads the lines of a part of a file of orders; mutable, owned by one thread at a time. */
final class OrderLines {
    private final OrderLayout layout;
    private final LineCells cells = new LineCells();
    private final CellNumbers numbers = new CellNumbers();

    OrderLines(OrderLayout layout) {
        this.layout = layout;
    }

    /** Reads each line of the part that is not blank. */
    void read(FilePart part, Consumer<OrderLineRead> into) {
        byte[] bytes = part.bytes();
        long number = part.firstLine();
        int begin = 0;
        while (begin < part.length()) {
            int end = begin;
            while (end < part.length() && bytes[end] != '\n') {
                end++;
            }
            int last = end > begin && bytes[end - 1] == '\r' ? end - 1 : end;
            if (last > begin) {
                into.accept(line(number, bytes, begin, last));
            }
            number++;
            begin = end + 1;
        }
    }

    private OrderLineRead line(long number, byte[] bytes, int begin, int end) {
        if (!cells.split(bytes, begin, end)) {
            return new BadLine(
                    number,
                    "",
                    "the line is no CSV",
                    "close quotation marks in the line where they open, and put nothing behind them but a comma");
        }
        try {
            return row(number);
        } catch (IllegalArgumentException malformed) {
            return new BadLine(number, "", String.valueOf(malformed.getMessage()), "write the file in UTF-8");
        }
    }

    private OrderLineRead row(long number) {
        String order = cells.text(layout.cell(OrderColumn.ORDER));
        String stated = shared(OrderColumn.BASKET);
        String basket = stated.isEmpty() ? order : stated;
        if (cells.count() != layout.width()) {
            return new BadLine(
                    number,
                    basket,
                    "the line has " + cells.count() + " cells and the header " + layout.width(),
                    "put values that contain a comma into quotation marks");
        }
        for (OrderColumn column : new OrderColumn[] {OrderColumn.ORDER, OrderColumn.REQUESTER, OrderColumn.SYMBOL}) {
            if (cells.isEmpty(layout.cell(column))) {
                return new BadLine(
                        number, basket, "`" + column.title() + "` is empty", "say whose order it is, and in what");
            }
        }
        Optional<Instant> at = numbers.instant(cells, layout.cell(OrderColumn.TIME));
        if (at.isEmpty()) {
            return wrong(number, basket, OrderColumn.TIME, "is no time", "write one such as 2026-12-01T09:00:00.125Z");
        }
        String side = shared(OrderColumn.SIDE);
        if (!side.equals("BUY") && !side.equals("SELL")) {
            return wrong(number, basket, OrderColumn.SIDE, "is no side", "write BUY or SELL");
        }
        Given quantity = numbers.decimal(cells, layout.cell(OrderColumn.QUANTITY));
        Given limitPrice = numbers.decimal(cells, layout.cell(OrderColumn.LIMIT_PRICE));
        Given intended = numbers.decimal(cells, layout.cell(OrderColumn.INTENDED));
        String decimal = "write a decimal such as 1200 or 36.37, with at most six decimals";
        if (quantity instanceof Given.Unreadable) {
            return wrong(number, basket, OrderColumn.QUANTITY, "is no number", decimal);
        }
        if (limitPrice instanceof Given.Unreadable) {
            return wrong(number, basket, OrderColumn.LIMIT_PRICE, "is no number", decimal);
        }
        if (intended instanceof Given.Unreadable) {
            return wrong(number, basket, OrderColumn.INTENDED, "is no number", decimal);
        }
        OrderRow.Terms terms = new OrderRow.Terms(
                at.get(),
                basket,
                shared(OrderColumn.REQUESTER),
                shared(OrderColumn.ROLES),
                shared(OrderColumn.DESK),
                shared(OrderColumn.LOCATION),
                shared(OrderColumn.FLOW),
                intended);
        return new OrderRow(
                number,
                terms,
                order,
                shared(OrderColumn.SYMBOL),
                side.equals("BUY") ? Side.BUY : Side.SELL,
                quantity,
                limitPrice,
                shared(OrderColumn.EFFECT));
    }

    private String shared(OrderColumn column) {
        // Ids of baskets come and go; what comes again is worth keeping.
        return column == OrderColumn.BASKET ? cells.text(layout.cell(column)) : cells.shared(layout.cell(column));
    }

    private BadLine wrong(long number, String basket, OrderColumn column, String what, String cure) {
        return new BadLine(number, basket, column.title() + " `" + cells.text(layout.cell(column)) + "` " + what, cure);
    }
}
