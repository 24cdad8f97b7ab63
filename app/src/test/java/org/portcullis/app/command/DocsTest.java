package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;

class DocsTest {
    private static final String REPAIRED =
            CommandLineFixture.INCIDENT.resolve("policies/repaired.policy").toString();
    private static final String ALL =
            CommandLineFixture.INCIDENT.resolve("policies").toString();

    @TempDir
    Path folder = Path.of("");

    @Test
    void theRegisterSpeaksOfItsDay() throws IOException {
        Ran ran = run("docs", REPAIRED, "--output", "register", "--as-of", "2022-05-02");

        assertEquals(0, ran.status(), ran::err);
        assertEquals("register  register/index.html\n", ran.out());
        assertTrue(Files.readString(folder.resolve("register/index.html")).contains("in force on 2022-05-02"));
    }

    @Test
    void aRegisterIsReplacedWithItsOldPages() throws IOException {
        run("docs", ALL, "--output", "register");
        Files.writeString(folder.resolve("register/notes.txt"), "kept");

        Ran ran = run("docs", REPAIRED, "--output", "register");

        assertEquals(0, ran.status(), ran::err);
        assertFalse(Files.exists(folder.resolve("register/repaired/index.html")));
        assertEquals("kept", Files.readString(folder.resolve("register/notes.txt")));
    }

    @Test
    void nothingOutsideTheRegisterIsRemoved() throws IOException {
        run("docs", REPAIRED, "--output", "register");
        Files.writeString(folder.resolve("outside.txt"), "kept");
        Files.writeString(folder.resolve("register/register-files.txt"), "../outside.txt\n");

        run("docs", REPAIRED, "--output", "register");

        assertEquals("kept", Files.readString(folder.resolve("outside.txt")));
    }

    @Test
    void aFolderWithSomethingElseIsNotTouched() throws IOException {
        Files.createDirectories(folder.resolve("desk"));
        Files.writeString(folder.resolve("desk/index.html"), "kept");

        Ran ran = run("docs", REPAIRED, "--output", "desk");

        assertEquals(2, ran.status());
        assertEquals("kept", Files.readString(folder.resolve("desk/index.html")));
    }

    @Test
    void theMachineIsToldWhichFilesWereWritten() throws Exception {
        Ran ran = run("docs", REPAIRED, "--output", "register", "--json");

        assertTrue(ran.json().array("files").texts().contains("controls/D1-ADV-HARD.html"), ran::out);
        assertEquals("2026-11-23", ran.json().text("asOf"));
    }

    @Test
    void aPolicyWithErrorsLeavesNothing() throws IOException {
        Files.writeString(folder.resolve("x.policy"), "policy 4");

        assertEquals(1, run("docs", "x.policy", "--output", "register").status());
        assertFalse(Files.exists(folder.resolve("register")));
    }

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }
}
