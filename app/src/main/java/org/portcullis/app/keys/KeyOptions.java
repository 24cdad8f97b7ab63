package org.portcullis.app.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.KeyFile;
import org.portcullis.journal.agent.SshAgent;
import org.portcullis.journal.agent.SshAgentSigner;
import picocli.CommandLine.Option;

/** Says how keys are opened: passphrases come from files or from the terminal, never from arguments, which others on the machine can see. */
public final class KeyOptions {

    /** What a command line says in place of a file to name a key of the SSH agent. */
    public static final String AGENT = "agent:";

    private static final Duration AGENT_LIMIT = Duration.ofMinutes(1);
    private static final int MAX_PASSPHRASE_BYTES = 1_024;
    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    @Option(
            names = "--passphrase-file",
            paramLabel = "[KEY=]FILE",
            description = "a file with the passphrase of key file KEY, or of all others (asked on the terminal)")
    private List<String> passphraseFiles = new ArrayList<>();

    @Option(
            names = "--ssh-agent",
            paramLabel = "SOCKET",
            description = "the SSH agent that has the keys named agent:NAME ($SSH_AUTH_SOCK)")
    private Optional<String> sshAgent = Optional.empty();

    /** Opens a key: a file, or `agent:NAME` for the agent's Ed25519 key with that comment. */
    public Signer open(Surroundings surroundings, String key) {
        try {
            if (!key.startsWith(AGENT)) {
                return KeyFile.read(surroundings.path(key), file -> passphrase(surroundings, key));
            }
            Path socket = sshAgent.map(surroundings::path)
                    .or(() -> surroundings.secrets().sshAgent())
                    .orElseThrow(() ->
                            new UserMistake("there is no SSH agent: set SSH_AUTH_SOCK, or name it with --ssh-agent"));
            return SshAgentSigner.named(SshAgent.at(socket, AGENT_LIMIT), key.substring(AGENT.length()));
        } catch (IOException unusable) {
            throw new UserMistake(String.valueOf(unusable.getMessage()));
        }
    }

    /** Gives the passphrase for a new key file, which whoever types it types twice. */
    public char[] newPassphrase(Surroundings surroundings, String key) throws IOException {
        if (fileFor(key).isPresent()) {
            return passphrase(surroundings, key);
        }
        char[] first = asked(surroundings, "new passphrase for " + key, key);
        char[] second = asked(surroundings, "the same again", key);
        boolean same = Arrays.equals(first, second);
        Arrays.fill(second, '\0');
        if (!same) {
            Arrays.fill(first, '\0');
            throw new UserMistake("the two passphrases differ; no key was made");
        }
        return first;
    }

    private char[] passphrase(Surroundings surroundings, String key) throws IOException {
        Optional<String> file = fileFor(key);
        return file.isPresent()
                ? read(surroundings.path(file.get()), file.get())
                : asked(surroundings, "passphrase for " + key, key);
    }

    private static char[] asked(Surroundings surroundings, String question, String key) {
        return surroundings
                .secrets()
                .person()
                .secret(question)
                .orElseThrow(() -> new UserMistake(key
                        + ": needs a passphrase, and nobody can be asked here; name a file with --passphrase-file"));
    }

    private Optional<String> fileFor(String key) {
        return passphraseFiles.stream()
                .filter(file -> file.startsWith(key + "="))
                .map(file -> file.substring(key.length() + 1))
                .findFirst()
                .or(() -> passphraseFiles.stream()
                        .filter(file -> file.indexOf('=') < 0)
                        .findFirst());
    }

    /** Reads the first line; the file is as secret as the key. */
    private static char[] read(Path file, String shown) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UserMistake(shown + ": no such passphrase file");
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new UserMistake(shown + ": has permissions "
                    + PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                    + " and only its owner may have any: chmod 600");
        }
        if (Files.size(file) > MAX_PASSPHRASE_BYTES) {
            throw new UserMistake(shown + ": is longer than " + MAX_PASSPHRASE_BYTES + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        int end = 0;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        try {
            CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            char[] passphrase = Arrays.copyOf(decoded.array(), decoded.limit());
            Arrays.fill(decoded.array(), '\0');
            return passphrase;
        } catch (CharacterCodingException notText) {
            throw new UserMistake(shown + ": is not UTF-8 text");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }
}
