package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.policytest.PolicyTestResult;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;

/** The policy pack for a bank in London and New York holds what its README says of it, on both evaluators. */
class UkAlgoTradingPackTest {
    private static final String PACK = "policies/packs/uk-algo-trading";
    private static final Path HERE = CommandLineFixture.HOME.resolve(PACK);
    private static final Path DAY = CommandLineFixture.HOME.resolve("app/src/test/resources/uk-algo-trading-day");
    private static final String ORGANISATION = PACK + "/organisation.yaml";
    private static final String FIRST_DAY = "2026-12-01";
    private static final int FEWEST_TESTS = 150;
    private static final String LIBRARY = "CONTROL-LIBRARY";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([A-Z0-9-]+)` \\| ([a-z -]+) \\| [^|]+ \\| ([0-9, ]+) \\| ([^|]+) \\|$");

    private static PolicyPack pack;
    private static String readme;

    @TempDir
    private Path folder;

    @BeforeAll
    static void compile() throws IOException {
        pack = PolicyFiles.checkedAgainst(CatalogueLoader.embedded(), LocalDate.parse(FIRST_DAY))
                .compile(HERE.resolve("uk-algo-trading.policy"), PACK)
                .pack()
                .orElseThrow();
        readme = Files.readString(HERE.resolve("README.md"));
    }

    @Test
    void itHasNothingToBeAdvisedAbout() throws IOException {
        copy();
        Ran ran = run("lint", PACK, "--organisation", ORGANISATION, "--as-of", FIRST_DAY);
        assertEquals(0, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains(" 0 errors, 0 warnings"), ran::out);
    }

    @Test
    void itIsLaidOut() throws IOException {
        String[] files;
        try (Stream<Path> all = Files.walk(HERE)) {
            files = Stream.concat(
                            Stream.of("format", "--check"),
                            all.map(Path::toString).filter(name -> name.endsWith(".policy")))
                    .toArray(String[]::new);
        }
        Ran ran = run(files);
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @Test
    void itsOrganisationHasNoProblems() throws IOException {
        copy();
        Ran ran = run("organisation", ORGANISATION, "--as-of", FIRST_DAY);
        assertEquals(0, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("no problems"), ran::out);
    }

    @Test
    void itsRegisterIsWritten() throws IOException {
        copy();
        Ran ran = run("docs", PACK, "--output", "register", "--as-of", FIRST_DAY);
        assertEquals(0, ran.status(), ran.out() + ran.err());
    }

    @Test
    void aChangedFigureFailsTheTestsAtItsEdges() throws IOException {
        copy();
        Path desk = folder.resolve(PACK).resolve("desks/delta-one.policy");
        Files.writeString(
                desk,
                Files.readString(desk)
                        .replace(
                                "basket.notional is more than USD 4 billion",
                                "basket.notional is more than USD 5 billion"));

        Ran ran = run("test", PACK, "--control", "D1-BASKET-NOTIONAL", "--as-of", FIRST_DAY);

        assertEquals(1, ran.status(), ran::err);
        assertTrue(ran.out().contains("FAILED  a basket of Delta One: a cent more is too much"), ran::out);
    }

    /** Each run says what it must come to. A replay has nobody who signs a change of the policy, so that clause is left out. */
    @Test
    void theEngineMakesOfADayWhatThePackSays() throws IOException {
        copy(HERE, folder.resolve("day"));
        copy(DAY, folder.resolve("day"));
        Path policy = folder.resolve("day/uk-algo-trading.policy");
        Files.writeString(
                policy, Files.readString(policy).replaceFirst("(?s)\n  changes  .*?\n  effective", "\n  effective"));

        Ran ran = run("replay", "day");

        assertEquals(0, ran.status(), ran.out() + ran.err());
        assertTrue(ran.out().contains("FIRM-HALTED  HALT.L is HALTED."), ran::out);
    }

    @Test
    void everyTestPassesOnTheReferenceEvaluator() {
        assertEquals(List.of(), failed(ReferenceEvaluator.factory()));
    }

    @Test
    void everyTestPassesOnDrools() {
        assertEquals(List.of(), failed(DroolsEvaluator.factory()));
    }

    @Test
    void itHasAtLeastAHundredAndFiftyTests() {
        assertTrue(
                pack.tests().size() >= FEWEST_TESTS,
                () -> "only " + pack.tests().size());
    }

    @Test
    void itsTestsShowAllThatCoverageAsksForAsTheReadmeSays() throws IOException {
        copy();
        Ran ran = run("test", PACK, "--coverage", "--min-coverage", "100%", "--as-of", FIRST_DAY);
        assertEquals(0, ran.status(), ran.out() + ran.err());
        String last = ran.out().lines().reduce((first, second) -> second).orElseThrow();
        assertEquals("coverage 100% (" + stated("coverage \\| ([0-9]+ of [0-9]+):") + ")", last.strip());
    }

    @Test
    void theReadmeCountsItsTestsAndControls() {
        assertEquals(pack.tests().size() + " tests", stated("tests \\| ([0-9]+ tests),"));
        assertEquals(pack.controls().size() + " controls", stated("each row of a table, ([0-9]+ controls) \\|"));
        assertEquals(sentences().size() + " controls", stated("controls \\| ([0-9]+ controls);"));
    }

    @Test
    void theReadmeNamesEveryControlWithItsKindAndProvisions() {
        assertEquals(written(sentences().keySet()), sentences());
    }

    @Test
    void everyClaimToImplementAControlOfTheLibraryIsInTheReadme() {
        Map<String, Set<String>> said = new TreeMap<>();
        ROW.matcher(readme)
                .results()
                .forEach(row ->
                        said.put(row.group(1), Set.of(row.group(3).strip().split(",\\s*"))));
        List<String> missing = new ArrayList<>();
        long claims = 0;
        for (Control control : pack.controls()) {
            String id = control.id().text();
            Set<String> numbers = said.entrySet().stream()
                    .filter(each -> (id + "-").startsWith(each.getKey() + "-"))
                    .max(Comparator.comparingInt(each -> each.getKey().length()))
                    .map(Map.Entry::getValue)
                    .orElseGet(Set::of);
            for (var citation : control.heading().citations()) {
                if (citation.corpus().equals(LIBRARY)) {
                    claims++;
                    if (!numbers.contains(citation.provision())) {
                        missing.add(id + " claims " + citation.provision() + " of " + numbers);
                    }
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(claims >= 80, claims + " claims");
    }

    @Test
    void theReadmeShowsWhatTheCommandsPrint() throws IOException {
        copy();
        assertEquals(List.of(), new DocumentedRuns(HERE.resolve("README.md"), folder).differences());
    }

    /** 3% is above the 2% of the bank holidays and not above the 3% of other days. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-12-24", "2027-01-03"})
    void whileItLastsARecalibrationTightens(String day) throws IOException {
        assertTrue(moved("Cash Equities", "3%", day).contains("suspend EQ-PRICE-ON-ARRIVAL"), day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-23", "2027-01-04"})
    void beforeAndAfterItDoesNot(String day) throws IOException {
        assertTrue(moved("Cash Equities", "3%", day).contains("CONTINUES"), day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-15", "2027-03-19"})
    void whileItLastsARecalibrationLoosens(String day) throws IOException {
        assertTrue(moved("Delta 1", "8%", day).contains("CONTINUES"), day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-14", "2027-03-20"})
    void beforeAndAfterTheIndexReviewTheLimitIsWhatItWas(String day) throws IOException {
        assertTrue(moved("Delta 1", "8%", day).contains("suspend D1-PRICE-ON-ARRIVAL"), day);
    }

    @Test
    void theFirstQuarterEndsByItself() throws IOException {
        String order = """
                { "order.desk": "Cash Equities", "order.location": "London", "order.symbol": "VOD.L",
                  "order.notional": "USD 90 million" }
                """;
        copy();
        Files.writeString(folder.resolve("order.json"), order);
        String before =
                run("eval", PACK, "order.json", "--at", "2027-02-28T12:00:00Z").out();
        String after =
                run("eval", PACK, "order.json", "--at", "2027-03-01T12:00:00Z").out();
        assertTrue(before.contains("block  EQ-ORDER-NOTIONAL"), before);
        assertTrue(after.contains("note   EQ-ORDER-NOTIONAL"), after);
    }

    private String moved(String desk, String change, String day) throws IOException {
        copy();
        String order = Files.readString(HERE.resolve("examples/price-moved.json"))
                .replace("\"Delta 1\"", '"' + desk + '"')
                .replace("since order.arrival\": \"6%\"", "since order.arrival\": \"" + change + '"');
        Files.writeString(folder.resolve("order.json"), order);
        return run("eval", PACK, "order.json", "--stage", "working", "--at", day + "T12:00:00Z")
                .out();
    }

    private static List<String> failed(Evaluator.Factory evaluator) {
        return PolicyTests.on(evaluator, pack).runAll().stream()
                .filter(result -> !result.passed())
                .map(PolicyTestResult::test)
                .map(PolicyTest::name)
                .toList();
    }

    private static String stated(String pattern) {
        return Pattern.compile(pattern)
                .matcher(readme)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the README does not say " + pattern));
    }

    /** What the README says of each control. */
    private static Map<String, String> sentences() {
        return ROW.matcher(readme)
                .results()
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> row.group(2) + ": " + row.group(4).strip(),
                        (first, second) -> first + " and again " + second,
                        TreeMap::new));
    }

    /** What the policy says of each control; the rows of a table are one, under the longest name that the README has for them. */
    private static Map<String, String> written(Set<String> names) {
        Map<String, String> written = new TreeMap<>();
        for (Control control : pack.controls()) {
            String id = control.id().text();
            String name = names.stream()
                    .filter(known -> (id + "-").startsWith(known + "-"))
                    .max(Comparator.comparingInt(String::length))
                    .orElse(id);
            String provisions = control.heading().citations().stream()
                    .filter(citation -> !citation.corpus().equals(LIBRARY))
                    .map(citation -> citation.toString().replace("\"", ""))
                    .collect(Collectors.joining(", "));
            written.put(name, ControlKind.of(control).words() + ": " + provisions);
        }
        return written;
    }

    /** Copies the pack to where the commands run. */
    private void copy() throws IOException {
        copy(HERE, folder.resolve(PACK));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copied = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
