package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the command line prints. */
class ReadmeTest {

    private static final Markdown README = Markdown.page("README.md");

    @TempDir
    Path folder = Path.of("");

    @Test
    void theOutputOfTheDemoIsTheOneThatItPrints() {
        String printed = new CommandLineFixture(folder).run("demo").out();

        String shown = README.fences("text").get(0).content();
        assertTrue(Markdown.isPrinted(shown, printed), () -> "not printed:\n" + shown + "\nbut\n" + printed);
    }

    @Test
    void theShownVerdictIsTheOneThatVerifyPrints() {
        new CommandLineFixture(folder).run("demo");
        String printed = new CommandLineFixture(folder)
                .run("verify", "out/demo/journal", "--key", "out/demo/journal.vkey")
                .out();

        assertTrue(README.text().contains(printed.lines().findFirst().orElseThrow()), printed);
    }

    @Test
    void everyCommandThatItNamesExistsAndIsNamed() {
        TreeSet<String> named = new TreeSet<>(Pattern.compile("`portcullis ([a-z]+)[^`]*`")
                .matcher(README.text())
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
}
