package org.portcullis.compiler.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.format.layout.FormatResult;
import org.portcullis.compiler.format.layout.PolicyFormatter;
import org.portcullis.compiler.reference.ReferencePage.Example;
import org.portcullis.compiler.source.FileSource;

/** Compiles every example of the language reference. */
class ReferenceExamplesTest {
    /** Lays the examples out in their pages instead of finding fault with them. */
    private static final boolean WRITE = "write".equals(System.getProperty("portcullis.golden"));

    private static final int FEWEST_EXAMPLES = 35;

    /** What an excerpt leaves out is no mistake of it. */
    private static final Set<String> OF_EXCERPTS = Set.of(
            DiagnosticCode.NO_GRANT.code(), DiagnosticCode.NO_HARD_LIMIT.code(), DiagnosticCode.UNUSED_SCOPE.code());

    static List<Example> good() {
        return examples(Example::isGood);
    }

    static List<Example> bad() {
        return examples(example -> !example.isGood());
    }

    static List<ReferencePage> pages() {
        return ReferencePage.all();
    }

    @Test
    void thereAreExamples() {
        assertTrue(good().size() >= FEWEST_EXAMPLES);
        assertTrue(bad().size() >= 3);
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodExampleCompilesWithoutAdvice(Example example) {
        Compilation compilation = compile(example);
        assertEquals(Set.of(), codes(compilation, Severity.ERROR), () -> printed(compilation));
        Set<String> advice = new TreeSet<>(codes(compilation, Severity.WARNING));
        advice.removeAll(OF_EXCERPTS);
        advice.removeAll(example.advice());
        assertEquals(Set.of(), advice, () -> printed(compilation));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badExampleGivesItsCodeAndNoOther(Example example) {
        Compilation compilation = compile(example);
        Set<String> codes = new TreeSet<>(codes(compilation, Severity.ERROR));
        codes.addAll(codes(compilation, Severity.WARNING));
        codes.removeAll(OF_EXCERPTS);
        assertEquals(Set.of(example.wrongWith().orElseThrow()), codes, () -> printed(compilation));
    }

    @ParameterizedTest
    @MethodSource("good")
    void exampleIsLaidOutAsTheFormatterDoes(Example example) {
        FormatResult result = PolicyFormatter.format(new SourceText(example.page(), example.whole()));
        FormatResult.Formatted formatted = assertInstanceOf(FormatResult.Formatted.class, result);
        if (WRITE) {
            example.write(formatted.text());
        }
        assertEquals(formatted.text(), example.whole());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyFileThatAPageSuppliesIsNamedOnIt(ReferencePage page) {
        Set<String> unnamed = page.files().keySet().stream()
                .filter(file -> page.examples().stream()
                        .noneMatch(example -> example.text().contains("\"" + file + "\"")))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), unnamed);
    }

    private static List<Example> examples(Predicate<Example> wanted) {
        return ReferencePage.all().stream()
                .flatMap(page -> page.examples().stream())
                .filter(wanted)
                .toList();
    }

    private static Compilation compile(Example example) {
        Map<String, String> files = example.files();
        FileSource source = path -> files.containsKey(path)
                ? new FileSource.Found(files.getOrDefault(path, "").getBytes(StandardCharsets.UTF_8))
                : new FileSource.Missing();
        return PolicyCompiler.compile(
                new SourceText(example.page(), example.whole()),
                CompilerSettings.none().withFiles(source));
    }

    private static Set<String> codes(Compilation compilation, Severity severity) {
        return compilation.diagnostics().stream()
                .filter(found -> found.severity() == severity)
                .map(Diagnostic::code)
                .map(DiagnosticCode::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String printed(Compilation compilation) {
        return new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics());
    }
}
