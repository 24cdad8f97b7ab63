package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

/** Policies are named by files and by folders, and answers are coloured for people alone. */
class PolicyArgumentsTest {
    private static final String BEYOND_ASCII = "\u001B[";

    @TempDir
    Path folder = Path.of("");

    @Test
    void aFolderStandsForItsPoliciesInTheOrderOfTheirNames() throws Exception {
        policy("desk/b.policy", "-- the second\n\n  policy \"B\"");
        policy("desk/a.policy", "policy \"A\"");
        policy("desk/scopes.policy", "part \"scopes\" language 1.");
        policy("desk/notes.txt", "policy \"no policy\"");

        Ran ran = new CommandLineFixture(folder).run("check", "--json", "desk");

        assertEquals(
                List.of("desk/a.policy", "desk/b.policy"),
                ran.json().array("files").objects().stream()
                        .map(file -> file.text("file"))
                        .toList());
    }

    @Test
    void aFileNamedTwiceIsReadOnce() throws Exception {
        policy("desk/a.policy", "policy \"A\"");

        Ran ran = new CommandLineFixture(folder).run("check", "--json", "desk/a.policy", "desk", "desk/../desk");

        assertEquals(1, ran.json().array("files").items().size(), ran::out);
    }

    @Test
    void aFolderWithoutAPolicyIsAMistake() throws IOException {
        policy("desk/scopes.policy", "policyholder");

        Ran ran = new CommandLineFixture(folder).run("check", "desk");

        assertEquals(2, ran.status());
        assertTrue(ran.err().startsWith("portcullis: desk: holds no policy"), ran::err);
    }

    @Test
    void aLongRunOfBlanksBeforeTheHeaderIsReadAsQuicklyAsAnyText() throws Exception {
        policy("desk/a.policy", " ".repeat(100_000) + "-- x\n".repeat(10_000) + "policy \"A\"");

        assertEquals(1, new CommandLineFixture(folder).run("check", "desk").status());
    }

    @Test
    void answersAreColouredOnRequest() throws IOException {
        policy("a.policy", "policy 4");

        Ran ran = new CommandLineFixture(folder).run("check", "--color", "always", "a.policy");

        assertTrue(ran.out().contains(BEYOND_ASCII + "1;31merror[P0"), ran::out);
    }

    @Test
    void colourChangesNoLetter() throws IOException {
        policy("a.policy", "policy 4");
        CommandLineFixture line = new CommandLineFixture(folder);

        String coloured = line.run("check", "--color=always", "a.policy").out();

        assertEquals(line.run("check", "a.policy").out(), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
    }

    @Test
    void nothingIsColouredUnlessSomebodyAsks() throws IOException {
        policy("a.policy", "policy 4");

        Ran ran = new CommandLineFixture(folder).run("check", "a.policy");

        assertTrue(!ran.out().contains(BEYOND_ASCII), ran::out);
    }

    @Test
    void whatPassedAndWhatFailedDifferInColour() {
        Ran ran = new CommandLineFixture(folder)
                .run(
                        "test",
                        "--color=always",
                        CommandLineFixture.INCIDENT
                                .resolve("policies/repaired.policy")
                                .toString());

        assertTrue(ran.out().contains(BEYOND_ASCII + "32m  passed"), ran::out);
    }

    @Test
    void anUnknownChoiceOfColourIsAMistake() {
        Ran ran = new CommandLineFixture(folder).run("check", "--color", "blue", "a.policy");

        assertEquals(2, ran.status());
        assertEquals(1, ran.err().lines().count(), ran::err);
    }

    private void policy(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
