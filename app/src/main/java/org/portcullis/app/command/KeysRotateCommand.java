package org.portcullis.app.command;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.keys.Ceremony;
import org.portcullis.app.keys.KeyRequest;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.journal.Signer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts a person's new key in the place of an old one. */
@Command(
        name = "rotate",
        description = {
            "Put a person's new key in the place of an old one, which stays in force for a while. Both sign, and a second"
                    + " person confirms.",
            "All at once, or each on a machine of their own with --request, --confirm and --apply."
        })
final class KeysRotateCommand implements Callable<Integer> {
    private static final Period USUAL_OVERLAP = Period.ofDays(7);

    private final Surroundings surroundings;

    @Option(names = "--person", paramLabel = "PERSON", description = "whose keys they are")
    private Optional<String> person = Optional.empty();

    @Option(names = "--key", paramLabel = "KEY", description = "the new key: a file or agent:NAME")
    private Optional<String> key = Optional.empty();

    @Option(names = "--old-key", paramLabel = "KEY", description = "the key to replace: a file or agent:NAME")
    private Optional<String> oldKey = Optional.empty();

    @Option(
            names = "--overlap-until",
            paramLabel = "INSTANT",
            description = "the last instant of the old key, at most 30 days from now (in 7 days)")
    private Optional<Instant> overlapUntil = Optional.empty();

    @Mixin
    private Ceremony ceremony = new Ceremony();

    KeysRotateCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        return ceremony.perform(surroundings, this::request);
    }

    private KeyRequest request() {
        String owner = person.orElseThrow(() -> new UserMistake("missing: --person PERSON: whose keys they are"));
        Signer with =
                ceremony.open(surroundings, key.orElseThrow(() -> new UserMistake("missing: --key KEY: the new key")));
        Signer old = ceremony.open(
                surroundings, oldKey.orElseThrow(() -> new UserMistake("missing: --old-key KEY: the key to replace")));
        Instant until = overlapUntil.orElseGet(() -> surroundings
                .clock()
                .instant()
                .atOffset(ZoneOffset.UTC)
                .plus(USUAL_OVERLAP)
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS));
        return KeyRequest.rotation(
                Rotation.of(ceremony.person(surroundings, owner), with, old.keyId(), until), with, old);
    }
}
