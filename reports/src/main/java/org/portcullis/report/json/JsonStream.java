package org.portcullis.report.json;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes a JSON document to a stream as it comes, in UTF-8, escaped as RFC 8785 does. Mutable; one thread.
 *
 * <p>The caller MUST give a well-formed document: each name followed by its value, each beginning by its end.
 */
public final class JsonStream implements JsonSink {
    private static final int BUFFER = 1 << 16;

    private final Writer out;
    private final boolean indented;
    private int level;
    private boolean first = true;
    private boolean named;
    private boolean ownLine;

    private JsonStream(OutputStream out, boolean indented) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        this.indented = indented;
    }

    /** Begins a document without white space but line feeds before what is to have its own line; the stream is not closed. */
    public static JsonStream lines(OutputStream out) {
        return new JsonStream(out, false);
    }

    /** Begins a document with a line for every member and item, two blanks a level; the stream is not closed. */
    public static JsonStream indented(OutputStream out) {
        return new JsonStream(out, true);
    }

    /** Ends the document with a line feed and hands everything to the stream. */
    public void end() throws IOException {
        out.write('\n');
        out.flush();
    }

    @Override
    public void object() throws IOException {
        begin('{');
    }

    @Override
    public void endObject() throws IOException {
        end('}');
    }

    @Override
    public void list() throws IOException {
        begin('[');
    }

    @Override
    public void endList() throws IOException {
        end(']');
    }

    @Override
    public void name(String name) throws IOException {
        next();
        quote(name);
        out.write(indented ? ": " : ":");
        named = true;
    }

    @Override
    public void text(String text) throws IOException {
        next();
        quote(text);
    }

    @Override
    public void whole(long value) throws IOException {
        next();
        out.write(Long.toString(value));
    }

    @Override
    public void bool(boolean value) throws IOException {
        next();
        out.write(value ? "true" : "false");
    }

    @Override
    public void nothing() throws IOException {
        next();
        out.write("null");
    }

    @Override
    public void ownLine() {
        ownLine = true;
    }

    private void begin(char bracket) throws IOException {
        next();
        out.write(bracket);
        level++;
        first = true;
    }

    private void end(char bracket) throws IOException {
        level--;
        if ((!first && indented) || ownLine) {
            line();
        }
        out.write(bracket);
        first = false;
    }

    /** Separates the next value or name from what stands before it. */
    private void next() throws IOException {
        if (named) {
            named = false;
            return;
        }
        if (!first) {
            out.write(',');
        }
        if ((level > 0 && indented) || ownLine) {
            line();
        }
        first = false;
    }

    private void line() throws IOException {
        ownLine = false;
        out.write('\n');
        for (int i = 0; indented && i < level; i++) {
            out.write("  ");
        }
    }

    private void quote(String text) throws IOException {
        out.write('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.write("\\\"");
                case '\\' -> out.write("\\\\");
                case '\b' -> out.write("\\b");
                case '\t' -> out.write("\\t");
                case '\n' -> out.write("\\n");
                case '\f' -> out.write("\\f");
                case '\r' -> out.write("\\r");
                default -> write(text, i, unit);
            }
        }
        out.write('"');
    }

    private void write(String text, int i, char unit) throws IOException {
        if (unit < 0x20) {
            out.write("\\u00");
            out.write(Character.forDigit(unit >> 4, 16));
            out.write(Character.forDigit(unit & 15, 16));
        } else if (Character.isSurrogate(unit) && isLone(text, i)) {
            out.write('?');
        } else {
            out.write(unit);
        }
    }

    /** Tells whether half of a pair stands alone; UTF-8 cannot carry it, and digests have a question mark there. */
    private static boolean isLone(String text, int i) {
        char unit = text.charAt(i);
        return Character.isHighSurrogate(unit)
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
}
