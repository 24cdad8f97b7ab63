package org.portcullis.report.excel;

/** Names cells as spreadsheets do. */
final class CellAddresses {

    private CellAddresses() {}

    /** Names a cell by column and row, both from zero. */
    static String of(int column, int row) {
        return letters(column) + (row + 1);
    }

    /** Names a column, from zero. */
    static String letters(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            name.insert(0, (char) ('A' + rest % 26));
        }
        return name.toString();
    }

    /** Tells whether a link leads to the first cell of a sheet; programs write that with and without quotes. */
    static boolean isStartOf(String sheet, String link) {
        return !sheet.isEmpty() && (link.equals("'" + sheet + "'!A1") || link.equals(sheet + "!A1"));
    }
}
