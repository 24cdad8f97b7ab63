package org.portcullis.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.DiagnosticPages;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.model.measure.Measure;

/** Every code has a bad case and a page, no page is left over, and a page shows what its bad case prints. */
class DiagnosticPagesTest {
    private static final Path FOLDER = Path.of("..", "..", "docs", "diagnostics");
    private static final Pattern SHOWN = Pattern.compile("(?s)```text\n(.*?)```\n");
    private static final Pattern EXAMPLES =
            Pattern.compile("(?s)Avoid:\n\n```policy\n(.*?)```\n\nPrefer:\n\n```policy\n(.*?)```\n");
    private static final Path BAD = Path.of("src", "test", "resources", "bad");
    private static final Path GOOD = Path.of("src", "test", "resources", "good");
    private static final int GOOD_FLOOR = 25;
    private static final List<String> SECTIONS =
            List.of("## What the compiler says", "## Why it matters", "## How to cure it");

    private static final String INDEX_HEAD = """
            # Diagnostics

            What the compiler can find wrong with a policy. `portcullis explain CODE` prints a page. Codes are for ever: they are retired,
            never reused. P01 text and encoding, P02 syntax, P03 names and references, P04 types and units, P05 meaning, P06 advice,
            P07 people and organisation, P08 files and tables. Retired: P0501.

            | code | severity | what |
            |---|---|---|
            """;

    static List<Path> pages() {
        return BadCases.list(FOLDER).stream()
                .filter(file -> file.getFileName().toString().startsWith("P"))
                .toList();
    }

    @Test
    void codesAreNumberedOnce() {
        long distinct = Arrays.stream(DiagnosticCode.values())
                .map(DiagnosticCode::code)
                .distinct()
                .count();
        assertEquals(DiagnosticCode.values().length, distinct);
    }

    @Test
    void everyCodeHasABadCaseAndNoCaseIsLeftOver() {
        Set<String> cases = new TreeSet<>();
        BadCases.files().forEach(file -> cases.add(BadCases.load(file).code()));
        assertEquals(codes(), cases);
    }

    @Test
    void everyCodeHasAPageAndNoPageIsLeftOver() {
        Set<String> found = new TreeSet<>();
        pages().forEach(page -> found.add(page.getFileName().toString().replace(".md", "")));
        assertEquals(codes(), found);
    }

    @ParameterizedTest
    @EnumSource(DiagnosticCode.class)
    void pageIsPackaged(DiagnosticCode code) {
        String page = DiagnosticPages.page(code);
        assertEquals(
                "# " + code.code() + ": " + code.title(),
                page.lines().findFirst().orElse(""));
        SECTIONS.forEach(section -> assertTrue(page.contains("\n" + section + "\n"), section));
    }

    @Test
    void pageIsFoundInSmallLettersAndOnlyForCodes() {
        assertTrue(DiagnosticPages.find("p0301").isPresent());
        assertEquals(Optional.empty(), DiagnosticPages.find("../pages/P0301"));
        assertEquals(Optional.empty(), DiagnosticPages.find("P9999"));
    }

    @Test
    void indexListsEveryCode() {
        Path index = FOLDER.resolve("README.md");
        StringBuilder expected = new StringBuilder(INDEX_HEAD);
        for (DiagnosticCode code : DiagnosticCode.values()) {
            expected.append(String.format(
                    "| [%s](%s.md) | %s | %s |%n",
                    code.code(), code.code(), code.severity().word(), code.title()));
        }
        String text = expected.toString().replace(System.lineSeparator(), "\n");
        if (BadCases.WRITE) {
            BadCases.write(index, text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(text, new String(BadCases.read(index), StandardCharsets.UTF_8));
    }

    @Test
    void pageOnAttributesListsThemAll() {
        String page = DiagnosticPages.page(DiagnosticCode.UNKNOWN_MEASURE);
        Measure.paths().forEach(path -> assertTrue(page.contains("`" + path + "`"), path));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageShowsWhatItsFirstBadCasePrints(Path page) {
        String code = page.getFileName().toString().replace(".md", "");
        BadCase bad = BadCases.files().stream()
                .map(BadCases::load)
                .filter(candidate -> candidate.code().equals(code))
                .findFirst()
                .orElseThrow();
        Compilation compilation = bad.compile();
        Diagnostic shown = compilation.diagnostics().stream()
                .filter(found -> found.code().code().equals(code))
                .findFirst()
                .orElseThrow();
        String printed = new DiagnosticRenderer(compilation.sources()).render(shown);
        String text = new String(BadCases.read(page), StandardCharsets.UTF_8);
        String expected = SHOWN.matcher(text).replaceFirst(Matcher.quoteReplacement("```text\n" + printed + "```\n"));
        if (BadCases.WRITE) {
            BadCases.write(page, expected.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(expected, new String(BadCases.read(page), StandardCharsets.UTF_8));
    }

    /** What a page advises against is reported, and what it prefers is not: both stand in cases that are compiled. */
    @ParameterizedTest
    @MethodSource("pages")
    void examplesOfAPageStandInItsCases(Path page) {
        String text = new String(BadCases.read(page), StandardCharsets.UTF_8);
        Matcher examples = EXAMPLES.matcher(text);
        String code = page.getFileName().toString().replace(".md", "");
        if (!cases(GOOD, code).isEmpty()) {
            assertTrue(examples.find());
            assertTrue(stands(examples.group(1), cases(BAD, code)), () -> code + ", avoid: " + examples.group(1));
            assertTrue(stands(examples.group(2), cases(GOOD, code)), () -> code + ", prefer: " + examples.group(2));
        }
    }

    @Test
    void manyCodesHaveAGoodCase() {
        long count = pages().stream()
                .filter(page -> !cases(GOOD, page.getFileName().toString().replace(".md", ""))
                        .isEmpty())
                .count();
        assertTrue(count >= GOOD_FLOOR, count + " codes have a good case");
    }

    private static List<Path> cases(Path folder, String code) {
        return BadCases.list(folder).stream()
                .filter(file -> file.getFileName().toString().startsWith(code))
                .toList();
    }

    private static boolean stands(String example, List<Path> files) {
        return files.stream().map(BadCases::load).anyMatch(found -> (found.input() + "\n").contains(example));
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        Arrays.stream(DiagnosticCode.values()).forEach(code -> codes.add(code.code()));
        return codes;
    }
}
