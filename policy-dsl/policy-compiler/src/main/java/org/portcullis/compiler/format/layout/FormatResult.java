package org.portcullis.compiler.format.layout;

import java.util.List;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.SourceText;

/** What came out of formatting one text. */
public sealed interface FormatResult {

    /** The text that went in. */
    SourceText source();

    /** Dispatches on the outcome. */
    <R> R match(Cases<R> cases);

    /** Handles each outcome. */
    interface Cases<R> {
        R formatted(Formatted result);

        R refused(Refused result);
    }

    /**
     * The text could be read.
     *
     * @param text the formatted text; equal to that of the source if nothing has to change
     */
    record Formatted(SourceText source, String text) implements FormatResult {

        /** Whether formatting changes the text. */
        public boolean changes() {
            return !text.equals(source.text());
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.formatted(this);
        }
    }

    /**
     * The text could not be read, and stays as it is.
     *
     * @param diagnostics in the order of the text; at least one is an error
     */
    record Refused(SourceText source, List<Diagnostic> diagnostics) implements FormatResult {
        public Refused {
            diagnostics = List.copyOf(diagnostics);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.refused(this);
        }
    }
}
