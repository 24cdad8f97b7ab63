package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.DiagnosticRenderer;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.source.FileSource;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Value;

/** What a policy takes from other files becomes part of it. */
class FilesTest {
    private static final String HEADER = """
            policy "Test"
              language    1
              version     2026.11.1
              owner       "Head of Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-12-01
              time zone   Europe/London
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 day
              market data stale after 2 seconds
              missing data blocks.

            grant ALL-TRADERS lets role "Trader" submit orders, when released.
            """;
    private static final String LIMIT = """
            hard limit ORDER-QTY
              cites    DEMO-RULES "1"
              applies  to orders where order.desk is "Delta 1", when released
              block    the order if order.quantity is more than the limit from table "limits.csv"
              say      "{order.symbol}: {order.quantity} is more than {limit}.".
            """;
    private static final String TABLE = """
            order.symbol,limit
            ABN.AS,"250,000 shares"
            VOD.L,95% of market.adv over 20 trading days
            """;

    @Test
    void scopeOfAPartIsUsedLikeOnesOwn() {
        String limit = LIMIT.replace("orders where order.desk is \"Delta 1\"", "orders in scope LDN-ALL")
                .replace("the limit from table \"limits.csv\"", "5 shares");
        PolicyPack imported = pack(
                HEADER + "import \"shared/scopes.policy\".\n" + limit,
                Map.of(
                        "shared/scopes.policy",
                        "part \"Scopes\" language 1.\nscope LDN-ALL means order.location is \"London\"."));
        PolicyPack written = pack(HEADER + "scope LDN-ALL means order.location is \"London\".\n" + limit, Map.of());
        assertEquals(Fingerprint.of(written), Fingerprint.of(imported));
    }

    @Test
    void partsMayImportEachOther() {
        PolicyPack pack = pack(
                HEADER + "import \"a.policy\".\n" + LIMIT.replace("the limit from table \"limits.csv\"", "5 shares"),
                Map.of(
                        "a.policy",
                                "part \"A\" language 1.\nimport \"sub/b.policy\".\nscope A-ONE means order.desk is \"A\".",
                        "sub/b.policy",
                                "part \"B\" language 1.\nimport \"../a.policy\".\nscope B-ONE means order.desk is \"B\"."));
        assertEquals(
                List.of("B-ONE", "A-ONE"),
                pack.scopes().stream().map(scope -> scope.id().text()).toList());
    }

    @Test
    void eachRowOfATableIsALimit() {
        PolicyPack pack = pack(HEADER + LIMIT, Map.of("limits.csv", TABLE));
        assertEquals(
                List.of("ALL-TRADERS", "ORDER-QTY-ABN-AS", "ORDER-QTY-VOD-L", "ORDER-QTY"),
                pack.controls().stream().map(control -> control.id().text()).toList());
        Control.HardLimit row = hardLimit(pack, "ORDER-QTY-VOD-L");
        assertEquals(
                new Condition.Compare(
                        Reference.to(Measure.ORDER_QUANTITY),
                        Comparator.MORE_THAN,
                        new Bound.ShareOf(
                                new Value.Ratio(950_000), new Reference(Measure.MARKET_ADV, OptionalInt.of(20)))),
                row.breach());
        assertEquals(
                "order.desk is \"Delta 1\" and order.symbol is \"VOD.L\"",
                ConditionText.words(row.heading().applies().condition()));
    }

    @Test
    void rowSaysItsOwnLimit() {
        String sentence = hardLimit(pack(HEADER + LIMIT, Map.of("limits.csv", TABLE)), "ORDER-QTY-ABN-AS")
                .heading()
                .sentence();
        assertTrue(sentence.contains("if order.quantity is more than 250,000 shares"), sentence);
    }

    @Test
    void whatNoRowCoversIsABreach() {
        Control.HardLimit others = hardLimit(pack(HEADER + LIMIT, Map.of("limits.csv", TABLE)), "ORDER-QTY");
        assertEquals(
                "not (order.symbol is \"ABN.AS\" or order.symbol is \"VOD.L\")", ConditionText.words(others.breach()));
        assertEquals(
                "{order.symbol} has no row in limits.csv, and what nobody gave a limit does not pass.",
                others.heading().message());
    }

    @Test
    void rowWithoutKeysIsTheLimitForEverythingElse() {
        PolicyPack pack = pack(HEADER + LIMIT, Map.of("limits.csv", TABLE + ",1 share\n"));
        assertEquals(
                List.of("ALL-TRADERS", "ORDER-QTY-ABN-AS", "ORDER-QTY-VOD-L", "ORDER-QTY-OTHERS"),
                pack.controls().stream().map(control -> control.id().text()).toList());
        assertEquals(
                "order.desk is \"Delta 1\" and not (order.symbol is \"ABN.AS\" or order.symbol is \"VOD.L\")",
                ConditionText.words(
                        hardLimit(pack, "ORDER-QTY-OTHERS").heading().applies().condition()));
    }

