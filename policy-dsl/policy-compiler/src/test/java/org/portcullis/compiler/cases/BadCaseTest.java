package org.portcullis.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;

/** Compares code, severity, message, help, labels and the marked text of every bad policy. */
class BadCaseTest {
    private static final int CASE_FLOOR = 60;

    static List<Path> files() {
        return BadCases.files();
    }

    @Test
    void thereAreManyCases() {
        assertTrue(files().size() >= CASE_FLOOR);
    }

    @ParameterizedTest
    @MethodSource("files")
    void diagnosticsAreWhereTheyAreMarked(Path file) {
        BadCase bad = BadCases.load(file);
        Compilation compilation = bad.compile();
        byte[] marked = bad.marked(compilation);
        if (BadCases.WRITE) {
            BadCases.write(file, marked);
        }
        assertEquals(text(marked), text(BadCases.read(file)));
        assertTrue(
                compilation.diagnostics().stream()
                        .anyMatch(found -> found.code().code().equals(bad.code())),
                () -> bad.code() + " is not among\n"
                        + new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics()));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
