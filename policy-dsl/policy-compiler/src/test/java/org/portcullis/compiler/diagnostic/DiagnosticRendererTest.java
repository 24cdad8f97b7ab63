package org.portcullis.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticRendererTest {

    @Test
    void spanIsUnderlinedAndCureNamed() {
        SourceText source = new SourceText("x.policy", "first\nblock if a.b is more than 4 billion\n");
        Diagnostic diagnostic =
                Diagnostic.of(DiagnosticCode.MISSING_UNIT, new Span(32, 41), "`4 billion` has no unit", "say of what");
        assertEquals("""
                x.policy:2:27: error[P0401]: `4 billion` has no unit
                  2 | block if a.b is more than 4 billion
                    |                           ^^^^^^^^^
                      help: say of what
                      see: portcullis explain P0401
                """, new DiagnosticRenderer(source).render(diagnostic));
    }

    @Test
    void labelsShowTheOtherPlace() {
        SourceText source = new SourceText("x.policy", "scope A-B\nscope A-B\n");
        Diagnostic diagnostic = Diagnostic.of(DiagnosticCode.DUPLICATE_ID, new Span(16, 19), "`A-B` is declared twice")
                .withLabel(new Span(6, 9), "declared here first");
        assertEquals("""
                x.policy:2:7: error[P0304]: `A-B` is declared twice
                  2 | scope A-B
                    |       ^^^
                  1 | scope A-B
                    |       --- declared here first
                      see: portcullis explain P0304
                """, new DiagnosticRenderer(source).render(diagnostic));
    }

    @Test
    void longLineIsCutAroundTheSpan() {
        String text = "a".repeat(1_000_000) + " wrong " + "b".repeat(1_000_000);
        SourceText source = new SourceText("x", text);
        String rendered = new DiagnosticRenderer(source)
                .render(Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, new Span(1_000_001, 1_000_006), "wrong"));
        List<String> lines = rendered.lines().toList();
        assertTrue(lines.get(1).length() <= DiagnosticRenderer.MAX_COLUMNS, lines.get(1));
        assertEquals(lines.get(1).indexOf("wrong"), lines.get(2).indexOf("^^^^^"));
        assertTrue(lines.get(1).endsWith("…"));
    }

    @Test
    void spanLongerThanALineIsCut() {
        SourceText source = new SourceText("x", "c".repeat(5_000));
        String rendered = new DiagnosticRenderer(source)
                .render(Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, new Span(0, 5_000), "wrong"));
        rendered.lines().forEach(line -> assertTrue(line.length() <= DiagnosticRenderer.MAX_COLUMNS, line));
    }

    @Test
    void hiddenCharactersBecomeVisible() {
        SourceText source = new SourceText("x", "a\u202Eb\u0000c");
        String rendered = new DiagnosticRenderer(source)
                .render(Diagnostic.of(DiagnosticCode.BIDIRECTIONAL_CONTROL, new Span(1, 2), "hidden"));
        assertFalse(rendered.contains("\u202E"));
        assertTrue(rendered.contains("a<U+202E>b<U+0000>c"));
        assertTrue(rendered.contains("^^^^^^^^\n"));
    }

    @Test
    void tabsAdvanceToTheNextStop() {
        SourceText source = new SourceText("x", "\tab\tc");
        String rendered = new DiagnosticRenderer(source)
                .render(Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, new Span(4, 5), "wrong"));
        assertTrue(rendered.contains("  1 |     ab  c\n    |         ^\n"), rendered);
    }

    @Test
    void spanOverSeveralLinesNamesTheLast() {
        SourceText source = new SourceText("x", "ab\ncd\nef");
        String rendered = new DiagnosticRenderer(source)
                .render(Diagnostic.of(DiagnosticCode.UNEXPECTED_WORD, new Span(1, 7), "wrong"));
        assertTrue(rendered.contains("  1 | ab\n    |  ^ to line 3\n"), rendered);
    }

    @Test
    void endOfTextGetsOneCaret() {
        SourceText source = new SourceText("x", "ab");
        String rendered = new DiagnosticRenderer(source)
                .render(Diagnostic.of(DiagnosticCode.MISSING_FULL_STOP, Span.at(2), "no full stop"));
        assertTrue(rendered.contains("  1 | ab\n    |   ^\n"), rendered);
    }
}
