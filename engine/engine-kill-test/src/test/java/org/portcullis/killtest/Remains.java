package org.portcullis.killtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.flow.OrderEngine;
import org.portcullis.engine.flow.StateCheck;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.MemoryJournal;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.verifier.Outcome;
import org.portcullis.verifier.Verdict;
import org.portcullis.verifier.Verifier;

/** What a killed process left, opened again and looked at from every side. */
final class Remains {
    private final Path folder;
    private final List<String> faults = new ArrayList<>();
    final List<JournalEntry> entries;
    final DeadlineCount deadlines;
    private final FlightCount flight;

    private Remains(Path folder, List<JournalEntry> entries) {
        this.folder = folder;
        this.entries = entries;
        this.deadlines = DeadlineCount.of(entries);
        this.flight = FlightCount.of(entries);
    }

    /** Opens the journal as a restarted engine does, and closes it, so that it can be verified. */
    static Remains open(Path folder) throws JournalFailure, IOException {
        FileJournal.open(folder, Desk.JOURNAL_KEY, latest(folder), EngineAtWork.limits())
                .close();
        return new Remains(folder, JournalDirectory.at(folder).entries());
    }

    /** The time of the latest entry of a journal, whether it was closed or not. */
    static Instant latest(Path folder) throws JournalFailure, IOException {
        return latest(JournalDirectory.at(folder).entries());
    }

    /** The time of the latest entry. */
    Instant latest() {
        return latest(entries);
    }

    private static Instant latest(List<JournalEntry> entries) {
        return entries.stream().map(JournalEntry::at).max(Instant::compareTo).orElse(Desk.MORNING);
    }

    /** Everything that is not as it must be. */
    List<String> faults(Promises promises, Optional<String> earlierCheckpoint) throws EngineFailure, IOException {
        faults.addAll(promises.faults);
        promises.entries.forEach(this::requireKept);
        requireTokensOnce();
        faults.addAll(deadlines.faults);
        deadlines
                .next()
                .filter(next -> !next.isAfter(promises.polled))
                .ifPresent(next -> faults.add(
                        "what was due at " + next + " has not fired, though " + promises.polled + " was polled"));
        requireDeadlinesKept();
        requireVerified(earlierCheckpoint);
        return faults;
    }

    /** The checkpoint that is published now. */
    String checkpoint() throws IOException {
        return Files.readString(folder.resolve("checkpoint"));
    }

    private void requireKept(long index, String promised) {
        if (index >= entries.size()) {
            faults.add("entry " + index + " was acknowledged and is lost: " + promised);
            return;
        }
        JournalEntry entry = entries.get((int) index);
        String found = entry.leafHash().value() + " " + entry.type();
        if (entry.index() != index || !found.equals(promised)) {
            faults.add("entry " + index + " was acknowledged as " + promised + " and is " + found);
        }
    }

    private void requireTokensOnce() {
        Map<String, String> issued = new TreeMap<>();
        Map<String, Integer> burned = new TreeMap<>();
        for (JournalEntry entry : entries) {
            switch (entry.type()) {
                case "token.issued" -> {
                    if (issued.put(entry.body().text("submission"), entry.body().text("token")) != null) {
                        faults.add("entry " + entry.index() + ": a second token for a submission");
                    }
                }
                case "token.burned" -> {
                    String submission = entry.body().text("submission");
                    if (!entry.body().text("token").equals(issued.get(submission))) {
                        faults.add("entry " + entry.index() + ": a token that nobody issued went through");
                    }
                    if (burned.merge(submission, 1, Integer::sum) > 1) {
                        faults.add("entry " + entry.index() + ": a token was burned twice");
                    }
                }
                default -> {}
            }
        }
    }

    /** Opened again, with nobody doing anything, the engine fires exactly what the journal says is still due, each once. */
    private void requireDeadlinesKept() throws EngineFailure {
        EntrySource read = visitor -> entries.forEach(visitor);
        EnginePorts ports = new EnginePorts(
                new MemoryJournal("example.org/desk"), Desk.TOKEN_KEY, new BothProviders(), () -> "nonce");
        Desk people = new Desk();
        OrderEngine engine = OrderEngine.open(read, people, ports, Desk.TERMS);
        if (!StateCheck.isFoldOf(engine, read, people, ports)) {
            faults.add("two engines make different states of one journal");
        }
        faults.addAll(flight.faultsOf(engine));
        List<String> fired = new ArrayList<>();
        for (JournalEntry entry : engine.poll(latest().plus(Duration.ofDays(1)), Integer.MAX_VALUE)
                .entries()) {
            String about = DeadlineCount.about(entry.body());
            boolean step = entry.type().equals("hold.escalated") || entry.type().equals("alert.step.taken");
            boolean end = entry.type().equals("hold.expired") || entry.type().equals("submission.ended");
            if ((step || end) && deadlines.knows(about)) {
                fired.add(step ? about + " step " + entry.body().whole("step") : about + " end");
            }
        }
        List<String> sorted = fired.stream().sorted().toList();
        if (!sorted.equals(deadlines.mustFire())) {
            faults.add("the engine fires " + sorted + " and must fire " + deadlines.mustFire());
        }
    }

    private void requireVerified(Optional<String> earlierCheckpoint) throws IOException {
        String key = JournalDirectory.at(folder).verifierKey().orElse("");
        Verifier verifier = Verifier.trusting(key);
        Verdict verdict =
                earlierCheckpoint.map(verifier::extending).orElse(verifier).verify(folder);
        if (verdict.outcome() != Outcome.VALID) {
            faults.add("the verifier says: " + verdict.text());
        }
    }
}
