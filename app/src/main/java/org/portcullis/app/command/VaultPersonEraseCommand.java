package org.portcullis.app.command;

import java.util.concurrent.Callable;
import org.portcullis.app.people.JournalOptions;
import org.portcullis.app.people.VaultOffice;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Recorded;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.Outcome;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases a person. */
@Command(
        name = "erase",
        description = {
            "Erase a person: the journal records it, then the vault destroys who it was and everything the person wrote.",
            "It cannot be undone. The person's keys are revoked first; every proof stays valid."
        })
final class VaultPersonEraseCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "VAULT", description = "the folder of the vault")
    private String folder = "";

    @Parameters(index = "1", paramLabel = "PERSON", description = "the person's pseudonym or id")
    private String person = "";

    @Option(
            names = "--by",
            paramLabel = "PERSON",
            required = true,
            description = "who erases: another person whom the vault knows")
    private String by = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why; kept in the vault as well")
    private String reason = "";

    @Mixin
    private JournalOptions journal = new JournalOptions();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    VaultPersonEraseCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        if (reason.isBlank()) {
            throw new UserMistake("--reason: say why the person is erased");
        }
        VaultOffice.Recording recording = journal.recording(surroundings)
                .orElseThrow(() -> new UserMistake(
                        "missing: --journal JOURNAL and --journal-key KEY: an erasure is recorded first"));
        Recorded recorded = new VaultOffice(surroundings, folder).erase(person, by, reason, recording);
        JournalEntry entry = recorded.entry();
        String erased = entry.body().text("person");
        if (recorded.reply().outcome() instanceof Outcome.Refused refused) {
            if (json) {
                surroundings
                        .terminal()
                        .json(answer(recorded, erased)
                                .put("why", refused.code())
                                .put("sentence", refused.sentence())
                                .build());
            } else {
                surroundings
                        .terminal()
                        .line("refused: " + refused.sentence() + " (" + refused.code() + ", entry " + recorded.number()
                                + ")");
            }
            return ExitStatus.REFUSED;
        }
        if (json) {
            surroundings.terminal().json(answer(recorded, erased).build());
        } else {
            surroundings.terminal().line("erased " + erased + ", entry " + recorded.number());
        }
        return ExitStatus.DONE;
    }

    private static JsonObject.Builder answer(Recorded recorded, String person) {
        return JsonObject.builder()
                .put("entry", recorded.number().toJson())
                .put("type", recorded.entry().type())
                .put("person", person);
    }
}
