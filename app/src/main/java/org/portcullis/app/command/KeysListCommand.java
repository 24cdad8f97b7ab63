package org.portcullis.app.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.portcullis.app.keys.KeyHistory;
import org.portcullis.app.keys.KeyLife;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.journal.EntryNumber;
import org.portcullis.journal.JournalFolder;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Lens;
import org.portcullis.vault.VaultFolder;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the keys of people in a journal, now or as they were. */
@Command(
        name = "list",
        description = {
            "List the keys of people in a journal with their states and entries; the journal is verified first.",
            "A journal that somebody has open is listed as far as it goes."
        })
final class KeysListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(
            names = "--at",
            paramLabel = "INDEX|TIME",
            description =
                    "as of the entry with this number (in a series with its shard, such as 2022-05/17), or as of this time (now)")
    private Optional<String> at = Optional.empty();

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault: people are shown by name; without it by pseudonym, and their words as committed")
    private Optional<String> vault = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    KeysListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.journal(folder);
        Verdict verdict = Verifier.withoutTrustedKey().verify(journal);
        if (!verdict.isValid() && verdict.outcome() != Outcome.UNSEALED) {
            return RefusedJournal.tell(
                    surroundings.terminal(), verdict, json, "no keys are listed of a journal that does not verify");
        }
        JournalFolder entries = JournalEntries.of(journal);
        Optional<EntryNumber> last = at.flatMap(EntryNumber::read);
        last.ifPresent(number -> requireShard(entries, number));
        Instant now = last.isPresent() || at.isEmpty() ? surroundings.clock().instant() : time(at.get());
        Predicate<JournalEntry> until = last.isPresent()
                ? entry -> entries.number(entry).compareTo(last.get()) <= 0
                : entry -> at.isEmpty() || !entry.at().isAfter(now);
        KeyHistory history = KeyHistory.of(entries, until);
        UnaryOperator<String> shown = vault.isPresent()
                ? Lens.of(entries, VaultFolder.at(surroundings.path(vault.get())))
                : UnaryOperator.identity();
        print(history.keys(), last.isPresent() ? history.latest().orElse(now) : now, shown);
        return ExitStatus.DONE;
    }

    private void print(List<KeyLife> keys, Instant when, UnaryOperator<String> shown) {
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("at", when.toString())
                            .put(
                                    "keys",
                                    JsonArray.of(keys.stream()
                                            .map(key -> key.json(when, shown))
                                            .toArray(JsonObject[]::new)))
                            .build());
            return;
        }
        Table table = new Table(List.of(
                Table.Column.text("key"),
                Table.Column.text("person"),
                Table.Column.text("state"),
                Table.Column.text("entries")));
        keys.forEach(key -> table.row(List.of(
                key.key().keyId(), shown.apply(key.key().person()), key.words(when), shown.apply(key.entries()))));
        surroundings.terminal().line("keys as of " + when);
        surroundings.terminal().lines(table.lines());
    }

    private static void requireShard(JournalFolder entries, EntryNumber number) {
        try {
            entries.shardOf(number);
        } catch (IllegalArgumentException none) {
            throw new UserMistake("--at: " + none.getMessage());
        }
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException neither) {
            throw new UserMistake("--at: `" + text + "` is no entry's number and no time such as 2026-11-23T09:00:00Z");
        }
    }
}
