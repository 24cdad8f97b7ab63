package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.CommandLineFixture.Ran;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;

/** A journal says what its monitors noticed, and that it reached nobody. */
@Tag("long")
class AlertsCommandTest {
    private static final Path KNIGHT = CommandLineFixture.HOME.resolve("policies/incidents/2012-08-01-knight");
    private static final Path MIZUHO = CommandLineFixture.HOME.resolve("policies/incidents/2005-12-08-mizuho");

    @TempDir
    private Path folder;

    private Ran run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }

    @Test
    void whatNobodyConfirmedIsADifference() throws IllFormedJson {
        run("replay", KNIGHT.toString(), "--out", "knight");
        Ran ran = run("alerts", "knight/journal", "--json");
        assertEquals(1, ran.status(), ran::err);
        JsonObject answer = ran.json();
        JsonObject notices = answer.array("controls").objects().stream()
                .filter(control -> control.text("control").equals("KN-NOTICES"))
                .findFirst()
                .orElseThrow();
        assertEquals(notices.whole("noticed"), notices.whole("raised"));
        assertEquals(0, notices.whole("delivered"));
    }

    @Test
    void whereNobodyIsToBeToldNothingIsMissing() {
        run("replay", MIZUHO.toString(), "--out", "mizuho");
        Ran ran = run("alerts", "mizuho/journal");
        assertEquals(0, ran.status(), ran::out);
        assertTrue(ran.out().startsWith("no control told anybody of anything\n"), ran.out());
        assertTrue(ran.out().endsWith("raised = delivered = seen\n"), ran.out());
    }

    @Test
    void aJournalThatDoesNotVerifyIsNotReconciled() throws IOException {
        run("replay", MIZUHO.toString(), "--out", "mizuho");
        Path segment;
        try (var files = Files.walk(folder.resolve("mizuho/journal"))) {
            segment = files.filter(Files::isRegularFile)
                    .max(java.util.Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        assertEquals(1, run("alerts", "mizuho/journal").status());
    }
}
