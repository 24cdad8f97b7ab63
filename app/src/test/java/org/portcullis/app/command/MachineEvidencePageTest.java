package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineEvidencePageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void thePageShowsWhatTheCommandsAnswer() throws IOException {
        assertEquals(
                List.of(),
                new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/machine-evidence.md"), folder).differences());
        assertTrue(Files.size(folder.resolve("evidence.oscal.json")) > 0);
    }
}
