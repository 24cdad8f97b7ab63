package org.portcullis.app.command;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.keys.Ceremony;
import org.portcullis.app.keys.KeyRequest;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Enrols a person's key. */
@Command(
        name = "enrol",
        description = {
            "Enrol a person's key: the person asks, a second person confirms, and the journal records it.",
            "All at once, or each on a machine of their own with --request, --confirm and --apply."
        })
final class KeysEnrolCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--person", paramLabel = "PERSON", description = "whose key it is, by the organisation's id")
    private Optional<String> person = Optional.empty();

    @Option(names = "--key", paramLabel = "KEY", description = "the key to enrol: a file or agent:NAME")
    private Optional<String> key = Optional.empty();

    @Mixin
    private Ceremony ceremony = new Ceremony();

    KeysEnrolCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return ceremony.perform(surroundings, () -> {
            String owner = person.orElseThrow(() -> new UserMistake("missing: --person PERSON: whose key it is"));
            String file = key.orElseThrow(() -> new UserMistake("missing: --key KEY: the key to enrol"));
            return KeyRequest.enrolment(ceremony.person(surroundings, owner), ceremony.open(surroundings, file));
        });
    }
}
