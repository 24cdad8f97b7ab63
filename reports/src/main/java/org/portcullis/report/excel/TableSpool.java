package org.portcullis.report.excel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/**
 * Takes the rows of a table, tab by tab, before its heads are written, so that several tables can be made at once.
 *
 * <p>Mutable; throws {@link UncheckedIOException} when the temporary folder cannot be written. One thread.
 */
final class TableSpool implements Consumer<Row>, AutoCloseable {

    private static final float PADDING = 3;

    private final TableSheet table;
    private final Path folder;
    private final int rowsPerTab;
    private final RowXml xml;
    private final List<TabRows> tabs = new ArrayList<>();

    TableSpool(TableSheet table, Look look, Path folder, int rowsPerTab) {
        this.table = table;
        this.folder = folder;
        this.rowsPerTab = rowsPerTab;
        this.xml = new RowXml(look, table.columns().size());
    }

    /** Gives the tabs that the rows take; none where there are no rows. */
    List<TabRows> tabs() {
        return List.copyOf(tabs);
    }

    @Override
    public void accept(Row row) {
        try {
            add(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void add(Row row) throws IOException {
        List<Cell> cells = row.cells();
        if (cells.size() != table.columns().size()) {
            throw new IllegalArgumentException("a row of sheet `" + table.name() + "` has " + cells.size()
                    + " cells for " + table.columns().size() + " columns");
        }
        TabRows tab = tab();
        int line = table.headingLine() + tab.rows();
        xml.begin(line + 1, Lines.POINTS * lines(cells) + PADDING);
        for (int i = 0; i < cells.size(); i++) {
            xml.cell(cells.get(i));
            if (cells.get(i) instanceof Cell.Link link) {
                tab.link(CellAddresses.of(i, line), link.sheet());
            }
        }
        xml.end();
        tab.add(xml, line + 1);
    }

    /** A long text on screen must not blow up the rows on paper, so only what is printed decides the height. */
    private int lines(List<Cell> cells) {
        int lines = 1;
        for (int i = 0; i < cells.size(); i++) {
            Column column = table.columns().get(i);
            lines = column.printed() ? Math.max(lines, Lines.of(cells.get(i), column.width())) : lines;
        }
        return lines;
    }

    private TabRows tab() throws IOException {
        if (tabs.isEmpty() || tabs.get(tabs.size() - 1).rows() == rowsPerTab) {
            close();
            tabs.add(new TabRows(folder.resolve(table.name() + " " + (tabs.size() + 1) + ".rows")));
        }
        return tabs.get(tabs.size() - 1);
    }

    /** Ends the last tab; may be called more than once. */
    @Override
    public void close() throws IOException {
        if (!tabs.isEmpty()) {
            tabs.get(tabs.size() - 1).close();
        }
    }
}
