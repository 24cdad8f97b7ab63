package org.portcullis.app.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.people.Pseudonym;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Identity;
import org.portcullis.vault.Opening;
import org.portcullis.vault.VaultFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the people of a vault. */
@Command(name = "list", description = "List the people of a vault with their pseudonyms; a program may have it open.")
final class VaultPersonListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "VAULT", description = "the folder of the vault")
    private String folder = "";

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    VaultPersonListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Map<Pseudonym, Opening> people =
                VaultFolder.at(surroundings.path(folder)).people();
        if (json) {
            List<Json> list = new ArrayList<>();
            people.forEach((person, opening) -> opening.person()
                    .ifPresent(identity -> list.add(
                            JsonObject.of("person", person.value(), "id", identity.id(), "name", identity.name()))));
            surroundings
                    .terminal()
                    .json(JsonObject.builder().put("people", list).build());
            return ExitStatus.DONE;
        }
        Table table =
                new Table(List.of(Table.Column.text("pseudonym"), Table.Column.text("id"), Table.Column.text("name")));
        people.forEach((person, opening) -> opening.person().ifPresent(identity -> table.row(row(person, identity))));
        surroundings.terminal().lines(table.lines());
        return ExitStatus.DONE;
    }

    private static List<String> row(Pseudonym person, Identity identity) {
        return List.of(person.value(), identity.id(), identity.name());
    }
}
