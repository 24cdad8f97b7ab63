package org.portcullis.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Runs a witness from the command line until it is stopped; exit status 2 when it was not started as asked. */
public final class WitnessMain {

    private static final int DONE = 0;
    private static final int NOT_RUN = 2;

    private static final String USAGE = """
            usage: java -jar portcullis-journal-witness.jar --key FILE --new-key NAME
                   java -jar portcullis-journal-witness.jar --key FILE --state DIR --log VKEY [--log VKEY]... [--port N] [--host NAME]
              --key FILE      the witness's own private key
              --new-key NAME  make that key, print its verifier key, and end
              --state DIR     where the witness keeps what it cosigned; never delete it while the key is trusted
              --log VKEY      the verifier key of a journal to witness, or a file that holds it
              --port N        the port to listen on (default 8080; 0 takes any that is free)
              --host NAME     the address to listen on (default 127.0.0.1, this machine alone)
            exit status: 0 done, 2 not started as asked
            """;

    private WitnessMain() {}

    /** Runs it and ends the process when it could not be started; a started witness runs until the process is ended. */
    public static void main(String[] arguments) {
        // A client that sends slowly must not keep a thread for ever.
        System.setProperty("sun.net.httpserver.maxReqTime", "20");
        System.setProperty("sun.net.httpserver.maxRspTime", "20");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Outcome outcome = run(List.of(arguments), out, err);
        if (outcome.server().isEmpty()) {
            System.exit(outcome.status());
        }
    }

    /**
     * Says what came of the arguments.
     *
     * @param status the exit status
     * @param server the running witness, where one was started
     */
    public record Outcome(int status, Optional<WitnessServer> server) {}

    /** Follows the arguments with the given streams. */
    public static Outcome run(List<String> arguments, PrintStream out, PrintStream err) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(USAGE);
            return new Outcome(DONE, Optional.empty());
        }
        try {
            Options options = Options.parse(arguments);
            if (options.has("--new-key")) {
                CosigningKey key = CosigningKey.generate(options.one("--new-key"), new SecureRandom());
                key.write(Options.path(options.one("--key")));
                out.println(key.verifierKey());
                return new Outcome(DONE, Optional.empty());
            }
            Witness witness = options.open();
            boolean serving = false;
            try {
                WitnessServer server = WitnessServer.start(witness, options.address(), InstantSource.system());
                serving = true;
                out.println("witness key: " + witness.verifierKey());
                out.println("listening on " + server.address());
                return new Outcome(DONE, Optional.of(server));
            } finally {
                if (!serving) {
                    witness.close();
                }
            }
        } catch (IOException failed) {
            err.println("witness: " + reason(failed));
        } catch (IllegalArgumentException wrong) {
            err.println("witness: " + wrong.getMessage());
        }
        return new Outcome(NOT_RUN, Optional.empty());
    }

    private static String reason(IOException failed) {
        // The messages of the platform's file exceptions are bare names.
        return failed.getClass() == IOException.class
                ? String.valueOf(failed.getMessage())
                : "failed: " + failed.getClass().getSimpleName() + ": " + failed.getMessage();
    }

    /** Holds what the arguments ask for. */
    private record Options(Map<String, List<String>> values) {

        private static final Set<String> NAMES = Set.of("--key", "--new-key", "--state", "--log", "--port", "--host");

        static Options parse(List<String> arguments) {
            Map<String, List<String>> values = new TreeMap<>();
            Deque<String> rest = new ArrayDeque<>(arguments);
            while (!rest.isEmpty()) {
                String name = rest.pop();
                if (!NAMES.contains(name)) {
                    throw new IllegalArgumentException("unknown argument `" + name + "`; --help shows the usage");
                }
                if (rest.isEmpty() || (values.containsKey(name) && !name.equals("--log"))) {
                    throw new IllegalArgumentException("`" + name + "` needs one value; --help shows the usage");
                }
                values.computeIfAbsent(name, first -> new ArrayList<>()).add(rest.pop());
            }
            return new Options(values);
        }

        boolean has(String name) {
            return values.containsKey(name);
        }

        String one(String name) {
            List<String> given = values.getOrDefault(name, List.of());
            if (given.isEmpty()) {
                throw new IllegalArgumentException("`" + name + "` is missing; --help shows the usage");
            }
            return given.get(0);
        }

        Witness open() throws IOException {
            one("--log");
            CosigningKey key = CosigningKey.read(path(one("--key")));
            List<LogKey> logs = new ArrayList<>();
            for (String log : values.getOrDefault("--log", List.of())) {
                logs.add(LogKey.read(textOf(log)));
            }
            return Witness.open(key, path(one("--state")), logs);
        }

        InetSocketAddress address() {
            String port = has("--port") ? one("--port") : "8080";
            if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xFFFF) {
                throw new IllegalArgumentException("`" + port + "` is not a port; give a number from 0 to 65535");
            }
            return new InetSocketAddress(has("--host") ? one("--host") : "127.0.0.1", Integer.parseInt(port));
        }

        /** A verifier key has two `+`, and a file by that name would be a strange one. */
        private static String textOf(String keyOrFile) throws IOException {
            boolean file = keyOrFile.indexOf('+') < 0 || Files.isRegularFile(path(keyOrFile));
            return file ? Files.readString(path(keyOrFile), StandardCharsets.UTF_8) : keyOrFile;
        }

        private static Path path(String text) {
            try {
                return Path.of(text);
            } catch (InvalidPathException malformed) {
                throw new IllegalArgumentException("`" + text + "` is not a path", malformed);
            }
        }
    }
}
