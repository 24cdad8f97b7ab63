package org.portcullis.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what the command line asks for.
 *
 * @param operands what stands without an option: the folder of the journal
 * @param values the values of each option, in their order
 */
record Options(List<String> operands, Map<Option, List<String>> values) {

    /** Names an option and how it is used. */
    enum Option {
        KEY("--key", Use.ONCE),
        POLICY("--policy", Use.ONCE),
        TSA("--tsa", Use.ONCE),
        EARLIER("--earlier", Use.OFTEN),
        MAX_AGE("--max-age", Use.ONCE),
        AT("--at", Use.ONCE),
        PROOF("--proof", Use.ONCE),
        ENTRY("--entry", Use.ONCE),
        EXPORT("--export", Use.ONCE),
        ENTRY_INDEX("--entry-index", Use.ONCE),
        APPROVAL("--approval", Use.ONCE),
        PACK("--pack", Use.ONCE),
        OPENINGS("--openings", Use.ONCE),
        JSON("--json", Use.BARE);

        private final String word;
        private final Use use;

        Option(String word, Use use) {
            this.word = word;
            this.use = use;
        }

        static Option of(String word) throws WrongUsage {
            for (Option option : values()) {
                if (option.word.equals(word)) {
                    return option;
                }
            }
            throw new WrongUsage("unknown option `" + word + "`; --help shows the usage");
        }

        String word() {
            return word;
        }
    }

    /** Says what follows an option and how often it may be there. */
    private enum Use {
        BARE,
        ONCE,
        OFTEN
    }

    static Options parse(List<String> arguments) throws WrongUsage {
        Deque<String> rest = new ArrayDeque<>(arguments);
        List<String> operands = new ArrayList<>();
        Map<Option, List<String>> values = new EnumMap<>(Option.class);
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (!argument.startsWith("-")) {
                operands.add(argument);
                continue;
            }
            Option option = Option.of(argument);
            List<String> given = values.computeIfAbsent(option, none -> new ArrayList<>());
            boolean again = !given.isEmpty() && option.use == Use.ONCE;
            if (option.use != Use.BARE && (rest.isEmpty() || again)) {
                throw new WrongUsage("`" + argument + "` needs one value");
            }
            given.add(option.use == Use.BARE ? "" : rest.pop());
        }
        return new Options(operands, values);
    }

    boolean has(Option option) {
        return values.containsKey(option);
    }

    /** Gives the one value of an option, if it is there. */
    Optional<String> value(Option option) {
        return all(option).stream().findFirst();
    }

    /** Gives the values of an option that may be there often. */
    List<String> all(Option option) {
        return values.getOrDefault(option, List.of());
    }

    /** Gives the text of the file that an option names, if it is there. */
    Optional<String> text(Option option) throws WrongUsage {
        Optional<String> file = value(option);
        return file.isPresent() ? Optional.of(text(option, file.get())) : Optional.empty();
    }

    /** Gives the texts of the files that an option names. */
    List<String> texts(Option option) throws WrongUsage {
        List<String> texts = new ArrayList<>();
        for (String file : all(option)) {
            texts.add(text(option, file));
        }
        return texts;
    }

    /** Gives the bytes of the file that an option names; the option is there. */
    byte[] bytes(Option option) throws WrongUsage {
        return bytes(option, value(option).orElse(""));
    }

    /** Gives the moment before which a state is stale, if it is asked for. */
    Optional<Instant> oldest() throws WrongUsage {
        if (has(Option.MAX_AGE) != has(Option.AT)) {
            throw new WrongUsage("`--max-age` and `--at` need each other");
        }
        if (!has(Option.AT)) {
            return Optional.empty();
        }
        try {
            Instant at = Instant.parse(value(Option.AT).orElse(""));
            return Optional.of(at.minus(Duration.parse(value(Option.MAX_AGE).orElse(""))));
        } catch (DateTimeException | ArithmeticException malformed) {
            throw new WrongUsage("`--max-age` needs a duration such as P7D, and `--at` an instant such as"
                    + " 2022-05-02T00:00:00Z");
        }
    }

    /** Gives what is asked beside the verdict, at most one question. */
    Inquiry inquiry() throws WrongUsage {
        int asked = (has(Option.ENTRY_INDEX) ? 1 : 0) + (has(Option.APPROVAL) ? 1 : 0) + (has(Option.PACK) ? 1 : 0);
        if (asked > 1) {
            throw new WrongUsage("ask one question at a time: `--entry-index`, `--approval` or `--pack`");
        }
        Optional<EntryNumber> number = entryNumber();
        return number.map(Inquiry::entry)
                .or(() -> value(Option.APPROVAL).map(Inquiry::approval))
                .or(() -> value(Option.PACK).map(Inquiry::pack))
                .orElseGet(Inquiry::nothing);
    }

    /** Requires that an entry that is asked about is named as those of a series are, or as those of a journal alone. */
    void requireNumberFor(boolean series) throws WrongUsage {
        Optional<EntryNumber> number = entryNumber();
        if (number.isPresent()) {
            number.get().requireFor(series);
        }
    }

    private Optional<EntryNumber> entryNumber() throws WrongUsage {
        Optional<String> spelled = value(Option.ENTRY_INDEX);
        return spelled.isPresent() ? Optional.of(EntryNumber.read(spelled.get())) : Optional.empty();
    }

    static Path path(String text) throws WrongUsage {
        try {
            return Path.of(text);
        } catch (InvalidPathException malformed) {
            throw new WrongUsage("`" + text + "` is not a path");
        }
    }

    private static String text(Option option, String file) throws WrongUsage {
        return new String(bytes(option, file), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Option option, String file) throws WrongUsage {
        try {
            return Files.readAllBytes(path(file));
        } catch (IOException unreadable) {
            throw new WrongUsage("cannot read the file `" + file + "` of `" + option.word() + "`");
        }
    }
}
