package org.portcullis.compiler.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.diagnostic.Span;

/** A text with one mistake, whose span is marked `«so»`. */
record Marked(String text, Span span) {

    /** A text of declarations, after a header. */
    static Marked declarations(String marked) {
        return file(Texts.HEADER + marked);
    }

    /** A whole file. */
    static Marked file(String marked) {
        int start = marked.indexOf('«');
        int end = marked.indexOf('»') - 1;
        return new Marked(marked.replaceAll("[«»]", ""), new Span(start, end));
    }

    /** The one diagnostic that reading gives, at the marked place. */
    void isReported(DiagnosticCode code, String message, String help) {
        SourceText source = new SourceText("test.policy", text);
        Diagnostics diagnostics = new Diagnostics();
        PolicyReader.read(source, diagnostics);
        List<Diagnostic> found = diagnostics.sorted();
        assertEquals(1, found.size(), () -> found.toString());
        Diagnostic only = found.get(0);
        assertEquals(code + " " + message, only.code() + " " + only.message());
        assertEquals(help, only.help().orElse(""));
        assertEquals(source.text(span), source.text(only.span()));
        assertEquals(span, only.span());
    }
}
