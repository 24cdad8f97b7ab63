package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.TextBook;
import org.portcullis.report.sheet.AnnexText;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/**
 * Makes the sheet that holds whole what other cells cannot: texts that are too long for a cell, and texts with characters that XML does not carry.
 *
 * <p>It is shown rows while these are made and keeps what it needs outside the heap, so its memory does not grow with the texts. Mutable; one thread.
 */
final class AnnexBook {

    private static final String NONE = "Every cell of this workbook holds its text whole and as it is.";

    private static final int FIELDS = 6;

    private final Map<String, Long> seen = new HashMap<>();
    private final Map<String, Integer> kept = new HashMap<>();
    private Optional<TextBook> book = Optional.empty();
    private long texts;
    private long whole;
    private long parts;

    /** Gives what takes the rows of a table of that name, each once and in their order. */
    Consumer<Row> rowsOf(String table) {
        seen.put(table, 0L);
        return row -> {
            long number = seen.merge(table, 1L, Long::sum) - 1;
            cells(table, number, row.cells());
        };
    }

    /**
     * Gives the table, when all rows were seen that are not at hand.
     *
     * @param sheets in their order, laid out as they will be; those whose rows were not seen are read
     */
    Traced traced(List<Sheet> sheets) throws JournalFailure {
        for (Sheet sheet : sheets) {
            if (sheet instanceof TableSheet table) {
                if (!seen.containsKey(table.name())) {
                    table.rows().forEach(rowsOf(table.name()));
                }
                above(table);
            } else if (sheet instanceof PageSheet page) {
                page(page);
            }
        }
        TableSheet sheet = table(sheets);
        Kept rows = new Kept(sheet);
        SheetDigest.Adding adding = SheetDigest.adding(sheet);
        sheet.rows().forEach(row -> {
            adding.add(row);
            rows.keep(row);
        });
        SheetDigest digest = adding.result();
        return new Traced(
                rows.sheet(digest.rows(), NONE),
                digest,
                "cells of all other sheets whose text a cell cannot hold whole and as it is; by sheet, then by row and column with what stands above the headings last, then by part",
                parts,
                Optional.of(BigDecimal.valueOf(texts)),
                new Tested(digest.rows() == parts, texts + " cells refer to this sheet, " + digest.rows() + " parts"),
                new Tested(
                        whole == texts,
                        whole + " of " + texts
                                + " texts have the digest that their cell names, read back from their parts"));
    }

    /** Sees the sentences above the headings; their lines are kept as negative rows. */
    private void above(TableSheet table) {
        List<String> sentences = new ArrayList<>(table.notes());
        table.warning().ifPresent(warning -> sentences.add(0, warning));
        int first = table.headingLine() - sentences.size();
        for (int i = 0; i < sentences.size(); i++) {
            cells(table.name(), -(first + i), List.of(Cell.of(sentences.get(i))));
        }
    }

    private void page(PageSheet page) {
        for (int i = 0; i < page.lines().size(); i++) {
            cells(page.name(), i, page.lines().get(i).cells());
        }
    }

    private void cells(String sheet, long row, List<Cell> cells) {
        for (int column = 0; column < cells.size(); column++) {
            Cell cell = cells.get(column);
            if (!(cell instanceof Cell.Formula) && AnnexText.isNeeded(cell.text())) {
                keep(sheet, row, column, cell.text());
            }
        }
    }

    private void keep(String sheet, long row, int column, String text) {
        TextBook into = book.orElseGet(TextBook::new);
        book = Optional.of(into);
        List<String> all = AnnexText.parts(text);
        String digest = AnnexText.digest(text).value();
        texts++;
        parts += all.size();
        whole += AnnexText.digest(AnnexText.read(String.join("", all))).value().equals(digest) ? 1 : 0;
        for (int i = 0; i < all.size(); i++) {
            int number = kept.merge(sheet, 1, Integer::sum) - 1;
            into.put(
                    key(sheet, number),
                    String.join(
                            "\n",
                            Long.toString(row),
                            Integer.toString(column),
                            Integer.toString(i + 1),
                            Integer.toString(all.size()),
                            digest,
                            all.get(i)));
        }
    }

    private static String key(String sheet, int number) {
        return sheet + "/" + number;
    }

    private void rows(List<Sheet> sheets, Consumer<Row> sink) {
        for (Sheet sheet : sheets) {
            int count = kept.getOrDefault(sheet.name(), 0);
            for (int i = 0; i < count; i++) {
                String key = key(sheet.name(), i);
                String part = book.flatMap(known -> known.find(key)).orElseThrow();
                sink.accept(row(sheet, part.split("\n", FIELDS)));
            }
        }
    }

    private static Row row(Sheet sheet, String[] part) {
        Place place = Place.of(sheet, Long.parseLong(part[0]));
        int number = Integer.parseInt(part[2]);
        return Row.of(
                new Cell.Link(place.tab(), place.tab()),
                Cell.code(ProvenanceSheet.letters(Integer.parseInt(part[1])) + place.line()),
                Cell.of(number),
                Cell.of(Integer.parseInt(part[3])),
                Cell.of(part[5]),
                Cell.of(number == 1 ? 1 : 0),
                Cell.code(part[4]));
    }

    /**
     * Is where a row stands.
     *
     * @param line from 1
     */
    private record Place(String tab, long line) {

        static Place of(Sheet sheet, long row) {
            return sheet.match(new Sheet.Cases<>() {
                @Override
                public Place table(TableSheet table) {
                    if (row < 0) {
                        return new Place(table.name(), -row);
                    }
                    int tab = Math.toIntExact(row / TableSheet.ROWS_PER_TAB) + 1;
                    return new Place(table.tabName(tab), table.headingLine() + row % TableSheet.ROWS_PER_TAB + 1);
                }

                @Override
                public Place page(PageSheet page) {
                    // The first page has no way back to itself above its lines.
                    int above = PageSheet.row(0) - (page.name().equals(CoverPage.NAME) ? 1 : 0);
                    return new Place(page.name(), above + row + 1);
                }
            });
        }
    }

    private TableSheet table(List<Sheet> sheets) {
        List<Sheet> order = new ArrayList<>(sheets);
        return new TableSheet(
                AnnexText.SHEET,
                "Annex: texts that a cell cannot hold whole or as they are",
                List.of(
                        "A cell holds " + AnnexText.MAX_LENGTH
                                + " characters, and not every character. Where a text is longer it is cut in its cell;"
                                + " a character that cannot be carried stands there as \uFFFD. Such a cell ends with a reference to this sheet and the"
                                + " SHA-256 of the whole text in UTF-8. Only the reference at the very end of a cell is one: a text that itself"
                                + " contains what looks like a reference is listed here, too.",
                        "The parts of a text, one behind the other, are the whole text, spelled so: "
                                + AnnexText.SPELLING + ". Undone, the text has the digest that its cell names."),
                Optional.empty(),
                List.of(
                        Column.of("Sheet", 22, "the tab whose cell holds the text cut or altered"),
                        Column.of("Cell", 9, "the cell"),
                        Column.of("Part", 7, "which part of the text this row holds, from 1"),
                        Column.of("Of", 7, "how many parts the text has"),
                        Column.of("Text", 95, "the part, with characters that cannot be shown spelled out"),
                        Column.onScreen("Begins", 8, "1 where a text begins, so that the sum is the number of texts"),
                        Column.onScreen("Digest", 74, "SHA-256 of the whole text in UTF-8, as the cell names it")),
                2,
                Optional.of("Begins"),
                sink -> rows(order, sink));
    }
}
