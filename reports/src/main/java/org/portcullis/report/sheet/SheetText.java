package org.portcullis.report.sheet;

import java.util.stream.Collectors;
import org.portcullis.engine.journal.JournalFailure;

/** Writes a sheet as plain text: one line for each row, cells between bars, for comparison and for terminals. */
public final class SheetText {

    private SheetText() {}

    /** Gives the text of a sheet. */
    public static String of(Sheet sheet) throws JournalFailure {
        StringBuilder out = new StringBuilder("# " + sheet.name() + ": " + sheet.title() + "\n");
        // A lambda cannot throw the failure of the rows, so the kinds are told apart first.
        Rows rows = sheet.match(new Sheet.Cases<Rows>() {
            @Override
            public Rows table(TableSheet table) {
                table.warning().ifPresent(text -> out.append("! ").append(text).append('\n'));
                table.notes().forEach(note -> out.append("> ").append(note).append('\n'));
                out.append(table.columns().stream().map(Column::heading).collect(Collectors.joining(" | ")))
                        .append('\n');
                return table.rows();
            }

            @Override
            public Rows page(PageSheet page) {
                page.lines().stream()
                        .filter(line -> line.kind() != PageSheet.Line.Kind.ROOM)
                        .forEach(line -> out.append(line(line)).append('\n'));
                page.charts()
                        .forEach(chart -> out.append("^ ")
                                .append(chart.words(page.name()))
                                .append('\n'));
                return sink -> {};
            }
        });
        rows.forEach(row -> out.append(row.cells().stream().map(SheetText::text).collect(Collectors.joining(" | ")))
                .append('\n'));
        return out.toString();
    }

    private static String line(PageSheet.Line line) {
        String cells = line.cells().stream().map(SheetText::text).collect(Collectors.joining(" | "));
        return switch (line.kind()) {
            case HEADING -> "== " + cells;
            case NOTE -> "> " + cells;
            case WARNING -> "! " + cells;
            case ALARM -> "!! " + cells;
            case PAIR, GRID_ROW -> "| " + cells;
            case GRID_HEAD -> "|| " + cells;
            case SPACE, ROOM, NEW_PAGE -> "";
        };
    }

    private static String text(Cell cell) {
        return cell.text().replace("\n", "\\n");
    }
}
