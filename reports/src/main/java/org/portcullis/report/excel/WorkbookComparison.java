package org.portcullis.report.excel;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.poi.ss.util.CellRangeAddress;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.TableSheet;

/**
 * Walks through a workbook and the evidence side by side: through the rows of tables while these are made, if it is asked to take them, and through the rest
 * when the evidence is whole. What comes first in the workbook is named first. Mutable; for one comparison and one thread.
 */
final class WorkbookComparison implements EvidenceComparison {

    private static final String NOTHING = "nothing";

    private final WrittenWorkbook workbook;
    private final int rowsPerTab;
    private final CellComparison cellComparison;
    private final Map<String, TakenTable> taken = new HashMap<>();
    private int tabs;
    private long cells;
    private long filled;

    WorkbookComparison(WrittenWorkbook workbook, int rowsPerTab) {
        this.workbook = workbook;
        this.rowsPerTab = rowsPerTab;
        this.cellComparison = new CellComparison(workbook.shownAs());
    }

    @Override
    public Consumer<Row> rowsOf(TableSheet table) {
        TakenTable rows = new TakenTable(table);
        if (taken.put(table.name(), rows) != null) {
            throw new IllegalStateException("the rows of the sheet `" + table.name() + "` are taken twice");
        }
        return rows;
    }

    @Override
    public Comparison with(Evidence evidence) throws IOException, UnreadableWorkbook, JournalFailure {
        try {
            List<String> oddities = workbook.oddities();
            if (!oddities.isEmpty()) {
                throw differs("", "the workbook", "nothing of the kind", oddities.get(0));
            }
            for (Sheet sheet : evidence.sheets()) {
                sheet(sheet);
            }
            if (tabs < workbook.tabs().size()) {
                throw differs(
                        "",
                        "the tabs",
                        "no more tabs",
                        "the tab " + FoundCell.quoted(workbook.tabs().get(tabs).name()));
            }
            return new Comparison(tabs, cells, filled, Optional.empty());
        } catch (Differs found) {
            return new Comparison(Math.max(0, tabs - 1), cells, filled, Optional.of(found.difference));
        } catch (Broken broken) {
            throw broken.rethrown();
        }
    }

    private void sheet(Sheet sheet) throws IOException, UnreadableWorkbook, JournalFailure {
        Optional<TableSheet> table = sheet.match(new Sheet.Cases<>() {
            @Override
            public Optional<TableSheet> table(TableSheet found) {
                return Optional.of(found);
            }

            @Override
            public Optional<TableSheet> page(PageSheet found) {
                return Optional.empty();
            }
        });
        List<ExpectedRow> page = sheet.match(new Sheet.Cases<>() {
            @Override
            public List<ExpectedRow> table(TableSheet found) {
                return List.of();
            }

            @Override
            public List<ExpectedRow> page(PageSheet found) {
                return ExpectedTab.of(found);
            }
        });
        TakenTable rows = taken.get(sheet.name());
        if (rows != null && rows.begun()) {
            rows.settle(table.orElseThrow());
            return;
        }
        Walk walk = new Walk(tabs);
        try {
            if (table.isEmpty()) {
                walk.open(sheet.name());
                walk.page = pageOf(sheet);
                for (ExpectedRow row : page) {
                    walk.row(row);
                }
            } else {
                walk.openTable(table.get());
                if (rows == null) {
                    table.get().rows().forEach(row -> {
                        try {
                            walk.row(table.get(), row);
                        } catch (IOException | UnreadableWorkbook failure) {
                            throw new Broken(failure);
                        }
                    });
                }
            }
            walk.end();
        } finally {
            walk.count();
            walk.close();
        }
    }

    private static Optional<PageSheet> pageOf(Sheet sheet) {
        return sheet.match(new Sheet.Cases<>() {
            @Override
            public Optional<PageSheet> table(TableSheet found) {
                return Optional.empty();
            }

            @Override
            public Optional<PageSheet> page(PageSheet found) {
                return Optional.of(found);
            }
        });
    }

    private static Differs differs(String sheet, String place, String journal, String found) {
        return new Differs(new Difference(sheet, place, journal, found));
    }

