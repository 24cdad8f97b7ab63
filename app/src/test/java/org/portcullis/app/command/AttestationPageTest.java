package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttestationPageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void thePageShowsWhatTheCommandsAnswer() throws IOException {
        assertEquals(
                List.of(),
                new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/attestation.md"), folder).differences());
    }
}
