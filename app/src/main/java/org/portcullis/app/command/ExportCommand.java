package org.portcullis.app.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.portcullis.app.keys.KeyOptions;
import org.portcullis.app.opening.PeopleInJournal;
import org.portcullis.app.opening.WitnessOptions;
import org.portcullis.app.people.VaultOffice;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalExport;
import org.portcullis.app.wiring.SeriesExportFolder;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.export.Export;
import org.portcullis.journal.export.ExportScope;
import org.portcullis.journal.export.ExportSummary;
import org.portcullis.journal.export.PreviousExport;
import org.portcullis.journal.export.SeriesExport;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a part of a journal for people who have nothing but the stand-alone verifier and a key. */
@Command(
        name = "export",
        description = "Write a part of a journal in one file that the stand-alone verifier checks without the rest.")
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "the folder of the journal")
    private String folder = "";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "the export; must be new; of a series of shards a folder")
    private Optional<String> out = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "INSTANT",
            description = "the first instant of the period, such as 2022-05-02T00:00:00Z")
    private Optional<Instant> from = Optional.empty();

    @Option(names = "--to", paramLabel = "INSTANT", description = "the first instant after the period")
    private Optional<Instant> to = Optional.empty();

    @Option(names = "--desk", paramLabel = "NAME", description = "what belongs to the submissions of a desk")
    private Optional<String> desk = Optional.empty();

    @Option(names = "--case", paramLabel = "ID", description = "what belongs to one submission or petition")
    private Optional<String> one = Optional.empty();

    @Option(
            names = "--published",
            description = "up to the published checkpoint, and not only to the newest that witnesses have signed")
    private boolean published;

    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "the export that this one extends (the last one that the journal remembers)")
    private Optional<String> previous = Optional.empty();

    @Option(
            names = "--journal-key",
            paramLabel = "KEY",
            description =
                    "the journal's key, a file or agent:NAME, to remember the export in the journal; with --by and --reason")
    private Optional<String> journalKey = Optional.empty();

    @Option(names = "--by", paramLabel = "PERSON", description = "who makes the export, for the journal")
    private Optional<String> by = Optional.empty();

    @Option(names = "--reason", paramLabel = "TEXT", description = "for what, for the journal")
    private Optional<String> reason = Optional.empty();

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description =
                    "the journal's vault, where the journal keeps people as pseudonyms: it has the person's pseudonym and keeps the reason")
    private Optional<String> vault = Optional.empty();

    @Mixin
    private KeyOptions keys = new KeyOptions();

    @Mixin
    private WitnessOptions witnesses = new WitnessOptions();

    @Option(
            names = "--jsonl",
            description = "every published entry as it stands in the journal, one a line, without proofs")
    private boolean jsonl;

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Path journal = surroundings.path(folder);
        if (!Files.isDirectory(journal.resolve("segments")) && !JournalFolder.isSeries(journal)) {
            throw new UserMistake(folder + ": no such journal folder");
        }
        out.filter(file -> Files.exists(surroundings.path(file))).ifPresent(ExportCommand::refuseToOverwrite);
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            LongConsumer step = entries -> progress.step("entries read", entries, entries);
            if (jsonl) {
                return entries(journal, step);
            }
            return JournalFolder.isSeries(journal) ? series(journal, step) : export(journal, step);
        } catch (JournalFailure failure) {
            return failed(failure);
        } catch (Export.NothingToExport nothing) {
            throw new UserMistake(folder + ": " + nothing.getMessage());
        } catch (IOException unusable) {
            throw new UserMistake(folder + ": cannot be exported: " + unusable.getMessage());
        }
    }

    private Integer export(Path journal, LongConsumer progress)
            throws IOException, JournalFailure, Export.NothingToExport {
        String file = out.orElseThrow(() -> new UserMistake("an export needs a file; name a new one with --out FILE"));
        Export export = Export.of(journal, scope());
        if (previous.isPresent()) {
            export = export.extending(previous(previous.get()));
        }
        JournalExport.Written written = JournalExport.write(
                journal,
                published ? export.ofAllPublished() : export,
                surroundings.path(file),
                remembered(journal),
                progress);
        if (!written.verdict().isValid()) {
            return notWritten(
                    json ? written.verdict().json() : written.verdict().text());
        }
        tell(file, written.summary());
        return ExitStatus.DONE;
    }

    private Integer series(Path journal, LongConsumer progress)
            throws IOException, JournalFailure, Export.NothingToExport {
        String target =
                out.orElseThrow(() -> new UserMistake("an export needs a folder; name a new one with --out FOLDER"));
        SeriesExport export = SeriesExport.of(JournalFolder.at(journal), scope());
        if (previous.isPresent()) {
            export = export.extending(previousFolder(previous.get()));
        }
        SeriesExportFolder.Written written = SeriesExportFolder.write(
                journal,
                published ? export.ofAllPublished() : export,
                surroundings.path(target),
                remembered(journal),
                progress);
        if (!written.verdict().isValid()) {
            return notWritten(
                    json ? written.verdict().json() : written.verdict().text());
        }
        tell(target, written.summaries());
        return ExitStatus.DONE;
    }

    private Integer notWritten(String verdict) {
        surroundings.terminal().out().print(verdict);
        surroundings.terminal().mistake("no export is written that does not verify; verify the journal");
        return ExitStatus.REFUSED;
    }

    private Map<String, PreviousExport> previousFolder(String typed) {
        Path exports = surroundings.path(typed);
        if (!Files.isDirectory(exports)) {
            throw new UserMistake(typed + ": cannot be extended: the export of a series is a folder");
        }
        try {
            return SeriesExportFolder.previous(exports);
        } catch (IOException unreadable) {
            throw new UserMistake(typed + ": cannot be extended: " + unreadable.getMessage());
        }
    }

    private void tell(String target, Map<String, ExportSummary> summaries) {
        if (json) {
            JsonObject.Builder shards = JsonObject.builder();
            summaries.forEach((month, summary) -> shards.put(
                    month,
                    summary.toJson().toBuilder()
                            .put("file", target + "/" + month + ".jsonl")
                            .build()));
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("folder", target)
                            .put("remembered", journalKey.isPresent())
                            .put("shards", shards.build())
                            .build());
            return;
        }
        summaries.forEach((month, summary) -> tellParts(target + "/" + month + ".jsonl", summary));
        tellRemembered();
    }

    private Integer entries(Path journal, LongConsumer progress) throws IOException, JournalFailure {
        boolean more =
                Stream.of(from, to, desk, one, previous, journalKey, by, reason).anyMatch(Optional::isPresent);
        if (more || published || (json && out.isEmpty())) {
            throw new UserMistake(
                    "--jsonl writes every entry and goes with --out alone; choose among its lines with jq");
        }
        if (out.isEmpty()) {
            JournalExport.writeEntries(journal, surroundings.terminal().out(), progress);
            return ExitStatus.DONE;
        }
        long written;
        try (OutputStream file = Files.newOutputStream(surroundings.path(out.get()), StandardOpenOption.CREATE_NEW)) {
            written = JournalExport.writeEntries(journal, file, progress);
        } catch (FileAlreadyExistsException there) {
            refuseToOverwrite(out.get());
            return ExitStatus.NOT_RUN;
        }
        if (json) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder()
                            .put("entries", written)
                            .put("file", out.get())
                            .build());
        } else {
            surroundings.terminal().line(out.get() + ": " + entries(written));
        }
        return ExitStatus.DONE;
    }

    private ExportScope scope() {
        boolean period = from.isPresent() || to.isPresent();
        if ((period ? 1 : 0) + (desk.isPresent() ? 1 : 0) + (one.isPresent() ? 1 : 0) > 1) {
            throw new UserMistake(
                    "an export is of a period, a desk or a case; give one of --from and --to, --desk, --case");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new UserMistake("the period ends at " + to.get() + ", not after its beginning at " + from.get());
        }
        if (period) {
            return new ExportScope.Period(from, to);
        }
        return desk.<ExportScope>map(ExportScope.Desk::new)
                .or(() -> one.map(ExportScope.Case::new))
                .orElseGet(ExportScope.All::new);
    }

    private PreviousExport previous(String file) {
        try {
            return PreviousExport.read(surroundings.path(file));
        } catch (IOException unreadable) {
            throw new UserMistake(file + ": cannot be extended: " + unreadable.getMessage());
        }
    }

    private Optional<JournalExport.Remembered> remembered(Path journal) {
        boolean all = journalKey.isPresent() && by.isPresent() && reason.isPresent();
        boolean none = journalKey.isEmpty() && by.isEmpty() && reason.isEmpty();
        if (!all && !none) {
            throw new UserMistake("--journal-key, --by and --reason go together: who makes the export and for what");
        }
        if (none && witnesses.areGiven()) {
            throw new UserMistake(
                    "--policy and --witness ask before the journal is written to; they go with --journal-key");
        }
        if (none && vault.isPresent()) {
            throw new UserMistake("--vault keeps who makes the export and for what; it goes with --journal-key");
        }
        if (none) {
            return Optional.empty();
        }
        PeopleInJournal people = PeopleInJournal.of(journal);
        if (vault.isEmpty()) {
            people.requireClear(folder);
        }
        VaultOffice.Concealed who = vault.map(dir ->
                        new VaultOffice(surroundings, dir).conceal(by.orElseThrow(), reason.orElseThrow(), people))
                .orElseGet(() -> new VaultOffice.Concealed(by.orElseThrow(), reason.orElseThrow()));
        return journalKey.map(file -> new JournalExport.Remembered(
                keys.open(surroundings, file),
                witnesses.check(surroundings),
                who.person(),
                who.words(),
                surroundings.clock().instant()));
    }

    private void tell(String file, ExportSummary summary) {
        if (json) {
            surroundings
                    .terminal()
                    .json(summary.toJson().toBuilder()
                            .put("file", file)
                            .put("remembered", journalKey.isPresent())
                            .build());
            return;
        }
        tellParts(file, summary);
        tellRemembered();
    }

    private void tellParts(String file, ExportSummary summary) {
        long range = summary.to() - summary.from();
        surroundings
                .terminal()
                .line(file + ": shown " + summary.shown() + ", withheld " + summary.withheld() + " of " + entries(range)
                        + ", " + summary.context() + " around them");
        surroundings.terminal().line("digest  " + summary.digest().value());
        surroundings
                .terminal()
                .line("extends " + summary.previous().orElse("nothing: it is the first export that is known"));
        if (summary.published() > summary.size()) {
            surroundings
                    .terminal()
                    .line("not in  "
                            + entries(summary.published() - summary.size())
                            + " behind the newest checkpoint that witnesses have signed; --published takes them in");
        }
    }

    private void tellRemembered() {
        surroundings
                .terminal()
                .line(
                        journalKey.isPresent()
                                ? "journal remembers it as `export.created`"
                                : "journal does not remember it; give --journal-key, --by and --reason");
    }

    private static String entries(long count) {
        return count + (count == 1 ? " entry" : " entries");
    }

    private Integer failed(JournalFailure failure) {
        surroundings.terminal().mistake(String.valueOf(failure.getMessage()));
        return failure.kind() == JournalFailure.Kind.DAMAGED ? ExitStatus.REFUSED : ExitStatus.NOT_RUN;
    }

    private static void refuseToOverwrite(String file) {
        throw new UserMistake(file + ": is there already; nothing is overwritten, so name another file with --out");
    }
}
