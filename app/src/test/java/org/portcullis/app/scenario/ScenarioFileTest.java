package org.portcullis.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.model.value.Exact;

class ScenarioFileTest {

    static final Path INCIDENT = Path.of("..", "policies", "incidents", "2022-05-02");

    @TempDir
    Path folder;

    @Test
    void theIncidentHasNineRunsOfABasketOf349Lines() {
        Scenario incident = ScenarioFile.read(INCIDENT);

        assertEquals(9, incident.runs().size());
        assertTrue(incident.baskets().values().stream()
                .allMatch(basket -> basket.submission().lines().size() == 349));
    }

    @Test
    void quantitiesAreMultipliedAndVolumesTakenAwayAsTheScenarioSays() {
        Scenario incident = ScenarioFile.read(INCIDENT);

        assertEquals(
                new Given.Amount(3 * 780 * Exact.ONE),
                basket(incident, "three-times").submission().lines().get(0).quantity());
        assertEquals(
                new Given.Absent(),
                basket(incident, "intended-with-gaps")
                        .market()
                        .instrument("ABN.AS")
                        .orElseThrow()
                        .adv());
    }

    @Test
    void aFolderWithoutAScenarioIsNamed() {
        UserMistake mistake = assertThrows(UserMistake.class, () -> ScenarioFile.read(folder));

        assertTrue(mistake.line().endsWith("no such file; a scenario is a folder with a scenario.yaml"));
    }

    @Test
    void anUnknownFieldIsNamedWithItsPlace() throws IOException {
        UserMistake mistake = assertThrows(UserMistake.class, () -> ScenarioFile.read(changed("entity:", "entety:")));

        assertTrue(mistake.line().contains("scenario.yaml:4:9: `entety` is no field here"), mistake::line);
    }

    @Test
    void aStepByAStrangerIsNamedWithItsPlace() throws IOException {
        UserMistake mistake =
                assertThrows(UserMistake.class, () -> ScenarioFile.read(changed("by: p-reid", "by: p-raid")));

        assertTrue(mistake.line().contains("nobody has the id `p-raid`"), mistake::line);
    }

    @Test
    void aBrokenCsvLineIsNamedWithItsPlace() throws IOException {
        Path copy = changed("entity:", "entity:");
        Path basket = copy.resolve("data/basket-intended.csv");
        Files.writeString(basket, Files.readString(basket).replace("2,AD.AS,SELL,459", "2,AD.AS,SEL,459"));

        UserMistake mistake = assertThrows(UserMistake.class, () -> ScenarioFile.read(copy));

        assertTrue(mistake.line().endsWith("basket-intended.csv:3: a side is BUY or SELL, not `SEL`"), mistake::line);
    }

    @Test
    void anUnreadableQuantityStaysAsEvidence() throws IOException {
        Path copy = changed("entity:", "entity:");
        Path basket = copy.resolve("data/basket-intended.csv");
        Files.writeString(basket, Files.readString(basket).replace("2,AD.AS,SELL,459", "2,AD.AS,SELL,4e9"));

        Given quantity = basket(ScenarioFile.read(copy), "intended")
                .submission()
                .lines()
                .get(1)
                .quantity();

        assertEquals(new Given.Unreadable("4e9"), quantity);
    }

    @Test
    void instrumentsMayCarryTheirSharesInIssueAndHowTheyTrade() throws IOException {
        Path copy = changed("entity:", "entity:");
        Path instruments = copy.resolve("data/instruments.csv");
        List<String> rows = Files.readAllLines(instruments);
        Files.write(
                instruments,
                IntStream.range(0, rows.size())
                        .mapToObj(row -> rows.get(row) + (row == 0 ? ",outstanding_shares,state" : ",14500,HALTED"))
                        .toList());

        MarketSnapshot.Instrument known = basket(ScenarioFile.read(copy), "intended")
                .market()
                .instrument("ABN.AS")
                .orElseThrow();

        assertEquals(
                Optional.of(new MarketSnapshot.Outstanding(Given.whole(14_500), known.advAt())), known.outstanding());
        assertEquals(Optional.of(new MarketSnapshot.TradingState("HALTED", known.priceAt())), known.state());
    }

    @Test
    void ordersMayCarryALimitAndTheirEffect() throws IOException {
        Path copy = changed("entity:", "entity:");
        Files.writeString(
                copy.resolve("data/basket-intended.csv"),
                "line,symbol,side,quantity,limit_price,effect\n1,ABN.AS,SELL,780,1,REDUCING\n2,ABN.AS,SELL,780,,\n");

        List<OrderLine> lines =
                basket(ScenarioFile.read(copy), "intended").submission().lines();

        assertEquals(Given.whole(1), lines.get(0).limitPrice());
        assertEquals(Optional.of("REDUCING"), lines.get(0).effect());
        assertEquals(new Given.Absent(), lines.get(1).limitPrice());
        assertEquals(Optional.empty(), lines.get(1).effect());
    }

    @Test
    void theMarketMayCarryTheMedianBasketOfADesk() throws IOException {
        Path copy = changed(
                "  volumes over trading days: 20",
                "  volumes over trading days: 20\n  median baskets: {Delta 1: USD 61000000}\n"
                        + "  medians observed at: 2022-04-29T15:30:00Z");

        MarketSnapshot.PinnedMedian median = basket(ScenarioFile.read(copy), "intended")
                .market()
                .median("Delta 1")
                .orElseThrow();

        assertEquals(Given.whole(61_000_000), median.amount());
    }

    private static Scenario.Basket basket(Scenario scenario, String id) {
        return Objects.requireNonNull(scenario.baskets().get(id));
    }

    private Path changed(String before, String after) throws IOException {
        try (Stream<Path> files = Files.walk(INCIDENT)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve(INCIDENT.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        Path scenario = folder.resolve("scenario.yaml");
        Files.writeString(scenario, Files.readString(scenario).replace(before, after));
        return folder;
    }
}
