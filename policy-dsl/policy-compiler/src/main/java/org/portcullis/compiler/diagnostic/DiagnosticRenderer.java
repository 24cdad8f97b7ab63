package org.portcullis.compiler.diagnostic;

import java.util.List;

/**
 * Prints diagnostics for people: place, code, message, the source line with the span underlined, labels, cure and where to read more.
 *
 * <pre>
 * delta1.policy:12:61: error[P0401]: `4 billion` has no unit
 *  12 |   block    the whole basket if basket.notional is more than 4 billion
 *     |                                                             ^^^^^^^^^
 *     help: say of what: for example `USD 4 billion` or `4 billion shares`
 *     see: portcullis explain P0401
 * </pre>
 *
 * <p>The source line is cut around the span to {@link #MAX_COLUMNS}; tabs advance to the next multiple of four, and characters that would be invisible are
 * printed as `&lt;U+202E&gt;`. Immutable and safe for several threads.
 */
public final class DiagnosticRenderer {
    /** The widest excerpt of a source line, its number included. */
    public static final int MAX_COLUMNS = 100;

    private static final int MIN_DIGITS = 3;

    private final Sources sources;

    /** Prints diagnostics about this text. */
    public DiagnosticRenderer(SourceText source) {
        this(Sources.of(source));
    }

    /** Prints diagnostics about these files. */
    public DiagnosticRenderer(Sources sources) {
        this.sources = sources;
    }

    /** Prints all diagnostics, an empty line between them; ends with a line feed unless there are none. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            if (out.length() > 0) {
                out.append('\n');
            }
            render(diagnostic, out);
        }
        return out.toString();
    }

    /** Prints one diagnostic; ends with a line feed. */
    public String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        render(diagnostic, out);
        return out.toString();
    }

    /** Prints the source line of a span with the span underlined, as under a diagnostic; ends with a line feed. */
    public String excerpt(Span span) {
        StringBuilder out = new StringBuilder();
        excerpt(
                span,
                '^',
                "",
                Math.max(
                        MIN_DIGITS,
                        Integer.toString(sources.of(span).line(span.start())).length()),
                out);
        return out.toString();
    }

    private void render(Diagnostic diagnostic, StringBuilder out) {
        SourceText source = sources.of(diagnostic.span());
        Position place = source.position(diagnostic.span().start());
        out.append(source.name()).append(':').append(place.line()).append(':').append(place.column());
        out.append(": ")
                .append(diagnostic.severity().word())
                .append('[')
                .append(diagnostic.code().code())
                .append("]: ");
        out.append(diagnostic.message()).append('\n');
        int digits = numberWidth(diagnostic);
        excerpt(diagnostic.span(), '^', "", digits, out);
        for (Label label : diagnostic.labels()) {
            SourceText other = sources.of(label.span());
            if (other != source) {
                out.append(" ".repeat(digits))
                        .append(" in ")
                        .append(other.name())
                        .append(":\n");
            }
            excerpt(label.span(), '-', " " + label.text(), digits, out);
        }
        String indent = " ".repeat(digits + 3);
        diagnostic
                .help()
                .ifPresent(
                        help -> out.append(indent).append("help: ").append(help).append('\n'));
        out.append(indent)
                .append("see: portcullis explain ")
                .append(diagnostic.code().code())
                .append('\n');
    }

    private int numberWidth(Diagnostic diagnostic) {
        int highest = sources.of(diagnostic.span()).line(diagnostic.span().start());
        for (Label label : diagnostic.labels()) {
            highest =
                    Math.max(highest, sources.of(label.span()).line(label.span().start()));
        }
        return Math.max(MIN_DIGITS, Integer.toString(highest).length());
    }

    private void excerpt(Span span, char mark, String note, int digits, StringBuilder out) {
        SourceText source = sources.of(span);
        int line = source.line(span.start());
        Excerpt excerpt = Excerpt.of(source, line, span, MAX_COLUMNS - digits - 3);
        String number = Integer.toString(line);
        out.append(" ".repeat(digits - number.length()))
                .append(number)
                .append(" | ")
                .append(excerpt.text())
                .append('\n');
        out.append(" ".repeat(digits)).append(" | ").append(" ".repeat(excerpt.before()));
        out.append(Character.toString(mark).repeat(excerpt.marked()));
        int last = source.line(Math.max(span.start(), span.end() - 1));
        if (last > line) {
            out.append(" to line ").append(last);
        }
        out.append(note).append('\n');
    }
}
