package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

class CoverageCommandTest {
    private static final String DELTA =
            CommandLineFixture.HOME.resolve("policies/delta1").toString();
    private static final String ON_THE_DAY =
            CommandLineFixture.INCIDENT.resolve("policies/as-on-the-day.policy").toString();
    private static final int WIDTH = 100;

    @TempDir
    Path folder = Path.of("");

    @Test
    void gapsOfTheDayOfTheIncidentAreNamedAndFail() {
        Ran ran = run(ON_THE_DAY, "--profile", "uk-algorithmic-trading", "--as-of", "2022-05-02");
        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("1 Wave or basket notional"), ran::out);
    }

    @Test
    void flowThatNoPolicyNamesIsAPlaceOfItsOwn() {
        Ran ran = run(DELTA, "--profile", "uk-algorithmic-trading", "--as-of", "2026-12-02", "--flow", "Agency");
        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("Delta 1, London, any other flow"), ran::out);
        assertTrue(ran.out().contains("UK-RTS6 15(1)(c) (P)    GAP"), ran::out);
    }

    @Test
    void organisationSaysWhoseDeskEachIs() {
        Ran ran = run(
                ON_THE_DAY,
                "--profile",
                "pra-firm",
                "--as-of",
                "2022-05-02",
                "--organisation",
                CommandLineFixture.INCIDENT.resolve("organisation.yaml").toString(),
                "--json");
        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("\"entity\": \""), ran::out);
        assertTrue(!ran.out().contains("\"entity\": \"\""), ran::out);
    }

    @Test
    void profileWithoutAGapEndsWithZero() throws IOException {
        Files.writeString(folder.resolve("ours.yaml"), """
                profile: "ours"
                title: "ours"
                applies-to: "us"
                author: "Jo Meyer"
                required: ["UK-RTS6 15(1)(b)"]
                asked: []
                exclusions: []
                """);
        Ran ran = run(DELTA, "--profile", "ours.yaml", "--as-of", "2026-12-02");
        assertEquals(0, ran.status(), ran::err);
        assertTrue(ran.out().contains("No required provision has a gap."), ran::out);
    }

    @Test
    void policyThatIsNotInForceCountsForNothingAndSaysSo() {
        Ran ran = run(DELTA, "--profile", "uk-algorithmic-trading", "--as-of", "2026-11-01");
        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("not in force on 2026-11-01, so nothing of it counts"), ran::out);
        assertTrue(ran.out().contains("0 COVERED, 0 PARTIAL"), ran::out);
    }

    @Test
    void stageCountsItsOwnControlsAlone() {
        Ran ran = run(
                DELTA, "--profile", "rts6-self-assessment", "--as-of", "2026-12-02", "--stage", "working", "--parity");
        assertEquals(0, ran.status());
        assertTrue(ran.out().contains("D1-PRICE-ON-ARRIVAL"), ran::out);
        assertTrue(!ran.out().contains("D1-WAVE-NOTIONAL"), ran::out);
    }

    @Test
    void provisionIsTracedToItsControlsAndTests() {
        Ran ran = run(DELTA, "--profile", "pra-firm", "--as-of", "2026-12-02", "--trace", "UK-RTS6 15(1)(b)");
        assertEquals(0, ran.status());
        assertTrue(ran.out().contains("\"444 billion instead of 58 million\" shows a breach"), ran::out);
        assertTrue(ran.out().contains("US-SEC \"15c3-5(c)(1)(ii)\""), ran::out);
    }

    @Test
    void linesFitTheTerminal() {
        for (String profile : new String[] {"uk-algorithmic-trading", "pra-firm", "rts6-self-assessment"}) {
            Ran ran = run(DELTA, "--profile", profile, "--as-of", "2026-12-02");
            assertTrue(ran.out().lines().allMatch(line -> line.codePointCount(0, line.length()) <= WIDTH), ran::out);
        }
    }

    @Test
    void whatCannotBeReadEndsWithTwo() throws IOException {
        Files.writeString(folder.resolve("bad.policy"), "policy \"x\".");
        Files.writeString(folder.resolve("bad.yaml"), "profile: [");
        assertEquals(2, run("nowhere.policy", "--profile", "pra-firm").status());
        assertEquals(2, run("bad.policy", "--profile", "pra-firm").status());
        assertEquals(2, run(DELTA, "--profile", "pra").status());
        assertEquals(2, run(DELTA, "--profile", "bad.yaml").status());
        assertEquals(2, run(DELTA, "--profile", "pra-firm", "--desk", "Delta 2").status());
        assertEquals(2, run(DELTA, "--profile", "pra-firm", "--entity", "x").status());
        assertEquals(2, run(DELTA, "--profile", "pra-firm", "--stage", "later").status());
        assertEquals(
                2, run(DELTA, "--profile", "pra-firm", "--trace", "UK-RTS6 99").status());
        assertEquals(2, run(DELTA).status());
    }

    private Ran run(String... arguments) {
        String[] whole = new String[arguments.length + 1];
        whole[0] = "coverage";
        System.arraycopy(arguments, 0, whole, 1, arguments.length);
        return new CommandLineFixture(folder).run(whole);
    }
}
