package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoveragePageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void thePageShowsWhatTheCommandAnswers() throws IOException {
        Files.createSymbolicLink(folder.resolve("policies"), CommandLineFixture.HOME.resolve("policies"));
        assertEquals(
                List.of(),
                new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/coverage.md"), folder).differences());
    }
}
