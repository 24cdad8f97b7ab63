package org.portcullis.app.orders;

import java.util.EnumMap;
import java.util.Map;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.compiler.diagnostic.Spelling;

/** Says which cell of a line is which column; made from the first line of the file. */
final class OrderLayout {
    private final int[] cells = new int[OrderColumn.values().length];
    private final int width;

    private OrderLayout(Map<OrderColumn, Integer> places, int width) {
        for (OrderColumn column : OrderColumn.values()) {
            cells[index(column)] = places.getOrDefault(column, -1);
        }
        this.width = width;
    }

    /** Reads the titles; {@link UserMistake} where they are not those of a file of orders. */
    static OrderLayout read(String shown, LineCells line) {
        Map<OrderColumn, Integer> places = new EnumMap<>(OrderColumn.class);
        for (int cell = 0; cell < line.count(); cell++) {
            String title = line.text(cell).strip();
            OrderColumn column = OrderColumn.titled(title)
                    .orElseThrow(() -> new UserMistake(shown + ":1: `" + title + "` is no column of orders; "
                            + Spelling.didYouMean(
                                    title,
                                    OrderColumn.titles(),
                                    "columns are " + String.join(", ", OrderColumn.titles()))));
            if (places.put(column, cell) != null) {
                throw new UserMistake(shown + ":1: `" + title + "` has two columns; keep one of them");
            }
        }
        for (OrderColumn column : OrderColumn.values()) {
            if (column.isNeeded() && !places.containsKey(column)) {
                throw new UserMistake(shown + ":1: the column `" + column.title() + "` is missing; add it");
            }
        }
        return new OrderLayout(places, line.count());
    }

    /** How many cells each line has. */
    int width() {
        return width;
    }

    /** The cell of the column, or -1 where the file has no such column. */
    int cell(OrderColumn column) {
        return cells[index(column)];
    }

    // The ordinal indexes an array within one run and is never written anywhere.
    @SuppressWarnings("EnumOrdinal")
    private static int index(OrderColumn column) {
        return column.ordinal();
    }
}
