package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Callable;
import org.portcullis.app.keys.KeyOptions;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.journal.KeyFile;
import org.portcullis.journal.VerifierKey;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a key file. */
@Command(
        name = "new",
        description = {
            "Make an Ed25519 key in a new file that only its owner may read, encrypted with a passphrase.",
            "The passphrase is asked on the terminal or read from a file; it is never an argument."
        })
final class KeysNewCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "NAME",
            description =
                    "the name of the key, without white space and `+`; the name of a journal's key is the journal's")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the key file; must be new")
    private String out = "";

    @Option(
            names = "--unencrypted",
            description = "do not encrypt: for programs that start with nobody there, on machines where that is wanted")
    private boolean unencrypted;

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    KeysNewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Signer key = make();
        String publicKey = Base64.getEncoder().encodeToString(key.publicKey());
        String verifierKey = VerifierKey.of(key).line();
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("keyId", name)
                            .put("file", out)
                            .put("encrypted", !unencrypted)
                            .put("publicKey", publicKey)
                            .put("verifierKey", verifierKey)
                            .build());
        } else {
            surroundings
                    .terminal()
                    .line("key " + name + " is in " + out + (unencrypted ? ", not encrypted" : ", encrypted"));
            surroundings.terminal().line("public key    " + publicKey);
            surroundings.terminal().line("verifier key  " + verifierKey);
        }
        return ExitStatus.DONE;
    }

    private Signer make() {
        Path file = surroundings.path(out);
        byte[] random = new byte[unencrypted ? Ed25519Signer.SEED_BYTES : KeyFile.RANDOM_BYTES];
        surroundings.randomness().nextBytes(random);
        try {
            return unencrypted
                    ? KeyFile.createUnencrypted(file, name, random)
                    : KeyFile.create(file, name, random, keys.newPassphrase(surroundings, out));
        } catch (FileAlreadyExistsException there) {
            throw new UserMistake(out + ": is there already; a key is never overwritten");
        } catch (IllegalArgumentException wrong) {
            throw new UserMistake(String.valueOf(wrong.getMessage()));
        } catch (IOException unwritable) {
            throw new UserMistake(out + ": cannot be written: " + unwritable.getMessage());
        } finally {
            Arrays.fill(random, (byte) 0);
        }
    }
}
