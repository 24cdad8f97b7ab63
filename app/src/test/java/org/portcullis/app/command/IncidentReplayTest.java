package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;

/** What the replay of 2 May 2022 must come to, run by run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IncidentReplayTest {

    private Path folder = Path.of("");
    private List<JsonObject> runs = List.of();

    @BeforeAll
    void replay(@TempDir Path temporary) throws IllFormedJson {
        folder = temporary;
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("demo", "--json", "--out", "demo");
        assertEquals(0, ran.status(), ran::err);
        runs = ran.json().array("runs").objects();
    }

    @ParameterizedTest(name = "run {0}: {1} on {2} is {3}")
    @CsvSource(textBlock = """
            1, as on the day,    erroneous,          partly released, 65,  646, 248.0, 65,  196.0, 284
            2, order limit 250m, erroneous,          partly released, 291, 420, 435.2, 291, 8.8,   58
            3, wave limit 4bn,   erroneous,          blocked,         66,  646, 444.0, 349, 0.0,   0
            4, against intent,   erroneous,          blocked,         66,  646, 444.0, 349, 0.0,   0
            5, flood at 10,      erroneous,          blocked,         66,  646, 444.0, 349, 0.0,   0
            6, repaired,         erroneous,          blocked,         630, 13,  444.0, 349, 0.0,   0
            7, repaired,         intended,           released,        0,   0,   0.0,   0,   0.1,   349
            8, repaired,         intended with gaps, blocked,         10,  0,   0.1,   349, 0.0,   0
            9, repaired,         three times,        released,        0,   0,   0.0,   0,   0.2,   349
            """)
    void theMoneyAndTheLinesAreThoseOfTheIncident(
            int run,
            String policy,
            String basket,
            String outcome,
            int hard,
            int soft,
            String stoppedBillions,
            int stoppedOrders,
            String releasedBillions,
            int releasedOrders) {
        JsonObject found = run(run);

        assertEquals(
                List.of(
                        policy,
                        basket,
                        outcome,
                        hard,
                        soft,
                        stoppedBillions,
                        stoppedOrders,
                        releasedBillions,
                        releasedOrders),
                List.of(
                        found.text("policy"),
                        found.text("basket"),
                        found.text("outcome"),
                        (int) found.object("findings").whole("hardLines"),
                        (int) found.object("findings").whole("softLines"),
                        billions(found.text("stoppedUsd")),
                        (int) found.whole("stoppedOrders"),
                        billions(found.text("releasedUsd")),
                        (int) found.whole("releasedOrders")));
    }

    @Test
    void theWarningsOfTheDayWere284OnNotional349OnVolumeAnd13OnQuantity() {
        assertEquals(284, count(1, "D1-NOTIONAL-SOFT"));
        assertEquals(349, count(1, "D1-ADV-SOFT"));
        assertEquals(13, count(1, "D1-QUANTITY-SOFT"));
    }

    @Test
    void theSumsOfTheDayCloseToTheCent() {
        assertEquals(
                new BigDecimal("444000000054.638346"),
                new BigDecimal(run(1).text("stoppedUsd"))
                        .add(new BigDecimal(run(1).text("releasedUsd")))
                        .stripTrailingZeros());
        assertEquals(
                new BigDecimal("58000209.20"),
                new BigDecimal(run(7).text("releasedUsd")).setScale(2, RoundingMode.HALF_UP));
    }

    @Test
    void theBasketIs7655TimesWhatWasAskedFor() {
        assertTrue(group(4, "D1-BASKET-INTENT")
                .array("worst")
                .objects()
                .get(0)
                .text("message")
                .contains("7,655 times what the client asked for"));
    }

    @Test
    void theRepairedPolicyShowsAtMostEightFindingsInPlaceOf711Lines() {
        assertTrue(run(6).object("findings").whole("groups") <= 8);
    }

    @Test
    void theOrdersWithoutVolumeAreBlockedAndNamed() {
        List<String> symbols = group(8, "D1-ADV-HARD").array("worst").objects().stream()
                .map(finding -> finding.text("symbol"))
                .sorted()
                .toList();

        assertEquals(List.of("ABN.AS", "NESN.SW", "NOVO-B.CO"), symbols);
    }

    @Test
    void aStalePriceBlocksTheBasketAndSaysWhichHowOldAndWhatCuresIt() {
        JsonObject gap = group(8, "LDN-WAVE-NOTIONAL").array("gaps").objects().get(0);

        assertEquals("market.price", gap.text("fact"));
        assertTrue(gap.text("detail").contains("SAP.DE"), () -> gap.text("detail"));
        assertTrue(
                gap.text("detail").contains("45 minutes old and the policy allows 5 seconds"),
                () -> gap.text("detail"));
        assertTrue(gap.text("cure").startsWith("refresh market.price of SAP.DE"), () -> gap.text("cure"));
    }

    @Test
    void theMakerIsRefusedTwoOthersReleaseAndTheTokenCountsOnce() {
        List<JsonObject> events = run(9).array("events").objects();

        assertEquals("held", run(9).text("decision"));
        assertEquals(
                List.of(true, false, false, false, true),
                events.stream().map(event -> event.has("refused")).toList());
    }

    @Test
    void theJournalVerifiesWithTheKeyBesideIt() {
        CommandLineFixture.Ran ran =
                new CommandLineFixture(folder).run("verify", "demo/journal", "--key", "demo/journal.vkey");

        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().startsWith("VALID"), ran::out);
    }

    @Test
    void theWorkbookLeftBesideItIsAZipOfTheSheets() throws IOException {
        try (ZipFile workbook = new ZipFile(folder.resolve("demo/evidence.xlsx").toFile())) {
            assertTrue(workbook.stream()
                            .filter(entry -> entry.getName().startsWith("xl/worksheets/"))
                            .count()
                    >= 10);
        }
    }

    @Test
    void theSameJournalGivesAWorkbookAgain() {
        CommandLineFixture.Ran ran =
                new CommandLineFixture(folder).run("report", "demo/journal", "--out", "again.xlsx");

        assertEquals(0, ran.status(), ran::err);
        assertTrue(Files.exists(folder.resolve("again.xlsx")));
    }

    @Test
    void aJournalWithAFlippedByteGivesAWorkbookThatSaysSo() throws IOException {
        Path copy = folder.resolve("flipped");
        copy(folder.resolve("demo/journal"), copy);
        Path segment = copy.resolve("segments/0000000000000000.seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);

        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("report", "flipped", "--out", "refuted.xlsx");

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("its cover says NOT VERIFIED. The journal does not verify: "), ran::out);
        assertTrue(Files.exists(folder.resolve("refuted.xlsx")));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private JsonObject run(int number) {
        return runs.get(number - 1);
    }

    private long count(int run, String control) {
        return group(run, control).whole("count");
    }

    private JsonObject group(int run, String control) {
        return run(run).object("findings").array("details").objects().stream()
                .filter(group -> group.findText("control").equals(java.util.Optional.of(control)))
                .findFirst()
                .orElseThrow();
    }

    private static String billions(String money) {
        return new BigDecimal(money)
                .movePointLeft(9)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
