package org.portcullis.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.portcullis.app.command.Portcullis;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.wiring.Secrets;
import org.portcullis.app.wiring.Surroundings;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its status; see {@link org.portcullis.app.terminal.ExitStatus}. */
    public static void main(String[] arguments) {
        Terminal terminal = new Terminal(
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                new Ink(isColourful()),
                Boolean.getBoolean("portcullis.terminal.err") && !"dumb".equals(System.getenv("TERM")));
        // An answer has a stream of its own: whatever else prints, a library for example, does not get into it.
        System.setOut(terminal.err());
        Path here = Path.of("").toAbsolutePath();
        Path home = Path.of(System.getProperty("portcullis.home", here.toString()));
        Surroundings surroundings = new Surroundings(
                terminal,
                System.in,
                home,
                here,
                InstantSource.system(),
                new SecureRandom(),
                new Secrets(
                        Main::secret,
                        Optional.ofNullable(System.getenv("SSH_AUTH_SOCK"))
                                .filter(socket -> !socket.isEmpty())
                                .map(Path::of)));
        int status = Portcullis.run(surroundings, arguments);
        terminal.out().flush();
        terminal.err().flush();
        System.exit(status);
    }

    /** The launcher says whether the answer goes to a terminal; see https://no-color.org for the rest. */
    private static boolean isColourful() {
        String noColour = System.getenv("NO_COLOR");
        return Boolean.getBoolean("portcullis.terminal.out")
                && (noColour == null || noColour.isEmpty())
                && !"dumb".equals(System.getenv("TERM"));
    }

    private static Optional<char[]> secret(String question) {
        return Optional.ofNullable(System.console())
                .flatMap(console -> Optional.ofNullable(console.readPassword("%s: ", question)));
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
