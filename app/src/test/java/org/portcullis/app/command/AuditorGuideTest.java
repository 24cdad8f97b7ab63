package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.Markdown.Fence;
import org.portcullis.verifier.VerifierMain;

/**
 * Does what the guide for auditors says, from its first line to its last, and compares what is printed.
 *
 * <p>{@code ```console} holds commands with what they print. In it a line `…` stands for lines that are left out, and `…` inside of a line for what is different
 * each time: keys, digests and times. {@code -Dportcullis.golden=write} writes what commands print into the page, where no line is left out.
 */
class AuditorGuideTest {
    private static final boolean WRITE = "write".equals(System.getProperty("portcullis.golden"));

    private static final int FEWEST_COMMANDS = 15;
    private static final Pattern BEFORE_COMMAND = Pattern.compile("(?m)^(?=\\$ )");
    private static final List<String> VERIFIER = List.of("java", "-jar", "portcullis-journal-verifier-<version>.jar");

    /** What else an auditor types: small tools of every system, run as they are. */
    private static final Set<String> TOOLS = Set.of("sed", "cp", "grep", "head");

    @TempDir
    Path folder = Path.of("");

    private final List<String> differences = new ArrayList<>();
    private int commands;

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException {
        Markdown page = Markdown.page("docs/auditor.md");
        String written = page.with(fence -> fence.kind().equals("console") ? run(fence) : fence.content());
        if (WRITE) {
            Files.writeString(page.file(), written);
        }
        assertEquals("", String.join("\n", differences));
        assertTrue(commands >= FEWEST_COMMANDS, commands + " commands");
    }

    private String run(Fence fence) {
        StringBuilder session = new StringBuilder();
        for (String part : BEFORE_COMMAND.split(fence.content(), -1)) {
            String[] lines = part.split("\n", -1);
            int end = 1;
            while (lines[end - 1].endsWith("\\")) {
                end++;
            }
            String command = String.join("\n", Arrays.copyOf(lines, end));
            String shown = String.join("\n", Arrays.asList(lines).subList(end, lines.length));
            String printed = printed(command.substring(2).replace("\\\n", " ").strip());
            if (WRITE && !shown.lines().anyMatch("…"::equals)) {
                shown = generalised(printed);
            }
            if (!isPrinted(shown, printed)) {
                differences.add(command + " prints\n" + printed + "and not\n" + shown);
            }
            session.append(command).append('\n').append(shown);
            commands++;
        }
        return session.toString();
    }

    private String printed(String command) {
        try {
            String[] parts = command.split(" > ", 2);
            List<String> words = words(parts[0]);
            String out = words.get(0).equals("./portcullis")
                    ? ours(words.subList(1, words.size()))
                    : words.size() > 3 && words.subList(0, 3).equals(VERIFIER)
                            ? verifier(words.subList(3, words.size()))
                            : tool(words);
            if (parts.length == 1) {
                return out;
            }
            Files.writeString(folder.resolve(parts[1]), out);
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String ours(List<String> arguments) {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run(arguments.toArray(new String[0]));
        return ran.out() + ran.err();
    }

    /** The verifier runs in the folder of the test; what it prints names files and no folders. */
    private String verifier(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        VerifierMain.run(arguments.stream().map(this::fromHere).toList(), print, print);
        return out.toString(StandardCharsets.UTF_8);
    }

    private String fromHere(String argument) {
        Path file = folder.resolve(argument);
        return !argument.startsWith("-") && Files.exists(file) ? file.toString() : argument;
    }

    private String tool(List<String> words) throws IOException {
        assertTrue(TOOLS.contains(words.get(0)), () -> words.get(0) + " is no tool that the guide may use");
        Process process = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** Words as a shell takes them apart; a word in quotes may have blanks. */
    private static List<String> words(String command) {
        return Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)")
                .matcher(command)
                .results()
                .map(found -> found.group(1) != null
                        ? found.group(1)
                        : found.group(2) != null ? found.group(2) : found.group(3))
                .toList();
    }

    private static boolean isPrinted(String shown, String printed) {
        String expected = shown.lines()
                .map(line -> line.equals("…")
                        ? "(?:[^\n]*\n)*?"
                        : Arrays.stream(line.split("…", -1)).map(Pattern::quote).collect(Collectors.joining("[^\n]+?"))
                                + "\n")
                .collect(Collectors.joining());
        return Pattern.matches(expected, printed);
    }

    /** What is different each time is left out. */
    private static String generalised(String printed) {
        return printed.replaceAll("sha256:[0-9a-f]{64}", "sha256:…")
                .replaceAll("\\b[0-9a-f]{32}\\b", "…")
                .replaceAll("\\b(p|key)-[0-9a-f]{16}", "$1-…")
                .replaceAll("at byte [0-9]+", "at byte …")
                .replaceAll("[A-Za-z0-9+/]{43}=", "…")
                .replaceAll("since [0-9TZ:.-]+", "since …")
                .replaceAll("\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{44}", "+…");
    }
}
