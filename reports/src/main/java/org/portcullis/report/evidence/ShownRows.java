package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/**
 * Gives the texts of tables as people are to read them; numbers, instants and verdicts stay as they are.
 *
 * @param shown gives what stands in the cell for a text of the journal
 */
record ShownRows(UnaryOperator<String> shown) {

    /** The same table with such texts. */
    TableSheet of(TableSheet sheet) {
        return new TableSheet(
                sheet.name(),
                sheet.title(),
                sheet.notes(),
                sheet.warning(),
                sheet.columns(),
                sheet.frozen(),
                sheet.totalled(),
                rows(sheet.rows()));
    }

    private Rows rows(Rows rows) {
        return rows instanceof JournalRows read
                ? read.then(this::shown)
                : sink -> rows.forEach(row -> sink.accept(shown(row)));
    }

    private Row shown(Row row) {
        Showing showing = new Showing();
        List<Cell> cells = new ArrayList<>(row.cells().size());
        for (Cell cell : row.cells()) {
            cells.add(cell.match(showing));
        }
        return new Row(cells);
    }

    private final class Showing implements Cell.Cases<Cell> {

        @Override
        public Cell text(Cell.Text cell) {
            String text = shown.apply(cell.text());
            return !text.isEmpty() && text.equals(cell.text()) ? cell : Cell.of(text);
        }

        @Override
        public Cell code(Cell.Code cell) {
            String text = shown.apply(cell.text());
            return !text.isEmpty() && text.equals(cell.text()) ? cell : Cell.code(text);
        }

        @Override
        public Cell whole(Cell.Whole cell) {
            return cell;
        }

        @Override
        public Cell amount(Cell.Amount cell) {
            return cell;
        }

        @Override
        public Cell at(Cell.At cell) {
            return cell;
        }

        @Override
        public Cell mark(Cell.Mark cell) {
            return cell;
        }

        @Override
        public Cell formula(Cell.Formula cell) {
            return cell;
        }

        @Override
        public Cell link(Cell.Link cell) {
            return cell;
        }

        @Override
        public Cell input(Cell.Input cell) {
            return cell;
        }

        @Override
        public Cell blank(Cell.Blank cell) {
            return cell;
        }
    }
}