    @Test
    void anotherRowIsAnotherPolicy() {
        assertNotEquals(
                Fingerprint.of(pack(HEADER + LIMIT, Map.of("limits.csv", TABLE))),
                Fingerprint.of(pack(HEADER + LIMIT, Map.of("limits.csv", TABLE.replace("250", "251")))));
    }

    @Test
    void tableWithSeveralKeysJoinsThem() {
        String table = "order.symbol,order.side,limit\nABN.AS,BUY,5 shares\nABN.AS,,7 shares\n";
        PolicyPack pack = pack(HEADER + LIMIT, Map.of("limits.csv", table));
        assertEquals(
                "order.desk is \"Delta 1\" and (order.symbol is \"ABN.AS\" and order.side is \"BUY\")",
                ConditionText.words(hardLimit(pack, "ORDER-QTY-ABN-AS-BUY")
                        .heading()
                        .applies()
                        .condition()));
    }

    @Test
    void eachCaseIsATest() {
        String test = """
                test "limit"
                  given order.desk is "Delta 1"
                  when released
                  case "at it" given order.quantity is 5 shares expect not ORDER-QTY
                  case "above it" given order.quantity is 6 shares expect block by ORDER-QTY.
                test "limit from a table" with cases from "cases.csv"
                  given order.desk is "Delta 1"
                  when released.
                """;
        PolicyPack pack = pack(
                HEADER + LIMIT.replace("the limit from table \"limits.csv\"", "5 shares") + test,
                Map.of("cases.csv", """
                        case,order.quantity,order.symbol,expect
                        big,"1,000 shares",VOD.L,block by ORDER-QTY
                        unknown,missing,,"block by ORDER-QTY, block"
                        """));
        assertEquals(
                List.of("limit: at it", "limit: above it", "limit from a table: big", "limit from a table: unknown"),
                pack.tests().stream().map(PolicyTest::name).toList());
        PolicyTest unknown = pack.tests().get(3);
        assertEquals(2, unknown.given().size());
        assertTrue(unknown.given().get(1).value().isEmpty());
        assertEquals(2, unknown.expectations().size());
    }

    @Test
    void basketAndEventsComeFromFiles() {
        String test = """
                test "slices"
                  given order.desk is "Delta 1", basket from "basket.csv", events from "day.csv"
                  when released
                  expect not ORDER-QTY.
                """;
        PolicyPack pack = pack(
                HEADER + LIMIT.replace("the limit from table \"limits.csv\"", "5 shares") + test,
                Map.of(
                        "basket.csv", "order.id,order.quantity\nA-1,5 shares\nA-2,4 shares\n",
                        "day.csv", "time,event,order.id,order.notional\n08:56:12,opened,X-1,USD 1 million\n"));
        PolicyTest read = pack.tests().get(0);
        assertEquals(2, read.lines().size());
        assertEquals(
                new Value.Count(4_000_000, CountUnit.SHARES),
                read.lines().get(1).get(1).value().orElseThrow());
        assertEquals(PolicyTest.Happening.OPENED, read.events().get(0).what());
    }

    @Test
    void diagnosticInATableNamesTheTable() {
        Compilation compilation =
                compile(HEADER + LIMIT, Map.of("limits.csv", TABLE.replace("250,000 shares", "USD 5")));
        String printed = new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics());
        assertTrue(printed.startsWith("limits.csv:2:9: error[P0402]"), printed);
    }

    private static Control.HardLimit hardLimit(PolicyPack pack, String id) {
        return (Control.HardLimit) pack.find(new ControlId(id)).orElseThrow();
    }

    private static PolicyPack pack(String text, Map<String, String> files) {
        Compilation compilation = compile(text, files);
        return compilation
                .pack()
                .orElseThrow(() -> new AssertionError(
                        new DiagnosticRenderer(compilation.sources()).render(compilation.diagnostics())));
    }

    private static Compilation compile(String text, Map<String, String> files) {
        return PolicyCompiler.compile(
                new SourceText("test.policy", text),
                CompilerSettings.none()
                        .withFiles(path -> files.containsKey(path)
                                ? new FileSource.Found(files.get(path).getBytes(StandardCharsets.UTF_8))
                                : new FileSource.Missing()));
    }
}