    /** Walks through the tabs of one sheet. Mutable. */
    private final class Walk {
        private Optional<TabReader> reader = Optional.empty();
        private Optional<FoundRow> ahead = Optional.empty();
        private Optional<PageSheet> page = Optional.empty();
        private String name = "";
        private int line;
        private int columns;
        private int opened;
        private int above;
        private int position;
        private long agreeing;
        private long inputs;
        private final Set<String> merged = new HashSet<>();
        private final Map<String, String> links = new HashMap<>();

        /** Begins at a tab, from zero. */
        Walk(int position) {
            this.position = position;
        }

        void row(TableSheet sheet, Row row) throws IOException, UnreadableWorkbook {
            if (line - above == rowsPerTab) {
                end();
                openTable(sheet);
            }
            row(ExpectedRow.of(row.cells()));
        }

        void openTable(TableSheet sheet) throws IOException, UnreadableWorkbook {
            open(sheet.tabName(++opened));
            for (ExpectedRow row : ExpectedTab.above(sheet)) {
                row(row);
            }
            above = line;
        }

        /** Adds what was seen to what the whole workbook has. */
        void count() {
            tabs = position;
            cells += agreeing;
            filled += inputs;
        }

        void open(String tabName) throws IOException, UnreadableWorkbook {
            close();
            name = tabName;
            line = 0;
            columns = 0;
            merged.clear();
            links.clear();
            if (position >= workbook.tabs().size()) {
                throw differs("", "the tabs", "the tab `" + name + "`", "no more tabs");
            }
            WrittenWorkbook.Tab tab = workbook.tabs().get(position++);
            if (!tab.name().equals(name)) {
                throw differs(
                        "", "tab " + position, "the tab `" + name + "`", "the tab " + FoundCell.quoted(tab.name()));
            }
            if (tab.hidden()) {
                throw differs(name, "the tab", "a tab that everybody sees", "a hidden one");
            }
            reader = Optional.of(workbook.read(tab));
            ahead = reader.get().next();
        }

        void row(ExpectedRow expected) throws IOException, UnreadableWorkbook {
            FoundRow found =
                    ahead.filter(row -> row.index() == line).orElseGet(() -> new FoundRow(line, false, List.of()));
            if (ahead.isPresent() && ahead.get().index() == line) {
                ahead = reader.orElseThrow().next();
            }
            if (found.hidden()) {
                throw differs(name, "row " + (line + 1), "a row that everybody sees", "a hidden one");
            }
            columns = Math.max(columns, expected.cells().size());
            compare(expected.cells(), found);
            if (expected.isMerged()) {
                merged.add(
                        new CellRangeAddress(line, line, expected.mergedFrom(), expected.mergedTo()).formatAsString());
            }
            line++;
        }

        private void compare(List<Cell> expected, FoundRow found) {
            int next = 0;
            for (int column = 0; column < expected.size(); column++) {
                while (next < found.cells().size() && found.cells().get(next).column() < column) {
                    next++;
                }
                boolean there =
                        next < found.cells().size() && found.cells().get(next).column() == column;
                cell(
                        expected.get(column),
                        there ? found.cells().get(next) : new FoundCell(column, FoundCell.Kind.NOTHING, "", "", 0));
            }
            for (FoundCell cell : found.cells()) {
                if (cell.column() >= expected.size() && !cell.isBlank()) {
                    throw differs(name, address(cell.column()), NOTHING, cell.described());
                }
            }
        }

        private void cell(Cell expected, FoundCell found) {
            CellComparison.Answer answer = cellComparison.of(expected, found);
            if (!answer.agrees()) {
                throw differs(name, address(found.column()), answer.journal(), answer.workbook());
            }
            if (expected instanceof Cell.Link link) {
                links.put(address(found.column()), link.sheet());
            }
            boolean input = expected instanceof Cell.Input;
            inputs += input && !found.isBlank() ? 1 : 0;
            agreeing += !input && !found.isBlank() ? 1 : 0;
        }

        private String address(int column) {
            return CellAddresses.of(column, line);
        }

