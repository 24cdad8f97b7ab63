package org.portcullis.report.json;

import java.util.Locale;
import org.portcullis.report.sheet.Cell;

/** Spells each kind of cell: words, whole numbers and emptiness as what JSON has for them, the others as an object whose first member names the kind. */
final class CellJson implements Cell.Cases<JsonSink.Shape> {

    @Override
    public JsonSink.Shape text(Cell.Text cell) {
        return sink -> sink.text(cell.text());
    }

    @Override
    public JsonSink.Shape code(Cell.Code cell) {
        return object("code", cell.text());
    }

    @Override
    public JsonSink.Shape whole(Cell.Whole cell) {
        return sink -> sink.whole(cell.value());
    }

    @Override
    public JsonSink.Shape amount(Cell.Amount cell) {
        return object("amount", cell.text());
    }

    @Override
    public JsonSink.Shape at(Cell.At cell) {
        return object("at", cell.text());
    }

    @Override
    public JsonSink.Shape mark(Cell.Mark cell) {
        return object("verdict", cell.text(), "tone", cell.tone().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public JsonSink.Shape formula(Cell.Formula cell) {
        return object("formula", cell.expression(), "value", new Cell.Amount(cell.computed()).text());
    }

    @Override
    public JsonSink.Shape link(Cell.Link cell) {
        return object("link", cell.text(), "sheet", cell.sheet());
    }

    @Override
    public JsonSink.Shape input(Cell.Input cell) {
        return object("input", "");
    }

    @Override
    public JsonSink.Shape blank(Cell.Blank cell) {
        return JsonSink::nothing;
    }

    private static JsonSink.Shape object(String name, String value) {
        return sink -> {
            sink.object();
            sink.member(name, value);
            sink.endObject();
        };
    }

    private static JsonSink.Shape object(String name, String value, String second, String more) {
        return sink -> {
            sink.object();
            sink.member(name, value);
            sink.member(second, more);
            sink.endObject();
        };
    }
}
