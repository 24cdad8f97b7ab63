package org.portcullis.journal.agent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.Programs;
import org.portcullis.model.json.JsonObject;
import org.portcullis.verifier.Verifier;

/** The agent of OpenSSH, with keys that {@code ssh-keygen} made. */
class OpenSshAgentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final byte[] MESSAGE = "to be signed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path directory;

    private Path socket;
    private @Nullable Process agent;

    @BeforeEach
    void start() throws Exception {
        for (String program : List.of("ssh-agent", "ssh-add", "ssh-keygen")) {
            assumeTrue(Programs.has(program), program + " is not installed here");
        }
        socket = directory.resolve("agent");
        Process started = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString())
                .redirectErrorStream(true)
                .start();
        agent = started;
        // It says where its socket is once it is there.
        BufferedReader said =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
        assertTrue(String.valueOf(said.readLine()).contains("SSH_AUTH_SOCK"));
        add("ed25519", "k-alice");
        add("rsa", "k-rsa");
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (agent != null) {
            agent.destroy();
            agent.waitFor();
        }
    }

    @Test
    void itSigns() throws Exception {
        SshAgentSigner signer = named("k-alice");
        String line = Files.readString(directory.resolve("k-alice.pub"));
        byte[] blob = Base64.getDecoder().decode(line.split(" ", -1)[1]);
        assertArrayEquals(Arrays.copyOfRange(blob, blob.length - 32, blob.length), signer.publicKey());
        assertTrue(new BothProviders().accepts(signer.publicKey(), MESSAGE, signer.sign(MESSAGE)));
    }

    @Test
    void aJournalIsSignedByIt() throws Exception {
        add("ed25519", "example.org/desk");
        Path folder = directory.resolve("journal");
        Instant now = Instant.parse("2022-05-02T07:56:00Z");
        try (FileJournal journal = FileJournal.open(folder, named("example.org/desk"), now)) {
            journal.append(new JournalRecord("decision.blocked", now, "", "", JsonObject.EMPTY));
        }
        assertTrue(Verifier.withoutTrustedKey().verify(folder).isValid());
    }

    @Test
    void itsKeysOfOtherKindsAreNotOffered() {
        assertThrows(IOException.class, () -> named("k-rsa"));
    }

    @Test
    void aKeyThatWasTakenOutNoLongerSigns() throws Exception {
        SshAgentSigner signer = named("k-alice");
        ssh("ssh-add", "-q", "-D");
        SigningFailure failure = assertThrows(SigningFailure.class, () -> signer.sign(MESSAGE));
        assertEquals(
                "key `k-alice` could not sign: the SSH agent at `" + socket + "` cannot be used: it refuses",
                failure.getMessage());
    }

    @Test
    void anAgentThatIsGoneDoesNotSign() throws Exception {
        SshAgentSigner signer = named("k-alice");
        stop();
        assertThrows(SigningFailure.class, () -> signer.sign(MESSAGE));
    }

    private SshAgentSigner named(String keyId) throws IOException {
        return SshAgentSigner.named(SshAgent.at(socket, LIMIT), keyId);
    }

    private void add(String kind, String name) throws Exception {
        String file = directory.resolve(name.replace('/', '_')).toString();
        ssh("ssh-keygen", "-q", "-t", kind, "-N", "", "-C", name, "-f", file);
        ssh("ssh-add", "-q", file);
    }

    private void ssh(String... command) throws Exception {
        Programs.Ran ran = Programs.run(Map.of("SSH_AUTH_SOCK", socket.toString()), List.of(command));
        assertEquals(0, ran.status(), ran.output());
    }
}
