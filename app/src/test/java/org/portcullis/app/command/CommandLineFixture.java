package org.portcullis.app.command;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.wiring.Secrets;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.model.json.IllFormedJson;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.json.JsonReader;

/** Runs the command line in a folder, at a fixed time, and keeps what it printed. */
final class CommandLineFixture {
    static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    static final Path INCIDENT = HOME.resolve("policies/incidents/2022-05-02");
    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

    private final Path folder;
    private final SecureRandom randomness;
    private final Secrets secrets;

    CommandLineFixture(Path folder) {
        this(folder, new SecureRandom(), Secrets.NONE);
    }

    CommandLineFixture(Path folder, SecureRandom randomness, Secrets secrets) {
        this.folder = folder;
        this.randomness = randomness;
        this.secrets = secrets;
    }

    Ran run(String... arguments) {
        return runWithInput("", arguments);
    }

    Ran runWithInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err));
        Surroundings surroundings = new Surroundings(
                terminal,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                HOME,
                folder,
                InstantSource.fixed(NOW),
                randomness,
                secrets);
        int status = Portcullis.run(surroundings, arguments);
        return new Ran(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    record Ran(int status, String out, String err) {
        JsonObject json() throws IllFormedJson {
            return JsonReader.readObject(out.getBytes(StandardCharsets.UTF_8));
        }
    }
}
