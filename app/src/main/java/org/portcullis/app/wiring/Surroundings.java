package org.portcullis.app.wiring;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;

/**
 * What the command line takes from outside: the terminal, the folder it was installed in, the clock and randomness. Everything below gets them as
 * arguments.
 *
 * @param input the standard input
 * @param home the folder that holds `policies/`
 * @param workingFolder the folder against which paths on the command line are resolved
 * @param secrets where passphrases and keys come from that no file holds
 */
public record Surroundings(
        Terminal terminal,
        InputStream input,
        Path home,
        Path workingFolder,
        InstantSource clock,
        SecureRandom randomness,
        Secrets secrets) {

    /** Surroundings in which nobody can be asked for a secret. */
    public Surroundings(
            Terminal terminal,
            InputStream input,
            Path home,
            Path workingFolder,
            InstantSource clock,
            SecureRandom randomness) {
        this(terminal, input, home, workingFolder, clock, randomness, Secrets.NONE);
    }

    /** Surroundings with nothing on the standard input. */
    public Surroundings(
            Terminal terminal, Path home, Path workingFolder, InstantSource clock, SecureRandom randomness) {
        this(terminal, InputStream.nullInputStream(), home, workingFolder, clock, randomness);
    }

    /** Resolves a path as the user typed it. */
    public Path path(String typed) {
        return workingFolder.resolve(typed).normalize();
    }

    /** Resolves the folder of a journal as the user typed it; {@link UserMistake} where there is no folder. */
    public Path journal(String typed) {
        Path journal = path(typed);
        if (!Files.isDirectory(journal)) {
            throw new UserMistake(typed + ": no such journal folder");
        }
        return journal;
    }

    /** Names a path as the user would type it from here. */
    public String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path here = workingFolder.toAbsolutePath().normalize();
        return absolute.startsWith(here) && !absolute.equals(here)
                ? here.relativize(absolute).toString()
                : path.toString();
    }
}
