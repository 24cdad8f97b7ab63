package org.portcullis.app.terminal;

import java.io.PrintStream;
import org.portcullis.model.json.Json;

/**
 * Where a command writes: answers to {@code out}, everything else to {@code err}.
 *
 * <p>{@code watched} says that a person sees {@code err} as it is written. The words do not depend on whether a person or a program reads them; {@code ink} adds colour for people and nothing else. JSON is never coloured.
 */
public record Terminal(PrintStream out, PrintStream err, Ink ink, boolean watched) {

    /** Streams that no person watches: without colour and without progress. */
    public Terminal(PrintStream out, PrintStream err) {
        this(out, err, Ink.plain(), false);
    }

    /** Prints one line of the answer. */
    public void line(String text) {
        out.println(text);
    }

    /** Prints lines of the answer. */
    public void lines(Iterable<String> lines) {
        lines.forEach(out::println);
    }

    /** Prints an empty line. */
    public void gap() {
        out.println();
    }

    /** Prints the answer as one JSON document, indented. */
    public void json(Json document) {
        out.println(IndentedJson.text(document));
    }

    /** Prints the one line that says why a command did not run. */
    public void mistake(String line) {
        err.println("portcullis: " + line);
    }

    /** The text in the colour of the tone where answers are coloured. */
    public String paint(Ink.Tone tone, String text) {
        return ink.paint(tone, text);
    }
}
