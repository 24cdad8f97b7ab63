package org.portcullis.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** Runs the verifier from the command line: exit status 0 for a valid journal, 1 for any other verdict, 2 for wrong usage. */
public final class VerifierMain {

    private static final int VALID = 0;
    private static final int NOT_VALID = 1;
    private static final int WRONG_USAGE = 2;

    private static final String USAGE = """
            usage: java -jar portcullis-journal-verifier.jar DIR [--key FILE] [--earlier FILE] [--json]
                   java -jar portcullis-journal-verifier.jar --proof FILE --entry FILE --key FILE [--json]
              DIR             the journal directory
              --key FILE      the verifier key (journal.vkey) from a copy kept elsewhere
              --earlier FILE  a checkpoint copied away earlier; the journal must extend it
              --proof FILE    the .tlog-proof of one entry that was handed over without its journal
              --entry FILE    that entry
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
            Verdict verdict = options.verdict();
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
    private record Options(List<String> directories, Map<String, Path> files, boolean json) {

        private static final Set<String> WITH_FILE = Set.of("--key", "--earlier", "--proof", "--entry");

        static Options parse(List<String> arguments) throws WrongUsage {
            Deque<String> rest = new ArrayDeque<>(arguments);
            List<String> directories = new ArrayList<>();
            Map<String, Path> files = new TreeMap<>();
            boolean json = false;
            while (!rest.isEmpty()) {
                String argument = rest.pop();
                if (WITH_FILE.contains(argument)) {
                    if (rest.isEmpty() || files.containsKey(argument)) {
                        throw new WrongUsage("`" + argument + "` needs one file");
                    }
                    files.put(argument, path(rest.pop()));
                } else if (argument.equals("--json")) {
                    json = true;
                } else if (argument.startsWith("-")) {
                    throw new WrongUsage("unknown option `" + argument + "`; --help shows the usage");
                } else {
                    directories.add(argument);
                }
            }
            return new Options(directories, files, json);
        }

        Verdict verdict() throws WrongUsage, IOException {
            if (files.containsKey("--proof") || files.containsKey("--entry")) {
                return proofVerdict();
            }
            if (directories.size() != 1) {
                throw new WrongUsage("give one journal directory; --help shows the usage");
            }
            Path journal = path(directories.get(0));
            if (!Files.isDirectory(journal)) {
                throw new WrongUsage("there is no directory `" + journal + "`");
            }
            return verifier().verify(journal);
        }

        private Verdict proofVerdict() throws WrongUsage {
            boolean complete = files.keySet().equals(Set.of("--proof", "--entry", "--key")) && directories.isEmpty();
            if (!complete) {
                throw new WrongUsage("a proof of one entry takes --proof, --entry and --key; --help shows the usage");
            }
            return verifier().verify(content("--entry"), text("--proof"));
        }

        private Verifier verifier() throws WrongUsage {
            try {
                Verifier verifier =
                        files.containsKey("--key") ? Verifier.trusting(text("--key")) : Verifier.withoutTrustedKey();
                return files.containsKey("--earlier") ? verifier.extending(text("--earlier")) : verifier;
            } catch (IllegalArgumentException malformed) {
                throw new WrongUsage(String.valueOf(malformed.getMessage()));
            }
        }

        private String text(String option) throws WrongUsage {
            return new String(content(option), StandardCharsets.UTF_8);
        }

        private byte[] content(String option) throws WrongUsage {
            Path file = Objects.requireNonNull(files.get(option), option);
            try {
                return Files.readAllBytes(file);
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
