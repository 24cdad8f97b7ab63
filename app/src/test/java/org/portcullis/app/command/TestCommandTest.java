package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.JsonObject;

class TestCommandTest {
    private static final String WAVE = "wave-limit.policy";
    private static final String BROKEN = "broken.policy";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void takeThePoliciesOfTheIncident() throws IOException {
        for (String name : List.of("repaired.policy", WAVE)) {
            Files.copy(CommandLineFixture.INCIDENT.resolve("policies/" + name), folder.resolve(name));
        }
    }

    @Test
    void eachTestIsShownWithTheControlsThatDecided() {
        Ran ran = run(WAVE);

        assertEquals("""
                wave-limit.policy
                  passed  four billion and one cent is blocked as a whole  block LDN-WAVE-NOTIONAL
                  passed  four billion passes                              release
                  passed  no price, no release                             block LDN-WAVE-NOTIONAL (missing data)

                3 passed, 0 failed
                """, ran.out());
        assertEquals(0, ran.status());
    }

    @Test
    void whatWorksIsShownWithWhatIsDoneToIt() {
        String sample =
                CommandLineFixture.HOME.resolve("policies/delta1/delta1.policy").toString();

        List<String> shown = new CommandLineFixture(folder)
                .run("test", sample, "--name", "silence")
                .out()
                .lines()
                .skip(1)
                .toList();

        assertEquals(
                List.of(
                        "  passed  silence: at once             note D1-SUSPENSIONS",
                        "  passed  silence: after five minutes  suspend D1-SUSPENSIONS",
                        "  passed  silence: after ten minutes   cancel D1-SUSPENSIONS"),
                shown.subList(0, 3));
    }

    @Test
    void whatNothingIsSaidAboutGoesOnWorking() throws IOException {
        Files.writeString(folder.resolve("quiet.policy"), Files.readString(folder.resolve(WAVE)) + """

                test "a basket that works" given basket.notional is USD 58 million while working expect continue.
                """);

        Ran ran = run("quiet.policy", "--name", "works");

        assertTrue(ran.out().contains("passed  a basket that works  continue\n"), ran::out);
    }

    @Test
    void aPartOfANameChoosesTests() {
        Ran ran = run(WAVE, "--name", "BILLION");

        assertTrue(ran.out().endsWith("2 passed, 0 failed, 1 left out\n"), ran::out);
    }

    @Test
    void namesWithStarsAreWholeNames() {
        assertTrue(run(WAVE, "--name", "four*passes").out().endsWith("1 passed, 0 failed, 2 left out\n"));
        assertEquals(2, run(WAVE, "--name", "four?passes").status());
    }

    @Test
    void severalNamesChooseTheTestsOfEach() {
        assertTrue(run(WAVE, "--name", "price", "--name", "cent").out().endsWith("2 passed, 0 failed, 1 left out\n"));
    }

    @Test
    void aControlChoosesTheTestsInWhichItSaysSomethingOrIsNamed() {
        Ran ran = run("repaired.policy", "--control", "D1-ADV-HARD");

        assertTrue(ran.out().contains("one share more is blocked"), ran::out);
        assertTrue(ran.out().endsWith("2 passed, 0 failed, 5 left out\n"), ran::out);
    }

    @Test
    void aGrantChoosesTheTestsThatItDoesNotCover() {
        assertTrue(run("repaired.policy", "--control", "D1-TRADERS").out().contains("a visitor submits nothing"));
    }

    @Test
    void aNameThatIsNowhereFindsTheOneThatWasMeant() {
        Ran ran = run(WAVE, "--name", "bilion");

        assertEquals(2, ran.status());
        assertEquals("portcullis: no test has a name with `bilion`; did you mean `billion`?\n", ran.err());
    }

    @Test
    void aControlThatIsNowhereFindsTheOneThatWasMeant() {
        Ran ran = run(WAVE, "--control", "LDN-WAVE-NOTIONL");

        assertEquals(2, ran.status());
        assertEquals(
                "portcullis: no control has the id `LDN-WAVE-NOTIONL`; did you mean `LDN-WAVE-NOTIONAL`?\n", ran.err());
    }

    @Test
    void aControlThatNoTestIsAboutIsSaidToHaveNone() {
        Ran ran = run("repaired.policy", "--control", "D1-ORDER-NOTIONAL");

        assertEquals(2, ran.status());
        assertTrue(ran.err().startsWith("portcullis: no test is about `D1-ORDER-NOTIONAL`"), ran::err);
    }

