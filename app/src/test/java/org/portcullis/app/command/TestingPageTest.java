package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page about testing shows is what the command line prints. */
class TestingPageTest {
    private static final Pattern RUN = Pattern.compile("```text\\n\\$ portcullis ([^\\n]*)\\n(.*?)```", Pattern.DOTALL);
    private static final int SHOWN = 4;

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyShownRunPrintsWhatIsShown() throws IOException {
        Files.copy(CommandLineFixture.INCIDENT.resolve("policies/repaired.policy"), folder.resolve("repaired.policy"));
        String page = Files.readString(CommandLineFixture.HOME.resolve("docs/testing.md"));
        List<String> missing = new ArrayList<>();
        int runs = 0;
        for (Matcher matcher = RUN.matcher(page); matcher.find(); runs++) {
            String printed = new CommandLineFixture(folder)
                    .run(matcher.group(1).split(" ", -1))
                    .out();
            for (String part : matcher.group(2).split("…\\n", -1)) {
                if (!printed.contains(part.strip())) {
                    missing.add("`" + matcher.group(1) + "` prints no\n" + part + "but\n" + printed);
                }
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(runs >= SHOWN, runs + " runs are shown");
    }
}
