package org.portcullis.app.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.app.scenario.ConcealedEngine;
import org.portcullis.app.scenario.Replay;
import org.portcullis.app.scenario.ReplayJson;
import org.portcullis.app.scenario.ReplayText;
import org.portcullis.app.scenario.RunResult;
import org.portcullis.app.scenario.Scenario;
import org.portcullis.app.scenario.ScenarioFile;
import org.portcullis.app.scenario.flight.FlightResult;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.Keys;
import org.portcullis.app.wiring.OutputFolder;
import org.portcullis.app.wiring.PolicyFiles;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.app.wiring.WorkbookFile;
import org.portcullis.compiler.Compilation;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.people.Person;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.VerifierKey;
import org.portcullis.journal.anchor.Anchored;
import org.portcullis.journal.anchor.WitnessPolicy;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.mapping.load.ProfileLoader;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Role;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.vault.Vault;
import org.portcullis.vault.VaultFailure;

/** One replay from the folder of a scenario to a folder of evidence, and what the terminal shows of it. */
final class ReplaySession {
    private static final String JOURNAL_NAME = "portcullis.replay/";

    private final Surroundings surroundings;
    private final String name;
    private final boolean inFlight;
    private final boolean witnessed;
    private final ProvisionCatalogue catalogue = CatalogueLoader.embedded();

    private final Scenario scenario;

    /**
     * Reads the scenario of {@code folder}.
     *
     * @param name names the journal, and the output folder where the user names none
     * @param inFlight whether its flights are played after its runs
     */
    ReplaySession(Surroundings surroundings, Path folder, String name, boolean inFlight) {
        this(surroundings, folder, name, inFlight, false);
    }

    private ReplaySession(Surroundings surroundings, Path folder, String name, boolean inFlight, boolean witnessed) {
        this.surroundings = surroundings;
        this.name = name;
        this.inFlight = inFlight;
        this.witnessed = witnessed;
        this.scenario = ScenarioFile.read(folder);
    }

    /** Reads the scenario of {@code folder}; its runs are played beside a witness and a timestamp authority. */
    static ReplaySession witnessed(Surroundings surroundings, Path folder, String name) {
        return new ReplaySession(surroundings, folder, name, false, true);
    }

    /**
     * What was replayed.
     *
     * @param anchored what a witness and a timestamp authority say about the journal, where they were there
     * @param out the folder with the journal and the workbook
     */
    record Replayed(
            String name,
            Scenario scenario,
            Map<String, PolicyPack> packs,
            List<RunResult> results,
            List<FlightResult> flights,
            Optional<Anchored> anchored,
            Path out) {

        /** Whether every run came to what the scenario says that it must. */
        boolean isAsItMust() {
            return results.stream().allMatch(RunResult::isAsItMust);
        }
    }

    /** The name that the user sees. */
    String name() {
        return name;
    }

    Integer play(ReplayOptions options) throws IOException, EngineFailure, JournalFailure {
        Optional<Map<String, PolicyPack>> packs = compile();
        if (packs.isEmpty()) {
            return ExitStatus.REFUSED;
        }
        Path out = options.out()
                .map(typed -> OutputFolder.named(surroundings.path(typed), typed))
                .orElseGet(() -> OutputFolder.next(surroundings.workingFolder(), name));
        Replayed replayed;
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            replayed = replay(packs.get(), out, progress);
        }
        if (options.json()) {
            surroundings
                    .terminal()
                    .json(FlightReplay.withFlights(ReplayJson.of(scenario, replayed.results()), replayed));
        } else {
            print(replayed);
        }
        return replayed.isAsItMust() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    /** Replays into a folder that is there and empty, and writes the workbook beside the journal. */
    Replayed replay(Map<String, PolicyPack> packs, Path out, Progress progress)
            throws IOException, EngineFailure, JournalFailure {
        try (Vault vault = Vault.open(out.resolve("vault"), surroundings.randomness()::nextBytes)) {
            return replay(packs, out, vault, progress);
        } catch (VaultFailure failure) {
            throw new UserMistake(String.valueOf(failure.getMessage()));
        }
    }

    private Replayed replay(Map<String, PolicyPack> packs, Path out, Vault vault, Progress progress)
            throws IOException, EngineFailure, JournalFailure {
        Signer journalKey = Keys.fresh(JOURNAL_NAME + name, surroundings.randomness());
        List<RunResult> results;
        Optional<Anchored> anchored = Optional.empty();
        if (witnessed) {
            try (Demonstration others = Demonstration.start(surroundings, out, VerifierKey.of(journalKey))) {
                results = replay(packs, out, vault, journalKey, progress, Optional.of(others));
                anchored = Optional.of(others.anchor());
            }
        } else {
            results = replay(packs, out, vault, journalKey, progress, Optional.empty());
        }
        Files.writeString(
                out.resolve("journal.vkey"), VerifierKey.of(journalKey).line() + "\n", StandardCharsets.UTF_8);
        List<FlightResult> flights =
                inFlight ? new FlightReplay(surroundings, scenario, packs, vault).play(out, progress) : List.of();
        progress.step("writing the workbook", results.size(), results.size());
        WorkbookFile.write(out.resolve("journal"), out.resolve("evidence.xlsx"), catalogue, wanted(out, vault));
        return new Replayed(name, scenario, packs, results, flights, anchored, out);
    }

