package org.portcullis.app.keys;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Recorded;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.approval.EnrolledKey;
import org.portcullis.engine.approval.Enrolment;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.journal.SigningFailure;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How a key comes into a journal: a person asks, a second person confirms, and whoever holds the journal's key applies both. Each of the three may be a command of
 * its own, on a machine of its own, with a file in between; or one command is all three.
 */
public final class Ceremony {
    @Parameters(
            paramLabel = "JOURNAL",
            arity = "0..1",
            description = "the folder of the journal, which nobody else has open; not given to ask and to confirm")
    private Optional<String> journal = Optional.empty();

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "only ask: sign the request and write it to this file")
    private Optional<String> request = Optional.empty();

    @Option(names = "--confirm", paramLabel = "FILE", description = "only confirm: sign for the request in this file")
    private Optional<String> confirm = Optional.empty();

    @Option(names = "--out", paramLabel = "FILE", description = "where the confirmation is written")
    private Optional<String> out = Optional.empty();

    @Option(names = "--apply", paramLabel = "FILE", description = "apply the request in this file")
    private Optional<String> apply = Optional.empty();

    @Option(
            names = "--confirmation",
            paramLabel = "FILE",
            description = "with --apply: the confirmation of the request")
    private Optional<String> confirmation = Optional.empty();

    @Option(names = "--second", paramLabel = "PERSON", description = "the second person")
    private Optional<String> second = Optional.empty();

    @Option(
            names = "--second-key",
            paramLabel = "KEY",
            description = "the second person's key: a file or agent:NAME; left out for the founding key alone")
    private Optional<String> secondKey = Optional.empty();

    @Mixin
    private Journaling journaling = new Journaling();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    /** Opens a key. */
    public Signer open(Surroundings surroundings, String key) {
        return keys.open(surroundings, key);
    }

    /** A person as the journal names it, who may be typed by id where there is a vault. */
    public String person(Surroundings surroundings, String typed) {
        return journaling.person(surroundings, typed);
    }

    /**
     * Does what the options ask for.
     *
     * @param asked makes and signs the request; asked only where no file holds it
     */
    public int perform(Surroundings surroundings, Supplier<KeyRequest> asked) {
        try {
            requireOne();
            if (confirm.isPresent()) {
                return confirm(surroundings, confirm.get());
            }
            if (request.isPresent()) {
                return ask(surroundings, sound(asked.get()), request.get());
            }
            KeyRequest applied = apply.map(file -> KeyRequest.read(surroundings.path(file), file))
                    .orElseGet(() -> sound(asked.get()));
            return apply(surroundings, applied);
        } catch (SigningFailure unsigned) {
            throw new UserMistake(String.valueOf(unsigned.getMessage()));
        }
    }

    private void requireOne() {
        long ways =
                Stream.of(request, confirm, journal).filter(Optional::isPresent).count();
        if (ways != 1) {
            throw new UserMistake("name the JOURNAL, or ask with --request FILE, or confirm with --confirm FILE");
        }
        if (apply.isPresent() && journal.isEmpty()) {
            throw new UserMistake("name the JOURNAL to which the request is applied");
        }
    }

    private static KeyRequest sound(KeyRequest made) {
        if (made.key().isEmpty()) {
            throw new UserMistake("a new key has a name of its own, and names have at most " + Enrolment.MAX_LENGTH
                    + " characters; nothing was asked for");
        }
        return made;
    }

    private int ask(Surroundings surroundings, KeyRequest made, String file) {
        made.write(surroundings.path(file), file);
        EnrolledKey key = made.key().orElseThrow();
        return say(
                surroundings.terminal(),
                "request",
                file,
                key,
                key.person() + " asks for key " + key.keyId() + "; the request is in " + file);
    }

    private int confirm(Surroundings surroundings, String file) {
        KeyRequest asked = KeyRequest.read(surroundings.path(file), file);
        EnrolledKey key = asked.key().orElseThrow();
        if (!asked.isProven()) {
            surroundings.terminal().mistake(file + ": is not signed by the key that it asks for; nothing was signed");
            return ExitStatus.REFUSED;
        }
        String person = person(surroundings, required(second, "--second PERSON: who confirms"));
        String target = required(out, "--out FILE: where the confirmation goes");
        Signer signer = open(surroundings, required(secondKey, "--second-key KEY: the key of " + person));
        KeyRequest.write(asked.confirm(person, signer), surroundings.path(target), target);
        return say(
                surroundings.terminal(),
                "confirmation",
                target,
                key,
                person + " confirms that key " + key.keyId() + " is that of " + key.person()
                        + "; the confirmation is in " + target);
    }

    private int apply(Surroundings surroundings, KeyRequest asked) {
        KeyRequest.Confirmation confirmed = confirmation
                .map(file -> KeyRequest.readConfirmation(surroundings.path(file), file))
                .orElseGet(() -> {
                    String person = person(
                            surroundings, required(second, "--second PERSON, or --confirmation FILE: who confirms"));
                    return secondKey
                            .map(key -> asked.confirm(person, open(surroundings, key)))
                            .orElseGet(() -> new KeyRequest.Confirmation(person, JsonObject.EMPTY));
                });
        Recorded recorded = journaling.handle(surroundings, journal.orElseThrow(), keys, asked.command(confirmed));
        return answer(surroundings.terminal(), recorded, json);
    }

    private int say(Terminal terminal, String what, String file, EnrolledKey key, String line) {
        if (json) {
            terminal.json(JsonObject.builder()
                    .put(what, file)
                    .put("keyId", key.keyId())
                    .put("person", key.person())
                    .put("publicKey", key.publicKey())
                    .build());
        } else {
            terminal.line(line);
            terminal.line("public key  " + key.publicKey());
        }
        return ExitStatus.DONE;
    }

    /** Tells what came of a command about keys, with the number of its entry. */
    public static int answer(Terminal terminal, Recorded recorded, boolean json) {
        JournalEntry entry = recorded.entry();
        JsonObject.Builder answer =
                JsonObject.builder().put("entry", recorded.number().toJson()).put("type", entry.type());
        entry.body().findText("keyId").ifPresent(keyId -> answer.put("keyId", keyId));
        entry.body().findText("person").ifPresent(person -> answer.put("person", person));
        if (recorded.reply().outcome() instanceof Outcome.Refused refused) {
            if (json) {
                terminal.json(answer.put("why", refused.code())
                        .put("sentence", refused.sentence())
                        .build());
            } else {
                terminal.line("refused: " + refused.sentence() + " (" + refused.code() + ", entry " + recorded.number()
                        + ")");
            }
            return ExitStatus.REFUSED;
        }
        if (json) {
            terminal.json(answer.build());
        } else {
            terminal.line("entry " + recorded.number() + ": " + words(entry));
        }
        return ExitStatus.DONE;
    }

    private static String words(JournalEntry entry) {
        JsonObject body = entry.body();
        String key = "key " + body.text("keyId") + " of " + body.text("person");
        return switch (entry.type()) {
            case "key.enrolled" -> key + " is enrolled" + (body.has("confirmation") ? "" : ", as a founding key");
            case "key.rotated" ->
                key + " is enrolled in place of " + body.text("replaces") + ", which is in force until "
                        + body.text("overlapUntil");
            default -> key + " is revoked";
        };
    }

    private static String required(Optional<String> value, String option) {
        return value.orElseThrow(() -> new UserMistake("missing: " + option));
    }
}
