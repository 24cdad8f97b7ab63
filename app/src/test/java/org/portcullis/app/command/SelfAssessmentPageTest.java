package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfAssessmentPageTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void thePageShowsWhatTheCommandAnswers() throws IOException {
        assertEquals(
                List.of(),
                new DocumentedRuns(CommandLineFixture.HOME.resolve("docs/self-assessment.md"), folder).differences());
        assertTrue(Files.size(folder.resolve("assessment.docx")) > 0);
    }

    @Test
    void documentOfAnotherKindIsRefused() {
        CommandLineFixture.Ran ran =
                new CommandLineFixture(folder).run("self-assessment", ".", "--out", "assessment.pdf");
        assertEquals(2, ran.status(), ran::err);
    }
}
