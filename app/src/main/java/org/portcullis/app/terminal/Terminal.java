package org.portcullis.app.terminal;

import java.io.PrintStream;
import org.portcullis.model.json.Json;

/**
 * Where a command writes: answers to {@code out}, everything else to {@code err}.
 *
 * <p>Nothing that is printed depends on whether a person or a program reads it: there is no colour and no cursor movement.
 */
public record Terminal(PrintStream out, PrintStream err) {

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
}
