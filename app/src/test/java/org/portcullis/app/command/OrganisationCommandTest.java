package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;

class OrganisationCommandTest {
    private static final Path FIRM = CommandLineFixture.INCIDENT.resolve("organisation.yaml");
    private static final Path REPAIRED = CommandLineFixture.INCIDENT.resolve("policies/repaired.policy");

    @TempDir
    Path folder = Path.of("");

    @Test
    void summaryTellsWhoHoldsWhichRoleAndIsAtWork() {
        Ran ran = run("organisation", FIRM.toString(), "--as-of", "2022-05-03");

        assertEquals(0, ran.status(), ran::err);
        assertTrue(ran.out().contains("London    GB       XLON-EQ   trading day\n"), ran::out);
        assertTrue(ran.out().contains("Delta 1  London         3  Example Global Markets Limited\n"), ran::out);
        assertTrue(ran.out().contains("Risk Duty Manager        1  Uli Brandt (not on duty), Kim Lund\n"), ran::out);
        assertTrue(
                ran.out().endsWith("1 desk, 6 roles, 8 people, 8 keys, 0 delegations, 1 rota, no problems\n"),
                ran::out);
    }

    @Test
    void onABankHolidayNobodyInLondonIsAtWork() throws IllFormedJson {
        JsonObject summary = run("organisation", FIRM.toString(), "--as-of", "2022-05-02", "--json")
                .json();

        assertEquals("closed", summary.array("locations").objects().get(0).text("day"));
        for (JsonObject role : summary.array("roles").objects()) {
            assertEquals(List.of(), role.array("atWork").items(), role.text("role"));
            assertFalse(role.array("holders").items().isEmpty(), role.text("role"));
        }
    }

    @Test
    void problemsOfTheFileArePrintedLikeDiagnostics() throws IOException {
        Ran ran = run("organisation", broken());

        assertEquals(1, ran.status());
        assertEquals("""
                broken.yaml:37:30: error: there is no person `p-okafr`
                 37 |   - {id: key-okafor, person: p-okafr, public: a306d8a8273a3b2d46c9edfb59d73e2a8da1106b4b212e…
                    |                              ^^^^^^^
                      help: did you mean `p-okafor`?

                broken.yaml: 1 problem
                """, ran.out());
    }

    @Test
    void problemsOfTheFileAreAlsoJson() throws IOException, IllFormedJson {
        JsonObject problem = run("organisation", broken(), "--json")
                .json()
                .array("problems")
                .objects()
                .get(0);

        assertEquals(37, problem.whole("line"));
        assertEquals(30, problem.whole("column"));
        assertEquals(7, problem.whole("length"));
        assertEquals("there is no person `p-okafr`", problem.text("message"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"check", "test"})
    void nothingIsCheckedAgainstAFileWithProblems(String command) throws IOException {
        Ran ran = run(command, REPAIRED.toString(), "--organisation", broken());

        assertEquals(2, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().contains("broken.yaml:37:30: error: there is no person `p-okafr`"), ran::err);
        assertTrue(ran.err().endsWith("portcullis: broken.yaml: 1 problem; nothing was checked\n"), ran::err);
    }

    @Test
    void repairedPolicyFitsItsOrganisation() {
        Ran ran = check(REPAIRED.toString(), "2022-05-02");

        assertEquals(0, ran.status(), ran::err);
        assertTrue(ran.out().contains("0 errors, 0 warnings"), ran::out);
    }

    /** The second of May 2022: London had a holiday, and Stockholm, whose index fell, traded. */
    @Test
    void policyThatTradesWithStockholmWaitsForLondonersOnTheirHoliday() throws IOException {
        Files.writeString(
                folder.resolve("sto.policy"), Files.readString(REPAIRED).replace("XLON-EQ", "XSTO-EQ"));

        Ran ran = check("sto.policy", "2022-04-29");

        assertTrue(
                ran.out()
                        .contains("warning[P0708]: on 2022-05-02 and 2 more days `XSTO-EQ` trades and too few people of"
                                + " this quorum are at work: `Jo Ashby` and `Morgan Reid` have a holiday"),
                ran::out);
    }

    @Test
    void calendarIsCheckedWithoutAnOrganisationAsWell() throws IOException {
        Files.writeString(
                folder.resolve("lse.policy"), Files.readString(REPAIRED).replace("XLON-EQ", "XLON-QE"));

        Ran ran = run("check", "lse.policy", "--as-of", "2022-05-02");

        assertEquals(1, ran.status());
        assertTrue(
                ran.out().contains("error[P0703]: nobody knows the trading days of the calendar `XLON-QE`"), ran::out);
        assertTrue(ran.out().contains("did you mean `XLON-EQ`?"), ran::out);
    }

    private Ran check(String policy, String day) {
        return run("check", policy, "--organisation", FIRM.toString(), "--as-of", day);
    }

    private String broken() throws IOException {
        Files.writeString(
                folder.resolve("broken.yaml"),
                Files.readString(FIRM).replace("person: p-okafor, public", "person: p-okafr, public"));
        return "broken.yaml";
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
