package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.keys.Ceremony;
import org.portcullis.app.keys.Journaling;
import org.portcullis.app.keys.KeyOptions;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.Command.RevokeKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Revokes a person's key. */
@Command(
        name = "revoke",
        description = {
            "Revoke a person's key at once, also one that was replaced.",
            "Whoever holds the journal's key may; no signature is asked for, so that a lost key never waits."
        })
final class KeysRevokeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "JOURNAL",
            description = "the folder of the journal, which nobody else has open")
    private String journal = "";

    @Parameters(index = "1", paramLabel = "KEY-NAME", description = "the name of the key")
    private String keyId = "";

    @Option(names = "--by", paramLabel = "PERSON", required = true, description = "who revokes it")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
    private String reason = "";

    @Mixin
    private Journaling journaling = new Journaling();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    KeysRevokeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new UserMistake("--reason: say why the key is revoked");
        }
        String person = journaling.person(surroundings, by);
        if (!journaling.isConcealed()
                && journaling.people(surroundings, journal).find(by).isEmpty()) {
            throw new UserMistake("--by: nobody with the id `" + by + "` works there today");
        }
        try {
            RevokeKey revoke = new RevokeKey(keyId, person, reason);
            return Ceremony.answer(
                    surroundings.terminal(), journaling.handle(surroundings, journal, keys, revoke), json);
        } catch (IllegalArgumentException tooLong) {
            throw new UserMistake(String.valueOf(tooLong.getMessage()));
        }
    }
}