    @Test
    void theMachineReadsWhoDecided() throws Exception {
        JsonObject test = run(WAVE, "--json")
                .json()
                .array("files")
                .objects()
                .get(0)
                .array("tests")
                .objects()
                .get(0);

        JsonObject decider = test.array("decidedBy").objects().get(0);
        assertEquals("LDN-WAVE-NOTIONAL", decider.text("control"));
        assertEquals("block", decider.text("effect"));
    }

    @Test
    void coverageIsATableAndTheTestsThatAreMissing() {
        Ran ran = run(WAVE, "--coverage", "--control", "LDN-WAVE-NOTIONAL");

        assertEquals("""
                wave-limit.policy
                  passed  four billion and one cent is blocked as a whole  block LDN-WAVE-NOTIONAL
                  passed  no price, no release                             block LDN-WAVE-NOTIONAL (missing data)

                coverage of wave-limit.policy

                control            breached  passes  elsewhere  at limit  beyond  missing  tested
                -----------------  --------  ------  ---------  --------  ------  -------  ------------
                LDN-WAVE-NOTIONAL  yes       yes     no         yes       yes     yes      83% (5 of 6)

                not tested, with the test that would show it:

                LDN-WAVE-NOTIONAL
                  does not apply
                      test "LDN-WAVE-NOTIONAL: does not apply" given order.desk is "another desk", order.location is
                      "London", basket.notional is USD 8 billion when released expect not LDN-WAVE-NOTIONAL.

                2 passed, 0 failed, 1 left out
                coverage 83% (5 of 6)
                """, ran.out());
    }

    @Test
    void whatATestWouldNotNoticeIsSaid() {
        Ran ran = run("repaired.policy", "--coverage", "--control", "D1-LARGE-BASKET");

        assertTrue(
                ran.out()
                        .contains(
                                "it happens in \"no price, no release\", which would pass as well if this control did"),
                ran::out);
    }

    @Test
    void lessCoverageThanAskedForEndsWithOne() {
        assertEquals(0, run(WAVE, "--min-coverage", "17%").status());
        Ran ran = run(WAVE, "--min-coverage", "18");

        assertEquals(1, ran.status());
        assertTrue(ran.out().endsWith("less than the 18% that were asked for\n"), ran::out);
    }

