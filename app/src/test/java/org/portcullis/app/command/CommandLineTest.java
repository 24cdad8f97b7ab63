package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.app.command.CommandLineFixture.Ran;

class CommandLineTest {

    private static final String REPAIRED =
            CommandLineFixture.INCIDENT.resolve("policies/repaired.policy").toString();

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chek x.policy",
                "check",
                "check --jsn x.policy",
                "check missing.policy",
                "check .",
                "check --as-of yesterday x.policy",
                "test missing.policy",
                "format",
                "format missing.policy",
                "format .",
                "explain",
                "explain P9999",
                "replay missing",
                "replay one two",
                "report missing",
                "report",
                "self-assessment missing",
                "self-assessment",
                "verify missing",
                "alerts missing",
                "alerts",
                "verify",
                "organisation",
                "organisation missing.yaml",
                "organisation .",
                "check --organisation missing.yaml x.policy",
                "demo extra"
            })
    void whatCannotRunSaysSoInOneLineAndEndsWithTwo(String line) {
        Ran ran = new CommandLineFixture(folder).run(line.split(" "));

        assertEquals(2, ran.status(), ran::err);
        assertEquals(1, ran.err().lines().count(), ran::err);
        assertEquals("", ran.out());
    }

    @Test
    void anUnreadableDateIsNamedWithItsForm() {
        Ran ran = new CommandLineFixture(folder).run("check", "--as-of", "2026-02-30", "x.policy");

        assertTrue(ran.err().contains("`2026-02-30` is no date such as 2026-11-23"), ran::err);
    }

    @Test
    void noCommandShowsTheCommandsAndEndsWithTwo() {
        Ran ran = new CommandLineFixture(folder).run();

        assertEquals(2, ran.status());
        assertTrue(ran.err().contains("verify"), ran::err);
    }

    @Test
    void helpEndsWithNull() {
        assertEquals(0, new CommandLineFixture(folder).run("help").status());
        assertEquals(0, new CommandLineFixture(folder).run("help", "replay").status());
        assertEquals(0, new CommandLineFixture(folder).run("--help").status());
        assertEquals(0, new CommandLineFixture(folder).run("replay", "--help").status());
        assertEquals(0, new CommandLineFixture(folder).run("--version").status());
    }

    @Test
    void aPolicyThatCompilesEndsWithNull() {
        Ran ran = new CommandLineFixture(folder).run("check", "--as-of", "2022-05-02", REPAIRED);

        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().contains("7 controls, 7 tests, 0 errors, 0 warnings"), ran::out);
    }

    @Test
    void aPolicyWithAnErrorEndsWithOneAndNamesItsPlace() throws IOException {
        broken("USD 4 billion\n", "4 billion\n");

        Ran ran = new CommandLineFixture(folder).run("check", "--as-of", "2022-05-02", "broken.policy");

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("broken.policy:"), ran::out);
        assertTrue(ran.out().contains("^^^^^^^^^"), ran::out);
    }

    @Test
    void theTestsOfThePolicyPass() {
        Ran ran = new CommandLineFixture(folder).run("test", "--as-of", "2022-05-02", REPAIRED);

        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().endsWith("7 passed, 0 failed\n"), ran::out);
    }

    @Test
    void aFailedTestEndsWithOneAndSaysWhatCameOutInstead() throws IOException {
        broken("more than USD 4 billion", "more than USD 5 trillion".replace("5 trillion", "500 billion"));

        Ran ran = new CommandLineFixture(folder).run("test", "--as-of", "2022-05-02", "broken.policy");

        assertEquals(1, ran.status(), ran::out);
        assertTrue(ran.out().contains("FAILED  444 billion instead of 58 million"), ran::out);
    }

    @Test
    void aScenarioWhosePolicyIsBrokenEndsWithOneAndLeavesNothing() throws IOException {
        copyIncident();
        Path policy = folder.resolve("incident/policies/repaired.policy");
        Files.writeString(policy, Files.readString(policy).replace("USD 4 billion\n", "4 billion\n"));

        Ran ran = new CommandLineFixture(folder).run("replay", "incident", "--out", "evidence");

        assertEquals(1, ran.status(), ran::err);
        assertTrue(Files.notExists(folder.resolve("evidence")));
    }

    @Test
    void aFolderWithEvidenceIsNotOverwritten() throws IOException {
        Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(folder.resolve("evidence/journal.vkey"), "kept");

        Ran ran = new CommandLineFixture(folder).run("demo", "--out", "evidence");

        assertEquals(2, ran.status());
        assertEquals("kept", Files.readString(folder.resolve("evidence/journal.vkey")));
    }

    @Test
    void noLineOfTheDemoIsWiderThanAHundredColumns() {
        Ran ran = new CommandLineFixture(folder).run("demo");

        assertEquals(0, ran.status(), ran::err);
        assertEquals(
                java.util.List.of(),
                ran.out().lines().filter(line -> line.length() > 100).toList());
    }

    private void broken(String before, String after) throws IOException {
        String text = Files.readString(Path.of(REPAIRED));
        assertTrue(text.contains(before));
        Files.writeString(folder.resolve("broken.policy"), text.replace(before, after));
    }

    private void copyIncident() throws IOException {
        try (java.util.stream.Stream<Path> files = Files.walk(CommandLineFixture.INCIDENT)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = folder.resolve("incident")
                        .resolve(CommandLineFixture.INCIDENT.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