    private WorkbookFile.Wanted wanted(Path out, Vault vault) throws IOException {
        return new WorkbookFile.Wanted(
                scenario.entity(),
                scenario.desk(),
                Optional.empty(),
                Optional.empty(),
                "replay of " + scenario.name(),
                surroundings.clock().instant(),
                verifyCommand(out),
                witnessed ? Demonstration.policy(out) : WitnessPolicy.none(),
                witnessed ? List.of(Demonstration.authority(out)) : List.of(),
                Optional.of(scenario.synthetic()),
                ProfileLoader.builtIn(ProfileLoader.DEFAULT, catalogue),
                vault,
                EvidenceRequest.SAMPLE,
                List.of());
    }

    /** The policies by the scenario's ids; empty where one does not compile, which is printed. */
    Optional<Map<String, PolicyPack>> compile() {
        TreeSet<Role> roles = new TreeSet<>();
        scenario.people().stream().map(Person::roles).forEach(roles::addAll);
        PolicyFiles policies = PolicyFiles.checkedAgainst(catalogue, scenario.catalogueAsOf());
        Map<String, PolicyPack> packs = new LinkedHashMap<>();
        List<Compilation> broken = new ArrayList<>();
        for (Scenario.PolicyFile policy : scenario.policies().values()) {
            Compilation compilation = policies.compile(policy.file(), surroundings.shown(policy.file()));
            compilation.pack().ifPresentOrElse(pack -> packs.put(policy.id(), pack), () -> broken.add(compilation));
        }
        broken.forEach(compilation -> PolicyArguments.print(surroundings, compilation));
        return broken.isEmpty() ? Optional.of(packs) : Optional.empty();
    }

    private List<RunResult> replay(
            Map<String, PolicyPack> packs,
            Path out,
            Vault vault,
            Signer journalKey,
            Progress progress,
            Optional<Demonstration> others)
            throws IOException, EngineFailure, JournalFailure {
        Map<String, Signer> keys = new TreeMap<>();
        scenario.keyIds().keySet().stream()
                .sorted()
                .forEach(person -> keys.put(person, Keys.ofPerson(surroundings.randomness())));
        Path journalFolder = out.resolve("journal");
        try (FileJournal journal =
                FileJournal.open(journalFolder, journalKey, scenario.at().minus(Duration.ofMinutes(2)))) {
            EnginePorts ports = new EnginePorts(
                    journal,
                    Keys.fresh("portcullis.replay/release-tokens", surroundings.randomness()),
                    new BothProviders(),
                    Keys.nonces(surroundings.randomness()));
            ConcealedEngine desk = Replay.desk(
                    scenario,
                    vault,
                    JournalDirectory.at(journalFolder),
                    ports,
                    scenario.at().minus(Duration.ofMinutes(2)));
            return new Replay(scenario, packs, DroolsEvaluator.factory(), desk, keys).run((step, done, all) -> {
                progress.step(step, done, all);
                if (others.isPresent() && done == all - 1) {
                    anchorBeforeTheLast(journal, others.get());
                }
            });
        }
    }

    /** So that an earlier state is there for an examiner, and the witness has something to hold the last state against. */
    private static void anchorBeforeTheLast(FileJournal journal, Demonstration others) {
        try {
            journal.publish();
            others.anchorAndKeep();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (JournalFailure failed) {
            throw new IllegalStateException("the journal of the demo cannot be anchored", failed);
        }
    }

    private void print(Replayed replayed) {
        Terminal terminal = surroundings.terminal();
        ZoneId zone = replayed.packs().values().iterator().next().header().zone();
        ReplayText text = new ReplayText(scenario, zone);
        terminal.line(scenario.name());
        terminal.lines(text.notice());
        terminal.gap();
        terminal.lines(text.table(replayed.results()));
        int number = 0;
        for (RunResult result : replayed.results()) {
            terminal.gap();
            terminal.lines(text.details(++number, result));
        }
        List<String> flights = FlightReplay.text(replayed);
        if (!flights.isEmpty()) {
            terminal.gap();
            terminal.lines(flights);
        }
        List<String> lessons = text.lessons();
        if (!lessons.isEmpty()) {
            terminal.gap();
            terminal.lines(lessons);
        }
        Path out = replayed.out();
        terminal.gap();
        terminal.line("journal   " + surroundings.shown(out.resolve("journal")));
        terminal.line("vault     " + surroundings.shown(out.resolve("vault")));
        terminal.line("workbook  " + surroundings.shown(out.resolve("evidence.xlsx")));
        replayed.anchored().ifPresent(anchored -> terminal.line("anchored  " + Demonstration.line(anchored)));
        terminal.line("verify    " + String.join(" \\\n            ", verifyWords(out)));
    }

    private String verifyCommand(Path out) {
        return String.join(" ", verifyWords(out));
    }

    /** The command in parts that fit a line of the terminal each. */
    private List<String> verifyWords(Path out) {
        List<String> words = new ArrayList<>();
        words.add("portcullis verify " + surroundings.shown(out.resolve("journal")) + " --key "
                + surroundings.shown(out.resolve("journal.vkey")));
        if (witnessed) {
            Path trust = Demonstration.trust(out);
            words.add("--policy " + surroundings.shown(trust.resolve("policy")) + " --tsa "
                    + surroundings.shown(trust.resolve("authority.pem")));
            words.add("--earlier " + surroundings.shown(trust.resolve("earlier")));
        }
        return words;
    }
}
