package org.portcullis.app.wiring;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where passphrases and keys come from that no file holds.
 *
 * @param person asks whoever sits at the terminal
 * @param sshAgent the socket of the SSH agent, where one runs
 */
public record Secrets(Asking person, Optional<Path> sshAgent) {

    /** Nobody to ask, and no agent. */
    public static final Secrets NONE = new Secrets(question -> Optional.empty(), Optional.empty());

    /** Asks for a secret. */
    @FunctionalInterface
    public interface Asking {

        /** Gives what the person typed, which is not shown while it is typed; empty where nobody can be asked. */
        Optional<char[]> secret(String question);
    }
}
