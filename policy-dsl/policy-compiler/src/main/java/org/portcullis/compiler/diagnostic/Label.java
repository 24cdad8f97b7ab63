package org.portcullis.compiler.diagnostic;

/** Points at a second place that explains a diagnostic, for example where an id was declared first; the text follows the rules of {@link Diagnostic}. */
public record Label(Span span, String text) {
    public Label {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a label says something");
        }
    }
}
