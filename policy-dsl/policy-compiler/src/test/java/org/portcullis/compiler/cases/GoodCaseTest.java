package org.portcullis.compiler.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.SourceText;

/** What is fine is not reported. */
class GoodCaseTest {
    private static final String LIMIT = """
            grant DESK-TRADERS lets role "Trader" submit baskets, when released.
            hard limit ORDER-LIMIT
              cites    DEMO-RULES "7.3.2(1)"
              applies  to orders, when released
              block    the order if %s
              say      "{order.notional}: the limit is {limit}.".
            """;

    static List<Path> files() {
        return BadCases.list(Path.of("src", "test", "resources", "good"));
    }

    @Test
    void thereAreGoodCases() {
        assertTrue(files().size() >= 30);
    }

    @ParameterizedTest
    @MethodSource("files")
    void goodPolicyHasNoDiagnostics(Path file) {
        assertClean(new String(BadCases.read(file), StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.notional is more than USD 5 and order.notional is less than USD 6",
                "order.notional is less than USD 5 or order.notional is more than USD 6",
                "order.notional is at least USD 5 and order.notional is at most USD 5",
                "order.venue is not \"XLON\" and order.venue is not \"XPAR\"",
                "order.venue is \"XLON\" or order.venue is \"XPAR\"",
                "order.quantity is more than 10% of market.adv and order.notional is more than USD 5",
                "order.quantity is more than 10% of market.adv over 5 trading days and order.quantity is less than 5% of market.adv over 20 trading days",
                "basket.notional is more than 110% of basket.intended or basket.notional is less than 90% of basket.intended",
                "order.price is less than USD 0 per share",
                "market.adv is missing or order.notional is more than USD 0",
                "not (order.side is \"BUY\") and order.notional is more than USD 1 million",
                "order.symbol is one of (\"A\", \"B\") and order.symbol is not \"A\"",
                "fx.rate is more than 200%",
                "basket.items is more than 500 orders and order.notional is more than USD 1"
            })
    void conditionThatCanHoldIsNotReported(String condition) {
        assertClean(Texts.HEADER + LIMIT.formatted(condition));
    }

    @Test
    void softLimitBelowTheHardLimitIsNotReported() {
        String soft = """
                soft limit ORDER-WARNING
                  cites    DEMO-RULES "7.3.2(1)"
                  applies  to orders, when released
                  warn     the trader if order.notional is more than USD 4
                  acknowledged one by one with a reason
                  say      "{order.notional}: the warning is at {limit}.".
                """;
        assertClean(Texts.HEADER + LIMIT.formatted("order.notional is more than USD 5") + soft);
        assertClean(Texts.HEADER
                + LIMIT.formatted("order.notional is more than USD 3")
                        .replace("orders, when", "orders where order.side is \"BUY\", when")
                + soft);
    }

    private static void assertClean(String text) {
        CompilerSettings settings = CompilerSettings.none().withAsOf(LocalDate.parse("2026-12-15"));
        Compilation compilation = PolicyCompiler.compile(new SourceText("good.policy", text), settings);
        assertEquals("", new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics()));
        assertTrue(compilation.pack().isPresent());
    }
}
