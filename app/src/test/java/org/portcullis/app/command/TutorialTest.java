package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.command.Markdown.Fence;

/**
 * Does what the tutorial says, from its first line to its last: types what it shows, runs its commands, and compares what they print.
 *
 * <p>{@code ```policy FILE} is what the file says, {@code ```policy FILE more} what is added at its end, {@code ```json FILE} a whole file, {@code ```diff FILE} lines that go and lines that come in their place, and
 * {@code ```console} commands with what they print, where a line `…` stands for lines that are left out.
 */
class TutorialTest {
    /** Writes what commands print into the page, where nothing is left out. */
    private static final boolean WRITE = "write".equals(System.getProperty("portcullis.golden"));

    private static final String INCIDENT = "policies/incidents/2022-05-02/policies/";
    private static final int FEWEST_COMMANDS = 25;
    private static final Pattern BEFORE_COMMAND = Pattern.compile("(?m)^(?=\\$ )");

    /** What the reader has written at the end, and which policy of the incident it is. */
    private static final Map<String, String> WRITTEN = Map.of(
            "desk.policy", "as-on-the-day.policy",
            "order-limit.policy", "order-limit.policy",
            "wave-limit.policy", "wave-limit.policy",
            "intent.policy", "intent.policy",
            "repaired.policy", "repaired.policy");

    @TempDir
    Path folder = Path.of("");

    private final List<String> differences = new ArrayList<>();
    private int commands;

    @Test
    void everyCommandPrintsWhatIsShown() throws IOException {
        Markdown page = Markdown.page("docs/tutorial.md");
        copyIncident();
        String written = page.with(this::step);
        if (WRITE) {
            Files.writeString(page.file(), written);
        }
        assertEquals("", String.join("\n", differences));
        assertTrue(commands >= FEWEST_COMMANDS, commands + " commands");
        WRITTEN.forEach((own, incident) -> assertEquals(fingerprint(INCIDENT + incident), fingerprint(own), own));
    }

    /** The reader stands in the folder of the repository, where the incident's policies are. */
    private void copyIncident() throws IOException {
        Files.createDirectories(folder.resolve(INCIDENT));
        for (String policy : WRITTEN.values()) {
            Files.copy(CommandLineFixture.HOME.resolve(INCIDENT + policy), folder.resolve(INCIDENT + policy));
        }
    }

    private String step(Fence fence) {
        try {
            return switch (fence.kind()) {
                case "policy", "json" -> typed(fence);
                case "diff" -> changed(fence);
                case "console" -> run(fence);
                default -> fence.content();
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String typed(Fence fence) throws IOException {
        String[] info = fence.info().split(" ", -1);
        Path file = folder.resolve(info[0]);
        if (info.length > 1) {
            Files.writeString(file, "\n" + fence.content(), StandardOpenOption.APPEND);
        } else {
            Files.writeString(file, fence.content());
        }
        return fence.content();
    }

    private String changed(Fence fence) throws IOException {
        Path file = folder.resolve(fence.info());
        String before = Files.readString(file);
        String going = lines(fence, "-");
        assertEquals(1, before.split(Pattern.quote(going), -1).length - 1, () -> "in " + fence.info() + ":\n" + going);
        Files.writeString(file, before.replace(going, lines(fence, "+")));
        return fence.content();
    }

    private static String lines(Fence fence, String sign) {
        return fence.content()
                .lines()
                .filter(line -> line.startsWith(sign))
                .map(line -> line.substring(1) + "\n")
                .collect(Collectors.joining());
    }

    private String run(Fence fence) throws IOException {
        StringBuilder session = new StringBuilder();
        for (String part : BEFORE_COMMAND.split(fence.content(), -1)) {
            int end = part.indexOf('\n');
            String command = part.substring(0, end);
            String shown = part.substring(end + 1);
            String printed = printed(command.substring(2).split(" "));
            if (WRITE && !shown.contains("…")) {
                shown = printed.isBlank() ? "" : printed.stripTrailing() + "\n";
            }
            if (!Markdown.isPrinted(shown, printed)) {
                differences.add(command + " prints\n" + printed + "and not\n" + shown);
            }
            session.append(command).append('\n').append(shown);
            commands++;
        }
        return session.toString();
    }

    private String printed(String... words) throws IOException {
        if (words[0].equals("touch")) {
            Files.createFile(folder.resolve(words[1]));
            return "";
        }
        if (words[0].equals("cp")) {
            Files.copy(folder.resolve(words[1]), folder.resolve(words[2]));
            return "";
        }
        assertEquals("./portcullis", words[0]);
        CommandLineFixture.Ran ran = new CommandLineFixture(folder)
                .run(List.of(words).subList(1, words.length).toArray(new String[0]));
        return ran.out() + ran.err();
    }

    /** What the policy is, whatever its comments and its layout are. */
    private String fingerprint(String policy) {
        return new CommandLineFixture(folder)
                .run("check", policy)
                .out()
                .lines()
                .filter(line -> line.startsWith("  fingerprint"))
                .findFirst()
                .orElseThrow();
    }
}
