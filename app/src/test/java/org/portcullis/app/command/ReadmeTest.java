package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the command line prints. */
class ReadmeTest {

    private static final String FENCE = "```text\n";

    @TempDir
    Path folder = Path.of("");

    @Test
    void theOutputOfTheDemoIsTheOneThatItPrints() throws IOException {
        String printed = new CommandLineFixture(folder).run("demo").out();

        for (String part : shownOutput().split("\n…\n", -1)) {
            assertTrue(printed.contains(part.strip()), () -> "not printed:\n" + part + "\nbut\n" + printed);
        }
    }

    @Test
    void theShownVerdictIsTheOneThatVerifyPrints() throws IOException {
        new CommandLineFixture(folder).run("demo");
        String printed = new CommandLineFixture(folder)
                .run("verify", "out/demo/journal", "--key", "out/demo/journal.vkey")
                .out();

        assertTrue(readme().contains(printed.lines().findFirst().orElseThrow()), printed);
    }

    @Test
    void everyCommandThatItNamesExistsAndIsNamed() throws IOException {
        TreeSet<String> named = new TreeSet<>(Pattern.compile("`portcullis ([a-z]+)[^`]*`")
                .matcher(readme())
                .results()
                .map(MatchResult::group)
                .map(command -> command.replace("`", "").split(" ", -1)[1])
                .toList());

        assertEquals(offered(), named);
        for (String command : named) {
            assertEquals(0, new CommandLineFixture(folder).run("help", command).status(), command);
        }
    }

    /** The commands that the help lists, without the one that prints it. */
    private SortedSet<String> offered() {
        String help = new CommandLineFixture(folder).run("help").out();
        TreeSet<String> commands = new TreeSet<>(Pattern.compile("(?m)^  ([a-z-]+)  ")
                .matcher(help.substring(help.indexOf("Commands:")))
                .results()
                .map(command -> command.group(1))
                .toList());
        commands.remove("help");
        assertTrue(commands.size() >= 8, help);
        return commands;
    }

    private static String shownOutput() throws IOException {
        String readme = readme();
        int begin = readme.indexOf(FENCE) + FENCE.length();
        return readme.substring(begin, readme.indexOf("```", begin));
    }

    private static String readme() throws IOException {
        return Files.readString(CommandLineFixture.HOME.resolve("README.md"));
    }
}
