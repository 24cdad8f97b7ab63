package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;

/** What each run of the incidents other than that of 2 May 2022 must come to; that one has a test of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentFiguresTest {
    private static final Path LIBRARY = CommandLineFixture.HOME.resolve("policies/incidents");
    private static final String MIZUHO = "2005-12-08-mizuho";
    private static final String KNIGHT = "2012-08-01-knight";
    private static final String MERRILL = "2012-merrill";
    private static final String REVLON = "2020-08-11-revlon";

    private final Map<String, List<JsonObject>> runs = new TreeMap<>();

    @BeforeAll
    void replay(@TempDir Path folder) throws IllFormedJson {
        for (String incident : List.of(MIZUHO, KNIGHT, MERRILL, REVLON)) {
            CommandLineFixture.Ran ran = new CommandLineFixture(folder)
                    .run("replay", LIBRARY.resolve(incident).toString(), "--json");
            assertEquals(0, ran.status(), ran::err);
            runs.put(incident, ran.json().array("runs").objects());
        }
    }

    @ParameterizedTest(name = "{0}, run {1}: {2} on {3} is {4}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            2005-12-08-mizuho, 1, as on the day,       "610,000 at JPY 1",  released,        0.00,         4880.00,      ""
            2005-12-08-mizuho, 2, limit on amount,     "610,000 at JPY 1",  released,        0.00,         4880.00,      ""
            2005-12-08-mizuho, 3, shares in issue,     "610,000 at JPY 1",  blocked,         4880.00,      0.00,         TK-SHARES-IN-ISSUE
            2005-12-08-mizuho, 4, price collar,        "610,000 at JPY 1",  blocked,         4880.00,      0.00,         TK-PRICE-COLLAR
            2005-12-08-mizuho, 5, repaired,            "610,000 at JPY 1",  blocked,         4880.00,      0.00,         TK-PRICE-COLLAR TK-SHARES-IN-ISSUE
            2005-12-08-mizuho, 6, repaired,            "1 at JPY 610,000",  released,        0.00,         4880.00,      ""
            2005-12-08-mizuho, 7, repaired,            shares unknown,      blocked,         4880.00,      0.00,         TK-SHARES-IN-ISSUE
            2005-12-08-mizuho, 8, repaired,            "swapped, but near", released,        0.00,         33600.00,     ""
            2012-08-01-knight, 1, as on the day,       "212 orders, told",  released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 2, order limits,        "212 orders, told",  released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 3, order limits,        "one order, too large", blocked,      2535000.00,   0.00,         KN-ORDER-ADV KN-ORDER-NOTIONAL
            2012-08-01-knight, 4, limit for the day,   "212 orders, told",  released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 5, repeated execution,  "212 orders, told",  released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 6, overfill,            "212 orders, told",  released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 7, message throttle,    "212 orders, asked", released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 8, as on the day,       "212 orders, asked", released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 9, repaired,            "212 orders, told",  released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 10, repaired,           "212 orders, asked", released,        0.00,         2132725.00,   ""
            2012-08-01-knight, 11, repaired,           "212 orders, sound", released,        0.00,         2132725.00,   ""
            2012-merrill,      1, as on the day,       63 days' volume,     released,        0.00,         150000000.00, ""
            2012-merrill,      2, as on the day,       20 days' volume,     released,        0.00,         480000.00,    ""
            2012-merrill,      3, "cut to 50,000",     63 days' volume,     blocked,         150000000.00, 0.00,         NY-ORDER-QUANTITY
            2012-merrill,      4, "cut to 50,000",     20 days' volume,     released,        0.00,         480000.00,    ""
            2012-merrill,      5, "cut to 50,000",     everyday orders,     partly released, 2400000.00,   16800.00,     NY-ORDER-QUANTITY
            2012-merrill,      6, repaired,            63 days' volume,     blocked,         150000000.00, 0.00,         NY-ADV-HARD
            2012-merrill,      7, repaired,            20 days' volume,     blocked,         480000.00,    0.00,         NY-ADV-HARD
            2012-merrill,      8, repaired,            everyday orders,     released,        0.00,         2416800.00,   ""
            2012-merrill,      9, repaired,            volume unknown,      blocked,         150000000.00, 0.00,         NY-ADV-HARD NY-ADV-SOFT
            2020-08-11-revlon, 1, as on the day,       USD 894m,            released,        0.00,         894000000.00, ""
            2020-08-11-revlon, 2, amount typed again,  USD 894m,            expired,         894000000.00, 0.00,         LOAN-SIX-EYES
            2020-08-11-revlon, 3, amount typed again,  "USD 894m, copied",  released,        0.00,         894000000.00, ""
            2020-08-11-revlon, 4, against what is due, USD 894m,            blocked,         894000000.00, 0.00,         LOAN-AMOUNT-DUE
            2020-08-11-revlon, 5, repaired,            USD 894m,            blocked,         894000000.00, 0.00,         LOAN-AMOUNT-DUE
            2020-08-11-revlon, 6, repaired,            USD 7.8m,            released,        0.00,         7800000.00,   ""
            2020-08-11-revlon, 7, repaired,            amount due unknown,  blocked,         7800000.00,   0.00,         LOAN-AMOUNT-DUE
            2020-08-11-revlon, 8, repaired,            due wrong as well,   released,        0.00,         894000000.00, ""
            """)
    void theMoneyTheEndAndTheControlsAreThese(
            String incident,
            int run,
            String policy,
            String basket,
            String outcome,
            String stopped,
            String released,
            String stoppedBy) {
        JsonObject found = run(incident, run);

        assertEquals(
                List.of(policy, basket, outcome, stopped, released, stoppedBy),
                List.of(
                        found.text("policy"),
                        found.text("basket"),
                        found.text("outcome"),
                        found.text("stoppedUsd"),
                        found.text("releasedUsd"),
                        String.join(" ", found.array("stoppedBy").texts())));
    }

    @ParameterizedTest(
            name = "run {0}: {1} orders sent, {2} shares executed, {3} beyond what was asked for, stopped by {4}")
    @CsvSource(quoteCharacter = '"', textBlock = """
            1,  888, 88800, 46300, "",                    "",        ""
            2,  888, 88800, 46300, "",                    "",        ""
            4,  741, 74100, 31600, KN-CAPITAL,            PT0.455S,  ""
            5,  741, 74100, 31600, KN-REPEATED-EXECUTION, PT0.455S,  ""
            6,  297, 29700, 2900,  KN-OVERFILL,           PT0.155S,  ""
            7,  888, 20000, 0,     KN-MESSAGE-RATE,       PT0.15S,   more-than-parent over suspended
            8,  888, 42500, 0,     "",                    "",        more-than-parent over
            9,  297, 29700, 2900,  KN-OVERFILL,           PT0.155S,  ""
            10, 888, 20000, 0,     KN-MESSAGE-RATE,       PT0.15S,   more-than-parent over suspended
            11, 425, 42500, 0,     "",                    "",        ""
            """)
    void theRouterOfKnightComesAsFarAsThis(
            int run, int sent, String shares, String beyond, String control, String after, String refusals) {
        JsonObject router = run(KNIGHT, run).object("router");

        assertEquals(
                List.of(sent, shares, beyond, control, after, refusals),
                List.of(
                        (int) router.whole("sent"),
                        router.text("shares"),
                        router.text("sharesBeyond"),
                        router.has("stoppedBy") ? router.text("stoppedBy") : "",
                        router.has("stoppedAfter") ? router.text("stoppedAfter") : "",
                        String.join(" ", router.object("refused").members().keySet())));
    }

    @Test
    void noRunOfAnIncidentIsWithoutATest() {
        assertEquals(
                Map.of(MIZUHO, 8, KNIGHT, 11, MERRILL, 9, REVLON, 8),
                runs.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().size())));
    }

    @Test
    void theOrderOfMizuhoIs42TimesTheSharesInIssueAndTheLimitIs145() {
        JsonObject worst = worst(MIZUHO, 3, "TK-SHARES-IN-ISSUE");

        assertEquals("145 shares", worst.text("limit"));
        assertEquals("42 times", worst.text("ratio"));
    }

    @Test
    void theOrderOfMerrillIs63AverageDays() {
        assertEquals("63 times", worst(MERRILL, 6, "NY-ADV-HARD").text("ratio"));
    }

    @Test
    void thePaymentIs114TimesWhatIsDue() {
        assertEquals("114 times", worst(REVLON, 5, "LOAN-AMOUNT-DUE").text("ratio"));
    }

    @Test
    void whoTypesWhatWasMeantApprovesNothing() {
        assertEquals(
                List.of("wrong-amount", "wrong-amount", "no-token"),
                run(REVLON, 2).array("events").objects().stream()
                        .map(event -> event.text("refused"))
                        .toList());
    }

    @Test
    void noSignatureCountsForWhatIsBlocked() {
        assertTrue(run(REVLON, 4).array("events").objects().stream().allMatch(event -> event.has("refused")));
    }

    private JsonObject worst(String incident, int run, String control) {
        return run(incident, run).object("findings").array("details").objects().stream()
                .filter(group -> group.has("control") && group.text("control").equals(control))
                .findFirst()
                .orElseThrow()
                .array("worst")
                .objects()
                .get(0);
    }

    private JsonObject run(String incident, int number) {
        return java.util.Objects.requireNonNull(runs.get(incident)).get(number - 1);
    }
}