    @Test
    void aPercentageThatIsNoneIsAMistake() {
        Ran ran = run(WAVE, "--min-coverage", "most");

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("`most` is no percentage such as 80%"), ran::err);
    }

    @Test
    void theMachineReadsTheCells() throws Exception {
        JsonObject answer = run(WAVE, "--coverage", "--json").json();

        assertEquals(17, answer.whole("percent"));
        JsonObject control = answer.array("coverage").objects().get(1);
        assertEquals("LDN-WAVE-NOTIONAL", control.text("control"));
        assertEquals(5, control.whole("tested"));
        JsonObject elsewhere = control.array("cells").objects().get(2);
        assertEquals("does not apply", elsewhere.text("cell"));
        assertEquals("untested", elsewhere.text("state"));
        assertTrue(elsewhere.text("wouldShow").startsWith("test \"LDN-WAVE-NOTIONAL: does not apply\" given"));
    }

    @Test
    void missingTestsAreAppendedAndNothingElseChanges() throws IOException {
        byte[] before = Files.readAllBytes(folder.resolve("repaired.policy"));

        Ran ran = run("--write-missing", "repaired.policy");

        assertEquals(0, ran.status(), ran::err);
        assertEquals("""
                repaired.policy: 30 tests written; they show what the policy does, not what it should do, so read
                them
                coverage 27% (13 of 47), with them 100% (47 of 47)
                """, ran.out());
        byte[] after = Files.readAllBytes(folder.resolve("repaired.policy"));
        assertArrayEquals(before, Arrays.copyOf(after, before.length));
        assertEquals(0, run("repaired.policy", "--min-coverage", "100%").status());
        assertTrue(run("repaired.policy").out().endsWith("37 passed, 0 failed\n"));
    }

    @Test
    void whatIsWrittenIsLaidOutAsTheFormatterWould() {
        run("--write-missing", "repaired.policy");

        Ran ran = new CommandLineFixture(folder).run("format", "--check", "repaired.policy");

        assertEquals(0, ran.status(), ran::out);
    }

    @Test
    void everyKindOfControlGetsItsTests() throws IOException {
        Path delta1 = CommandLineFixture.HOME.resolve("policies/delta1");
        try (Stream<Path> files = Files.walk(delta1)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(delta1.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }

        CommandLineFixture line = new CommandLineFixture(folder);
        Ran ran = line.run("test", "--as-of", "2026-12-01", "--write-missing", "delta1.policy");

        assertTrue(ran.out().contains(", with them 100% ("), () -> ran.out() + ran.err());
        assertTrue(!ran.out().contains("not written"), ran::out);
        assertEquals(
                0,
                line.run("test", "--as-of", "2026-12-01", "delta1.policy", "--min-coverage", "100%")
                        .status());
    }

    @Test
    void aSecondTimeNothingIsMissing() {
        run("--write-missing", WAVE);

        assertEquals(
                "wave-limit.policy: no test is missing that could be written\ncoverage 100% (35 of 35)\n",
                run("--write-missing", WAVE).out());
    }

    @Test
    void everyGeneratedTestSaysThatSomebodyHasToReadIt() {
        String printed =
                run("--write-missing=-", WAVE, "--control", "LDN-WAVE-NOTIONAL").out();

        assertEquals("""
                -- generated: shows what the policy does, not what it should do; read it
                test "LDN-WAVE-NOTIONAL: does not apply"
                  given order.desk is "another desk", order.location is "London", basket.notional is USD 8 billion
                  when released
                  expect not LDN-WAVE-NOTIONAL.
                """, printed);
    }

    @Test
    void linesEndAsTheyDoInThePolicy() throws IOException {
        Path policy = folder.resolve(WAVE);
        Files.writeString(policy, Files.readString(policy).stripTrailing().replace("\n", "\r\n"));

        run("--write-missing", WAVE);

        String after = Files.readString(policy);
        assertEquals(
                List.of(),
                Stream.of(after.split("\r\n", -1))
                        .filter(line -> line.contains("\n"))
                        .toList());
        assertEquals(0, run(WAVE, "--min-coverage", "100").status());
    }

    @Test
    void anOtherFileIsWrittenOnce() throws IOException {
        assertEquals(
                0, run("--write-missing", "--output", "new/tests.txt", WAVE).status());
        assertTrue(Files.readString(folder.resolve("new/tests.txt")).startsWith("-- generated"));

        Ran again = run("--write-missing", "--output", "new/tests.txt", WAVE);
        assertEquals(2, again.status());
        assertTrue(again.err().contains("new/tests.txt: is there already"), again::err);
    }

    @Test
    void whatCannotBeDoneTogetherIsRefused() {
        for (List<String> arguments : List.of(
                List.of("--output", "x", WAVE),
                List.of("--write-missing", "--watch", WAVE),
                List.of("--write-missing=-", "--output", "x", WAVE),
                List.of("--write-missing", "--output", "x", WAVE, "repaired.policy"))) {
            Ran ran = run(arguments.toArray(new String[0]));
            assertEquals(2, ran.status(), arguments::toString);
            assertEquals(1, ran.err().lines().count(), ran::err);
        }
    }

    @Test
    void aPolicyWithErrorsGetsNoTests() throws IOException {
        Files.writeString(folder.resolve(BROKEN), "policy 4");

        Ran ran = run("--write-missing", BROKEN);

        assertEquals(1, ran.status());
        assertEquals("policy 4", Files.readString(folder.resolve(BROKEN)));
        assertTrue(ran.err().contains("broken.policy: does not compile"), ran::err);
    }

    @Test
    void aWatchEndsWithItsInput() {
        Ran ran = run("--watch", WAVE);

        assertEquals(0, ran.status(), ran::err);
        assertEquals(1, ran.out().lines().filter("3 passed, 0 failed"::equals).count());
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        Ran ran = run("repaired.policy", WAVE, "--coverage");

        assertEquals(
                List.of(), ran.out().lines().filter(line -> line.length() > 100).toList());
    }

    private Ran run(String... arguments) {
        String[] line = Stream.concat(Stream.of("test", "--as-of", "2022-05-02"), Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLineFixture(folder).run(line);
    }
}
