package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.testing.ScriptedChanges;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine;

class TestWatchTest {
    private static final String WAVE = "wave-limit.policy";

    @TempDir
    Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aChangeRunsTheTestsAgainAndAMistakeDoesNotEndTheWatch() throws IOException {
        Path policy = folder.resolve(WAVE);
        String text = Files.readString(CommandLineFixture.INCIDENT.resolve("policies/" + WAVE));
        write(policy, text);

        int status = watch(() -> delete(policy), () -> write(policy, text), () -> write(policy, "policy 4"));

        assertEquals(1, status);
        assertEquals(2, lines(out, "3 passed, 0 failed"));
        assertEquals(3, lines(out, "-- changed: wave-limit.policy"));
        assertEquals(1, lines(err, "portcullis: wave-limit.policy: no such file"));
    }

    private int watch(Runnable... changes) {
        Surroundings surroundings = new Surroundings(
                new Terminal(stream(out), stream(err)),
                InputStream.nullInputStream(),
                CommandLineFixture.HOME,
                folder,
                InstantSource.fixed(Instant.parse("2026-11-23T09:00:00Z")),
                new SecureRandom());
        return new CommandLine(new TestCommand(surroundings, folders -> new ScriptedChanges(changes)))
                .execute("--watch", WAVE);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static long lines(ByteArrayOutputStream bytes, String line) {
        return bytes.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line::equals)
                .count();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
