package org.portcullis.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Runs the verifier from the command line: exit status 0 for a valid journal, 1 for any other verdict, 2 for wrong usage. */
public final class VerifierMain {

    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            usage: java -jar portcullis-journal-verifier.jar DIR [--key FILE] [--earlier FILE] [--json]
              DIR             the journal directory
              --key FILE      the verifier key (journal.vkey) from a copy kept elsewhere
              --earlier FILE  a checkpoint copied away earlier; the journal must extend it
              --json          print the verdict as one JSON document
            exit status: 0 valid, 1 not valid, 2 wrong usage or unreadable files
            """;

    private VerifierMain() {}

    /** Runs it and ends the process. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, err));
    }

    /** Runs it with the given streams and gives the exit status. */
    public static int run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return VALID;
        }
        try {
            Options options = Options.parse(arguments);
            Verdict verdict = options.verifier().verify(options.directory());
            out.print(options.json() ? verdict.json() : verdict.text());
            return verdict.isValid() ? VALID : NOT_VALID;
        } catch (WrongUsage wrong) {
            err.println("verify: " + wrong.getMessage());
        } catch (IOException unreadable) {
            err.println("verify: cannot read the journal: " + unreadable);
        }
        return WRONG_USAGE;
    }

    /** Is thrown for arguments that cannot be followed. */
    private static final class WrongUsage extends Exception {

        private static final long serialVersionUID = 1L;

        WrongUsage(String reason) {
            super(reason);
        }
    }

    /** Holds what the arguments ask for. */
    private record Options(Path directory, Verifier verifier, boolean json) {

        static Options parse(List<String> arguments) throws WrongUsage {
            Deque<String> rest = new ArrayDeque<>(arguments);
            Optional<Path> directory = Optional.empty();
            Optional<String> key = Optional.empty();
            Optional<String> earlier = Optional.empty();
            boolean json = false;
            while (!rest.isEmpty()) {
                String argument = rest.pop();
                switch (argument) {
                    case "--json" -> json = true;
                    case "--key" -> key = Optional.of(content(rest, "--key"));
                    case "--earlier" -> earlier = Optional.of(content(rest, "--earlier"));
                    default -> {
                        if (argument.startsWith("-") || directory.isPresent()) {
                            throw new WrongUsage("unexpected argument `" + argument + "`; --help shows the usage");
                        }
                        directory = Optional.of(path(argument));
                    }
                }
            }
            Path journal =
                    directory.orElseThrow(() -> new WrongUsage("no journal directory given; --help shows the usage"));
            if (!Files.isDirectory(journal)) {
                throw new WrongUsage("there is no directory `" + journal + "`");
            }
            return new Options(journal, verifier(key, earlier), json);
        }

        private static Verifier verifier(Optional<String> key, Optional<String> earlier) throws WrongUsage {
            try {
                Verifier verifier = key.map(Verifier::trusting).orElseGet(Verifier::withoutTrustedKey);
                return earlier.map(verifier::extending).orElse(verifier);
            } catch (IllegalArgumentException malformed) {
                throw new WrongUsage(String.valueOf(malformed.getMessage()));
            }
        }

        private static String content(Deque<String> rest, String option) throws WrongUsage {
            if (rest.isEmpty()) {
                throw new WrongUsage("`" + option + "` needs a file");
            }
            Path file = path(rest.pop());
            try {
                return Files.readString(file);
            } catch (IOException unreadable) {
                throw new WrongUsage("cannot read the file `" + file + "` of `" + option + "`");
            }
        }

        private static Path path(String text) throws WrongUsage {
            try {
                return Path.of(text);
            } catch (InvalidPathException malformed) {
                throw new WrongUsage("`" + text + "` is not a path");
            }
        }
    }
}
