package org.portcullis.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.SourceText;

/** Holds fixes to their promise: with any one of them in place the mistake is gone. */
class FixesTest {
    private static final int FIX_FLOOR = 25;

    private static final String CONTROL = """
            hard limit ORDER-NOTIONAL cites UK-RTS6 "15(1)(b)" applies to orders, when released
            block the order if %s say "{order.notional}, {limit}".
            """;

    static List<Path> files() {
        return BadCases.files();
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFixOfABadCaseTakesItsMistakeAway(Path file) {
        BadCase bad = BadCases.load(file);
        Compilation compilation = bad.compile();
        for (Diagnostic mistake : compilation.diagnostics()) {
            for (Fix fix : mistake.fixes()) {
                Compilation fixed = bad.compile(applied(compilation.source().text(), fix));
                assertTrue(
                        fixed.diagnostics().stream().noneMatch(left -> isSame(left, mistake)),
                        () -> fix + " does not cure " + mistake);
            }
        }
    }

    @Test
    void manyBadCasesHaveFixes() {
        long fixes = files().stream()
                .map(BadCases::load)
                .flatMap(bad -> bad.compile().diagnostics().stream())
                .mapToLong(mistake -> mistake.fixes().size())
                .sum();
        assertTrue(fixes >= FIX_FLOOR, fixes + " fixes found, at least " + FIX_FLOOR + " expected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            order.notionl is more than USD 1          | order.notional is more than USD 1
            order.notional > USD 1                    | order.notional is more than USD 1
            order.notional is >= USD 1                | order.notional is at least USD 1
            order.notional is more then USD 1         | order.notional is more than USD 1
            order.notional exceeds USD 1              | order.notional is more than USD 1
            order.notional is above USD 1             | order.notional is more than USD 1
            order.notional is not more than USD 1     | order.notional is at most USD 1
            order.notional IS more than USD 1         | order.notional is more than USD 1
            order.notional is more than usd 1         | order.notional is more than USD 1
            order.notional is more than USD 4bn       | order.notional is more than USD 4billion
            order.quantity is more than 4 share       | order.quantity is more than 4 shares
            order.side is “BUY"                       | order.side is "BUY"
            order.side is "BUUY"                      | order.side is "BUY"
            order.desk is Delta                       | order.desk is "Delta"
            order.notional is more than UDS 1         | order.notional is more than USD 1
            оrder.notional is more than USD 1         | order.notional is more than USD 1
            """)
    void firstFixIsWhatWasMeant(String wrong, String right) {
        String text = Texts.HEADER + CONTROL.formatted(wrong);
        Diagnostic mistake = compile(text).diagnostics().stream()
                .filter(found -> !found.fixes().isEmpty())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no fix for " + wrong));
        assertEquals(
                Texts.HEADER + CONTROL.formatted(right),
                applied(text, mistake.fixes().get(0)));
    }

    @Test
    void wordWithSeveralMeaningsHasAFixForEach() {
        String text = Texts.HEADER + CONTROL.formatted("id is \"A\"");
        List<String> replacements = compile(text).diagnostics().stream()
                .flatMap(found -> found.fixes().stream())
                .map(Fix::replacement)
                .toList();
        assertEquals(List.of("basket.id", "execution.id", "message.id", "order.id", "strategy.id"), replacements);
    }

    @Test
    void allFixesTogetherLeaveAPolicyThatCompiles() {
        String text = Texts.HEADER.replace("\"Test\"", "“Test”")
                + CONTROL.formatted("order.notionl > USD 1").replace("block the order", "block order")
                + "grant ALL-TRADERS lets role \"Trader\" submit orders, when realeased.";
        for (int round = 0; round < 10; round++) {
            text = allApplied(text);
        }
        assertEquals(
                Texts.HEADER + CONTROL.formatted("order.notional is more than USD 1")
                        + "grant ALL-TRADERS lets role \"Trader\" submit orders, when released.",
                text);
    }

    private static String allApplied(String text) {
        List<Fix> chosen = new ArrayList<>();
        for (Diagnostic mistake : compile(text).diagnostics()) {
            mistake.fixes().stream().limit(1).forEach(chosen::add);
        }
        String fixed = text;
        for (int at = chosen.size() - 1; at >= 0; at--) {
            fixed = applied(fixed, chosen.get(at));
        }
        return fixed;
    }

    private static Compilation compile(String text) {
        return PolicyCompiler.compile(new SourceText("x.policy", text), CompilerSettings.none());
    }

    private static String applied(String text, Fix fix) {
        return text.substring(0, fix.where().start())
                + fix.replacement()
                + text.substring(fix.where().end());
    }

    private static boolean isSame(Diagnostic one, Diagnostic other) {
        return one.code() == other.code()
                && one.message().equals(other.message())
                && one.span().start() == other.span().start();
    }
}
