package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.layout.Kept;
import org.portcullis.model.measure.Measure;

/** Compiles what the language reference shows, and holds its list of attributes against the model. */
class LanguageReferenceTest {
    private static final Path REFERENCE = Path.of("..", "..", "docs", "language.md");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```policy(?: (P\\d{4}))?\\n(.*?)```");
    private static final int FEWEST_EXAMPLES = 8;

    @Test
    void goodExamplesCompileTogether() throws IOException {
        String policy = examples().stream()
                .filter(example -> example.group(1) == null)
                .map(example -> example.group(2))
                .collect(Collectors.joining("\n"));
        Compilation compilation = compile(policy);
        assertEquals(List.of(), errors(compilation));
        assertTrue(compilation.pack().orElseThrow().controls().size() >= FEWEST_EXAMPLES);
    }

    @Test
    void goodExamplesKeepWhatTheySayWhenFormatted() throws IOException {
        List<String> examples = examples().stream()
                .filter(example -> example.group(1) == null)
                .map(example -> example.group(2))
                .toList();
        assertTrue(examples.size() >= FEWEST_EXAMPLES);
        Kept.formatted(examples.get(0));
        for (String example : examples.subList(1, examples.size())) {
            Kept.formatted(examples.get(0) + example);
        }
    }

    @Test
    void badExamplesAreRefusedAsTheReferenceSays() throws IOException {
        List<MatchResult> examples = examples();
        String first = examples.get(0).group(2);
        for (MatchResult example : examples) {
            if (example.group(1) != null) {
                List<String> codes = errors(compile(first + example.group(2))).stream()
                        .map(found -> found.code().code())
                        .distinct()
                        .toList();
                assertEquals(List.of(example.group(1)), codes, example.group(2));
            }
        }
    }

    @Test
    void everyAttributeIsListed() throws IOException {
        String text = Files.readString(REFERENCE);
        for (Measure measure : Measure.values()) {
            String row = "| `" + measure.path() + "` | " + measure.dimension().phrase() + " |";
            assertTrue(text.contains(row), row);
        }
    }

    private static List<MatchResult> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(REFERENCE)).results().toList();
    }

    private static Compilation compile(String text) {
        return PolicyCompiler.compile(new SourceText("language.md", text), CompilerSettings.none());
    }

    private static List<Diagnostic> errors(Compilation compilation) {
        return compilation.diagnostics().stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .toList();
    }
}
