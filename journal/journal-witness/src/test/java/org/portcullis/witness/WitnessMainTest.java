package org.portcullis.witness;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** States what the program answers to its arguments. */
class WitnessMainTest {

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final SmallLog log = SmallLog.named("log.example/desk").grow(1, "e");

    @Test
    void aNewKeyIsWrittenForItsOwnerAloneAndItsVerifierKeyPrinted() throws Exception {
        assertEquals(0, run("--key", key(), "--new-key", "witness.example/w1").status());
        assertAll(
                () -> assertTrue(text(out).startsWith("witness.example/w1+"), text(out)),
                () -> assertEquals(
                        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(key())))),
                () -> assertEquals(
                        text(out).strip(), CosigningKey.read(Path.of(key())).verifierKey()));
    }

    @Test
    void aKeyIsNeverOverwritten() {
        run("--key", key(), "--new-key", "witness.example/w1");
        assertEquals(2, run("--key", key(), "--new-key", "witness.example/w1").status());
    }

    @Test
    void aStartedWitnessPrintsItsKeyAndItsAddress() throws Exception {
        run("--key", key(), "--new-key", "witness.example/w1");
        WitnessMain.Outcome outcome =
                run("--key", key(), "--state", state(), "--log", log.verifierKey(), "--port", "0");
        try (WitnessServer server = outcome.server().orElseThrow()) {
            assertTrue(text(out).endsWith("listening on " + server.address() + "\n"), text(out));
        }
    }

    @Test
    void theVerifierKeyOfALogMayLieInAFile() throws Exception {
        run("--key", key(), "--new-key", "witness.example/w1");
        Path file = Files.writeString(folder.resolve("journal.vkey"), log.verifierKey() + "\n");
        WitnessMain.Outcome outcome = run("--key", key(), "--state", state(), "--log", file.toString(), "--port", "0");
        outcome.server().orElseThrow().close();
    }

    @Test
    void aKeyFileThatOthersMayReadIsRefused() throws Exception {
        run("--key", key(), "--new-key", "witness.example/w1");
        Files.setPosixFilePermissions(Path.of(key()), PosixFilePermissions.fromString("rw-r--r--"));
        assertRefused(
                "witness: key file `" + key() + "` has permissions rw-r--r-- and only its owner may have any;"
                        + " run chmod 600 on it\n",
                "--key",
                key(),
                "--state",
                state(),
                "--log",
                log.verifierKey());
    }

    @Test
    void aMissingArgumentIsNamed() {
        assertRefused("witness: `--log` is missing; --help shows the usage\n", "--key", key(), "--state", state());
    }

    @Test
    void anUnknownArgumentIsNamed() {
        assertRefused("witness: unknown argument `--keys`; --help shows the usage\n", "--keys", key());
    }

    @Test
    void aPortOutOfRangeIsNamed() {
        run("--key", key(), "--new-key", "witness.example/w1");
        assertRefused(
                "witness: `70000` is not a port; give a number from 0 to 65535\n",
                "--key",
                key(),
                "--state",
                state(),
                "--log",
                log.verifierKey(),
                "--port",
                "70000");
    }

    private void assertRefused(String line, String... arguments) {
        WitnessMain.Outcome outcome = run(arguments);
        assertAll(() -> assertEquals(2, outcome.status()), () -> assertEquals(line, text(err)));
    }

    private WitnessMain.Outcome run(String... arguments) {
        return WitnessMain.run(
                List.of(arguments),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String key() {
        return folder.resolve("witness.key").toString();
    }

    private String state() {
        return folder.resolve("state").toString();
    }

    private static String text(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8);
    }
}