        /** Looks at what follows the last row. */
        void end() throws IOException, UnreadableWorkbook {
            while (ahead.isPresent()) {
                FoundRow row = ahead.get();
                line = row.index();
                for (FoundCell cell : row.cells()) {
                    if (!cell.isBlank()) {
                        throw differs(name, address(cell.column()), "no more rows", cell.described());
                    }
                }
                ahead = reader.orElseThrow().next();
            }
            TabReader tab = reader.orElseThrow();
            for (String oddity : tab.oddities()) {
                throw differs(name, "the tab", "nothing of the kind", oddity);
            }
            for (int[] range : tab.hiddenColumns()) {
                if (range[0] < columns) {
                    throw differs(
                            name,
                            "column " + CellAddresses.letters(range[0]),
                            "a column that everybody sees",
                            "a hidden one");
                }
            }
            for (CellRangeAddress range : tab.merged()) {
                if (!merged.contains(range.formatAsString())) {
                    throw differs(name, range.formatAsString(), "cells of their own", "merged cells");
                }
            }
            links(tab.links());
            Optional<Difference> chart = ChartComparison.first(
                    name, page, workbook.charts(workbook.tabs().get(position - 1)));
            if (chart.isPresent()) {
                throw new Differs(chart.get());
            }
        }

        private void links(Map<String, String> found) {
            for (Map.Entry<String, String> link : new TreeMap<>(found).entrySet()) {
                String to = links.getOrDefault(link.getKey(), "");
                if (!CellAddresses.isStartOf(to, link.getValue())) {
                    throw differs(
                            name,
                            link.getKey(),
                            to.isEmpty() ? "no link" : "a link to the sheet `" + to + "`",
                            "a link to " + FoundCell.quoted(link.getValue()));
                }
            }
        }

        void close() throws IOException {
            if (reader.isPresent()) {
                reader.get().close();
            }
            reader = Optional.empty();
        }
    }

    /**
     * Walks through the tabs of a table while its rows are made. A difference is kept until the tabs before it are compared, since the first one is named.
     *
     * <p>Mutable.
     */
    private final class TakenTable implements Consumer<Row> {
        private final TableSheet sheet;
        private Optional<Walk> walk = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();

        TakenTable(TableSheet sheet) {
            this.sheet = sheet;
        }

        boolean begun() {
            return walk.isPresent();
        }

        @Override
        public void accept(Row row) {
            if (failure.isPresent()) {
                return;
            }
            try {
                if (walk.isEmpty()) {
                    walk = Optional.of(new Walk(place()));
                    walk.get().openTable(sheet);
                }
                walk.get().row(sheet, row);
            } catch (Differs found) {
                failure = Optional.of(found);
            } catch (IOException | UnreadableWorkbook unreadable) {
                failure = Optional.of(new Broken(unreadable));
            }
        }

        /** Gives the place of the tab with the table's name; behind all where there is none. */
        private int place() {
            int place = 0;
            while (place < workbook.tabs().size()
                    && !workbook.tabs().get(place).name().equals(sheet.name())) {
                place++;
            }
            return place;
        }

        /** Says what came out, once all tabs before are compared. */
        void settle(TableSheet whole) throws IOException, UnreadableWorkbook {
            if (!ExpectedTab.above(whole).equals(ExpectedTab.above(sheet))) {
                throw new IllegalStateException("what stands above the rows of `" + sheet.name() + "` has changed");
            }
            boolean inPlace = place() == tabs;
            Walk rows = inPlace ? walk.orElseThrow() : new Walk(tabs);
            try {
                if (!inPlace) {
                    // Opening what stands there says that it is not this table.
                    rows.open(sheet.name());
                    throw differs("", "the tabs", "one tab `" + sheet.name() + "`", "more than one");
                }
                if (failure.isPresent()) {
                    throw failure.get();
                }
                rows.end();
            } finally {
                rows.count();
                rows.close();
                close();
            }
        }

        void close() throws IOException {
            if (walk.isPresent()) {
                walk.get().close();
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (TakenTable table : taken.values()) {
            table.close();
        }
    }

    /** Ends the walk at a difference. */
    private static final class Differs extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Difference difference;

        Differs(Difference difference) {
            super(difference.where(), null, false, false);
            this.difference = difference;
        }
    }

    /** Carries a checked failure out of the callback of the rows. */
    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final Exception failure;

        Broken(Exception failure) {
            super(failure);
            this.failure = failure;
        }

        UnreadableWorkbook rethrown() throws IOException {
            if (failure instanceof IOException io) {
                throw io;
            }
            return failure instanceof UnreadableWorkbook unreadable
                    ? unreadable
                    : new UnreadableWorkbook(String.valueOf(failure.getMessage()), failure);
        }
    }
}
