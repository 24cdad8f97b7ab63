package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.IllFormedJson;

class FormatCommandTest {
    private static final int FEWEST_POLICIES = 6;

    @TempDir
    Path folder = Path.of("");

    private String formatted = "";
    private String unformatted = "";

    @BeforeEach
    void writeFiles() throws IOException {
        formatted = Files.readString(CommandLineFixture.INCIDENT.resolve("policies/repaired.policy"));
        unformatted = formatted.replace("  cites    ", " cites ");
        Files.writeString(folder.resolve("good.policy"), formatted);
        Files.writeString(folder.resolve("bad.policy"), unformatted);
    }

    @Test
    void policiesOfTheRepositoryAreFormatted() throws IOException {
        List<String> line = new ArrayList<>(List.of("format", "--check"));
        try (Stream<Path> files = Files.walk(CommandLineFixture.HOME.resolve("policies"))) {
            files.filter(file -> file.toString().endsWith(".policy"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(line::add);
        }
        assertTrue(line.size() >= 2 + FEWEST_POLICIES, line::toString);

        Ran ran = run(line.toArray(String[]::new));

        assertEquals("", ran.out());
        assertEquals(0, ran.status());
    }

    @Test
    void fileIsFormattedInPlace() throws IOException {
        Ran ran = run("format", "good.policy", "bad.policy");

        assertEquals(0, ran.status(), ran::err);
        assertEquals("bad.policy: formatted\n", ran.out());
        assertEquals(formatted, Files.readString(folder.resolve("bad.policy")));
    }

    @Test
    void checkNamesTheFirstLineAndWritesNothing() throws IOException {
        Ran ran = run("format", "--check", "good.policy", "bad.policy");

        assertEquals(1, ran.status());
        assertEquals(
                List.of(
                        "bad.policy:20: would change",
                        "  is        cites UK-RTS6 \"15(5)\", PRA-ALGO \"2.1\"",
                        "  becomes    cites    UK-RTS6 \"15(5)\", PRA-ALGO \"2.1\""),
                ran.out().lines().toList());
        assertEquals(unformatted, Files.readString(folder.resolve("bad.policy")));
    }

    @Test
    void checkSaysThatOnlyLineEndsWouldChange() throws IOException {
        Files.writeString(folder.resolve("bad.policy"), formatted.replace("\n", "\r\n"));

        Ran ran = run("format", "--check", "bad.policy");

        assertEquals(1, ran.status());
        assertEquals("bad.policy:1: would change, in line ends or empty lines alone\n", ran.out());
    }

    @Test
    void checkOfFormattedFilesEndsWithNull() {
        Ran ran = run("format", "--check", "good.policy");

        assertEquals(0, ran.status());
        assertEquals("", ran.out());
    }

    @Test
    void fileWithAnErrorIsLeftAloneAndEndsWithOne() throws IOException {
        String broken = unformatted.replace("USD 4 billion\n", "\n");
        Files.writeString(folder.resolve("broken.policy"), broken);

        Ran ran = run("format", "broken.policy", "bad.policy");

        assertEquals(1, ran.status());
        assertTrue(ran.out().contains("broken.policy: not formatted\n"), ran::out);
        assertTrue(ran.out().contains("error[P0"), ran::out);
        assertEquals(broken, Files.readString(folder.resolve("broken.policy")));
        assertEquals(formatted, Files.readString(folder.resolve("bad.policy")));
    }

    @Test
    void standardInputIsFormattedToStandardOutput() {
        Ran ran = new CommandLineFixture(folder).runWithInput(unformatted, "format", "-");

        assertEquals(0, ran.status(), ran::err);
        assertEquals(formatted, ran.out());
    }

    @Test
    void errorsInTheStandardInputStayOutOfTheOutput() {
        Ran ran = new CommandLineFixture(folder).runWithInput("policy", "format", "-");

        assertEquals(1, ran.status());
        assertEquals("", ran.out());
        assertTrue(ran.err().endsWith("-: not formatted\n"), ran::err);
    }

    @Test
    void jsonNamesTheOutcomeOfEachFile() throws IllFormedJson, IOException {
        Files.writeString(folder.resolve("broken.policy"), "policy");

        Ran ran = run("format", "--check", "--json", "good.policy", "bad.policy", "broken.policy");

        assertEquals(1, ran.status());
        assertEquals(
                List.of("unchanged", "would change", "refused"),
                ran.json().array("files").objects().stream()
                        .map(file -> file.text("outcome"))
                        .toList());
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
