package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.portcullis.app.coverage.PeriodText;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.JournalEntries;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.journal.JournalFolder;
import org.portcullis.journal.VerifierKey;
import org.portcullis.report.trace.JournalTrace;
import org.portcullis.vault.Lens;
import org.portcullis.vault.OpeningSource;
import org.portcullis.vault.VaultFailure;
import org.portcullis.vault.VaultFolder;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;
import picocli.CommandLine.Option;

/** What a trace asks for that goes on into a journal. */
final class TraceOptions {

    @Option(
            names = "--journal",
            paramLabel = "JOURNAL",
            description = "go on into this journal, which is verified first: to decisions and the people in them")
    private Optional<String> journal = Optional.empty();

    @Option(
            names = "--key",
            paramLabel = "FILE",
            description = "the key of the journal, from somebody else than the folder (the one in the folder)")
    private Optional<String> key = Optional.empty();

    @Option(names = "--from", paramLabel = "INSTANT", description = "the first instant of the period (the first entry)")
    private Optional<Instant> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "INSTANT",
            description = "the first instant after the period (just after the last entry)")
    private Optional<Instant> to = Optional.empty();

    @Option(
            names = "--vault",
            paramLabel = "DIR",
            description = "the journal's vault: people are shown by name; without it by pseudonym")
    private Optional<String> vault = Optional.empty();

    @Option(
            names = "--entry",
            paramLabel = "N",
            description = "trace back from the decision to which this entry of the journal belongs")
    private Optional<Long> entry = Optional.empty();

    @Option(
            names = "--person",
            paramLabel = "PERSON",
            description = "trace back from what this person did in the period")
    private Optional<String> person = Optional.empty();

    /** Refuses what does not go together. */
    void check(boolean traced) {
        boolean back = entry.isPresent() || person.isPresent();
        if (journal.isEmpty() && (back || key.isPresent() || from.isPresent() || to.isPresent() || vault.isPresent())) {
            throw new UserMistake(
                    "missing: --journal JOURNAL: --entry, --person, --from, --to, --key and --vault speak of"
                            + " a journal");
        }
        if (journal.isPresent() && !traced && !back) {
            throw new UserMistake(
                    "missing: --trace PROVISION|CONTROL, --entry N or --person PERSON: what to trace in the"
                            + " journal");
        }
        if ((traced ? 1 : 0) + (entry.isPresent() ? 1 : 0) + (person.isPresent() ? 1 : 0) > 1) {
            throw new UserMistake("--trace, --entry and --person each begin a trace; give one of them");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new UserMistake("the period ends at " + to.get() + ", not after its beginning at " + from.get());
        }
    }

    /** Tells whether a journal is named. */
    boolean given() {
        return journal.isPresent();
    }

    Optional<Long> entry() {
        return entry;
    }

    Optional<String> person() {
        return person;
    }

    /** Gives the folder of the journal. */
    Path folder(Surroundings surroundings) {
        Path folder = surroundings.journal(journal.orElseThrow());
        if (JournalFolder.isSeries(folder)) {
            throw new UserMistake(journal.get()
                    + ": is a series of shards, each of which numbers its entries from 0; name" + " one of them");
        }
        return folder;
    }

    /** Verifies the journal. */
    Verdict verify(Surroundings surroundings) throws IOException {
        return TrustedFile.read(
                        surroundings,
                        key,
                        text -> Verifier.trusting(VerifierKey.read(text.strip()).line()))
                .orElseGet(Verifier::withoutTrustedKey)
                .verify(folder(surroundings));
    }

    /** Reads the journal, which was verified. */
    PeriodText.Period period(Surroundings surroundings) throws IOException, JournalFailure, VaultFailure {
        EntrySource entries = JournalEntries.of(folder(surroundings));
        OptionalLong wanted = entry.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        Instant first = from.orElse(Instant.MIN);
        Instant after = to.orElse(Instant.MAX);
        JournalTrace trace = wanted.isPresent()
                ? JournalTrace.of(entries, first, after, wanted.getAsLong())
                : JournalTrace.of(entries, first, after);
        UnaryOperator<String> names =
                Lens.of(entries, vault.isEmpty() ? OpeningSource.NONE : VaultFolder.at(surroundings.path(vault.get())));
        return new PeriodText.Period(journal.orElseThrow(), from, to, trace, names);
    }
}
