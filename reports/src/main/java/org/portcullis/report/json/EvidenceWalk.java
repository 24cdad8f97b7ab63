package org.portcullis.report.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequestJson;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.PageSheet;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Sheet;
import org.portcullis.report.sheet.SheetDigest;
import org.portcullis.report.sheet.TableSheet;

/** Walks over evidence and gives it to a sink as JSON, each row once. Mutable; one thread. */
final class EvidenceWalk {

    private final JsonSink sink;
    private final Place place;
    private final CellJson cells;
    private long sheets;
    private long contents;

    EvidenceWalk(JsonSink sink, Place place) {
        this.sink = sink;
        this.place = place;
        this.cells = new CellJson();
    }

    /** Gives the number of sheets that were walked to their end. */
    long sheets() {
        return sheets;
    }

    /** Gives the number of cells with content so far. */
    long contents() {
        return contents;
    }

    void walk(Evidence evidence) throws IOException, JournalFailure {
        place.sheet("");
        place.at("the beginning of the document");
        sink.object();
        sink.member("format", EvidenceJson.FORMAT);
        sink.name("version");
        sink.whole(EvidenceJson.VERSION);
        sink.ownLine();
        place.at("what was asked for");
        sink.name("request");
        sink.value(EvidenceRequestJson.of(evidence.request()));
        sink.ownLine();
        place.at("the list of sheets");
        sink.name("sheets");
        sink.list();
        for (Sheet sheet : evidence.sheets()) {
            walk(sheet);
            sheets++;
        }
        place.sheet("");
        place.at("the end of the document");
        sink.ownLine();
        sink.endList();
        sink.endObject();
    }

    private void walk(Sheet sheet) throws IOException, JournalFailure {
        place.at("the order of the sheets");
        sink.ownLine();
        sink.object();
        sink.member("name", sheet.name());
        place.sheet(sheet.name());
        place.at("the title");
        Walked walked = sheet.match(new Walks());
        sink.member("title", sheet.title());
        walked.go();
        sink.endObject();
        place.sheet("");
    }

    /** Gives what makes a sheet of its kind. */
    private interface Walked {
        void go() throws IOException, JournalFailure;
    }

    private final class Walks implements Sheet.Cases<Walked> {
        @Override
        public Walked table(TableSheet sheet) {
            return () -> walk(sheet);
        }

        @Override
        public Walked page(PageSheet sheet) {
            return () -> walk(sheet);
        }
    }

    private void walk(PageSheet page) throws IOException {
        sink.member("kind", "page");
        sink.name("lines");
        sink.list();
        long number = 0;
        for (PageSheet.Line line : page.lines()) {
            number++;
            place.cell("line", number, "");
            sink.ownLine();
            sink.object();
            sink.member("kind", line.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
            sink.name("cells");
            sink.list();
            for (int i = 0; i < line.cells().size(); i++) {
                place.cell("line", number, "cell " + (i + 1));
                cell(line.cells().get(i));
            }
            sink.endList();
            sink.endObject();
        }
        place.at("the end of the lines");
        sink.ownLine();
        sink.endList();
    }

    private void walk(TableSheet table) throws IOException, JournalFailure {
        sink.member("kind", "table");
        place.at("the notes");
        sink.name("notes");
        sink.list();
        for (String note : table.notes()) {
            sink.text(note);
        }
        sink.endList();
        if (table.warning().isPresent()) {
            place.at("the warning");
            sink.member("warning", table.warning().get());
        }
        if (table.totalled().isPresent()) {
            place.at("which column is added up");
            sink.member("totalled", table.totalled().get());
        }
        columns(table.columns());
        sink.name("rows");
        sink.list();
        SheetDigest digest = rows(table);
        place.at("the end of the rows");
        sink.ownLine();
        sink.endList();
        place.at("the number of rows");
        sink.name("count");
        sink.whole(digest.rows());
        if (digest.total().isPresent()) {
            place.at("the control total");
            sink.member("total", new Cell.Amount(digest.total().get()).text());
        }
        place.at("the digest");
        sink.member("digest", digest.digest().value());
    }

    private void columns(List<Column> columns) throws IOException {
        place.at("the columns");
        sink.name("columns");
        sink.list();
        for (Column column : columns) {
            sink.object();
            sink.member("heading", column.heading());
            sink.member("meaning", column.meaning());
            sink.name("printed");
            sink.bool(column.printed());
            sink.endObject();
        }
        sink.endList();
    }

    /** Walks over the rows and adds them up as they pass, as the sheet Provenance has them. */
    private SheetDigest rows(TableSheet table) throws IOException, JournalFailure {
        List<String> headings = table.columns().stream().map(Column::heading).toList();
        long[] number = {0};
        TableSheet passing = new TableSheet(
                table.name(),
                table.title(),
                table.notes(),
                table.warning(),
                table.columns(),
                table.frozen(),
                table.totalled(),
                adding -> table.rows().forEach(row -> {
                    try {
                        walk(row, headings, ++number[0]);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                    adding.accept(row);
                }));
        try {
            return SheetDigest.of(passing);
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    private void walk(Row row, List<String> headings, long number) throws IOException {
        place.cell("row", number, "");
        sink.ownLine();
        sink.list();
        for (int i = 0; i < headings.size(); i++) {
            place.cell("row", number, headings.get(i));
            cell(row.cells().get(i));
        }
        place.cell("row", number, "");
        sink.endList();
    }

    private void cell(Cell cell) throws IOException {
        cell.match(cells).into(sink);
        if (!cell.text().isEmpty()) {
            contents++;
        }
    }
}
