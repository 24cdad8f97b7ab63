package org.portcullis.report.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.portcullis.report.excel.Difference;
import org.portcullis.report.json.JsonTokens.Kind;

/** Holds what the evidence gives against a document, token by token, and stops at the first that differs. Mutable; one thread. */
final class ComparingSink implements JsonSink, Place {

    private static final int MAX_SHOWN = 400;

    private final JsonTokens document;
    private String sheet = "";
    private String what = "";
    private String line = "";
    private long number;
    private String column = "";

    ComparingSink(JsonTokens document) {
        this.document = document;
    }

    /** Ends the comparison at the first difference. */
    static final class Differs extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Difference difference;

        Differs(Difference difference) {
            super(difference.where(), null, false, false);
            this.difference = difference;
        }

        Difference difference() {
            return difference;
        }
    }

    /** Requires that nothing follows. */
    void end() throws IOException {
        at("the end of the document");
        expect(Kind.END);
    }

    @Override
    public void sheet(String name) {
        sheet = name;
    }

    @Override
    public void at(String part) {
        what = part;
    }

    @Override
    public void cell(String lineName, long lineNumber, String columnName) {
        what = "";
        line = lineName;
        number = lineNumber;
        column = columnName;
    }

    @Override
    public void object() throws IOException {
        expect(Kind.OBJECT);
    }

    @Override
    public void endObject() throws IOException {
        expect(Kind.END_OBJECT);
    }

    @Override
    public void list() throws IOException {
        expect(Kind.LIST);
    }

    @Override
    public void endList() throws IOException {
        expect(Kind.END_LIST);
    }

    @Override
    public void name(String name) throws IOException {
        Kind found = document.next();
        if (found != Kind.NAME || !document.text().equals(name)) {
            throw differs("the member `" + name + "`", found);
        }
    }

    @Override
    public void text(String text) throws IOException {
        Kind found = document.next();
        boolean same = document.text().equals(text) || document.text().equals(carried(text));
        if (found != Kind.TEXT || !same) {
            throw differs("the text `" + shown(text) + "`", found);
        }
    }

    @Override
    public void whole(long value) throws IOException {
        Kind found = document.next();
        if (found != Kind.WHOLE || document.whole() != value) {
            throw differs("the number " + value, found);
        }
    }

    @Override
    public void bool(boolean value) throws IOException {
        expect(value ? Kind.TRUE : Kind.FALSE);
    }

    @Override
    public void nothing() throws IOException {
        expect(Kind.NOTHING);
    }

    private void expect(Kind kind) throws IOException {
        Kind found = document.next();
        if (found != kind) {
            throw differs(words(kind), found);
        }
    }

    private Differs differs(String journal, Kind found) {
        return new Differs(new Difference(sheet, place(), journal, words(found)));
    }

    private String place() {
        if (!what.isEmpty()) {
            return what;
        }
        return line + " " + number + (column.isEmpty() ? "" : ", `" + column + "`");
    }

    private String words(Kind kind) {
        return switch (kind) {
            case OBJECT -> "the beginning of an object";
            case END_OBJECT -> "the end of an object";
            case LIST -> "the beginning of a list";
            case END_LIST -> "the end of a list";
            case NAME -> "the member `" + shown(document.text()) + "`";
            case TEXT -> "the text `" + shown(document.text()) + "`";
            case WHOLE -> "the number " + document.whole();
            case TRUE -> "true";
            case FALSE -> "false";
            case NOTHING -> "nothing";
            case END -> "the end of the file";
        };
    }

    /** Gives the text as UTF-8 carries it. */
    private static String carried(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MAX_SHOWN ? line : line.substring(0, MAX_SHOWN) + "…";
    }
}
