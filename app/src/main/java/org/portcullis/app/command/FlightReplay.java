package org.portcullis.app.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.portcullis.app.scenario.ConcealedEngine;
import org.portcullis.app.scenario.Replay;
import org.portcullis.app.scenario.Scenario;
import org.portcullis.app.scenario.flight.Flight;
import org.portcullis.app.scenario.flight.FlightJson;
import org.portcullis.app.scenario.flight.FlightPlan;
import org.portcullis.app.scenario.flight.FlightResult;
import org.portcullis.app.scenario.flight.FlightText;
import org.portcullis.app.scenario.flight.FourteenMinutes;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.wiring.Keys;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.decision.Assessor;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.flow.Command;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.flow.EnginePorts;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.Signer;
import org.portcullis.engine.submission.Submission;
import org.portcullis.journal.BothProviders;
import org.portcullis.journal.FileJournal;
import org.portcullis.journal.JournalDirectory;
import org.portcullis.journal.VerifierKey;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;
import org.portcullis.vault.Vault;

/** Plays the flights of a scenario, each into a journal of its own, and shows what became of them. */
final class FlightReplay {
    private static final Duration BEFORE = Duration.ofMinutes(10);

    private final Surroundings surroundings;
    private final Scenario scenario;
    private final Map<String, PolicyPack> packs;
    private final Vault vault;

    FlightReplay(Surroundings surroundings, Scenario scenario, Map<String, PolicyPack> packs, Vault vault) {
        this.surroundings = surroundings;
        this.scenario = scenario;
        this.packs = packs;
        this.vault = vault;
    }

    List<FlightResult> play(Path out, Progress progress) throws IOException, EngineFailure, JournalFailure {
        List<FlightResult> results = new ArrayList<>();
        for (Scenario.Flight flight : scenario.flights()) {
            progress.step(
                    flight.policy().title() + ", in flight",
                    results.size(),
                    scenario.flights().size());
            results.add(play(flight, out));
        }
        return results;
    }

    private FlightResult play(Scenario.Flight flight, Path out) throws IOException, EngineFailure, JournalFailure {
        String name = flight.policy().id();
        Path folder = out.resolve("journal-" + name);
        Signer journalKey = Keys.fresh("portcullis.replay/" + name, surroundings.randomness());
        FlightResult result;
        try (FileJournal journal =
                FileJournal.open(folder, journalKey, scenario.at().minus(BEFORE))) {
            EnginePorts ports = new EnginePorts(
                    journal,
                    Keys.fresh("portcullis.replay/release-tokens", surroundings.randomness()),
                    new BothProviders(),
                    Keys.nonces(surroundings.randomness()));
            ConcealedEngine desk = Replay.desk(
                    scenario,
                    vault,
                    JournalDirectory.at(folder),
                    ports,
                    scenario.at().minus(BEFORE));
            result = play(flight, desk);
        }
        Files.writeString(
                out.resolve("journal-" + name + ".vkey"),
                VerifierKey.of(journalKey).line() + "\n",
                StandardCharsets.UTF_8);
        return result;
    }

    private FlightResult play(Scenario.Flight flight, ConcealedEngine desk) throws EngineFailure {
        PolicyPack pack = Objects.requireNonNull(packs.get(flight.policy().id()));
        desk.handle(
                new Command.Activate(
                        Assessor.over(DroolsEvaluator.factory(), pack),
                        String.valueOf(flight.policy().file().getFileName()),
                        "replay of " + scenario.name(),
                        List.of()),
                scenario.at().minus(BEFORE.dividedBy(2)));
        Submission typed = flight.basket().submission();
        Submission submission = new Submission(
                flight.basket().id(),
                flight.requester(),
                typed.desk(),
                typed.location(),
                typed.flow(),
                typed.intended(),
                typed.lines());
        FlightPlan plan =
                FourteenMinutes.of(submission, flight.basket().market(), flight.outcomes(), FourteenMinutes.SEED);
        return new Flight(
                        plan,
                        new Command.Submit(submission, flight.basket().market(), Stage.RELEASED),
                        flight.handOver(),
                        desk,
                        scenario.at())
                .play();
    }

    /** What became of the flights; empty where there are none. */
    static List<String> text(ReplaySession.Replayed replayed) {
        Map<String, FlightResult> byTitle = byTitle(replayed);
        FlightText text = new FlightText(zone(replayed));
        List<String> lines = new ArrayList<>(table(replayed));
        byTitle.forEach((title, result) -> {
            lines.add("");
            lines.addAll(text.details(title, result));
        });
        return lines;
    }

    /** One row for each flight; empty where there are none. */
    static List<String> table(ReplaySession.Replayed replayed) {
        Map<String, FlightResult> byTitle = byTitle(replayed);
        return byTitle.isEmpty() ? List.of() : new FlightText(zone(replayed)).table(byTitle);
    }

    private static ZoneId zone(ReplaySession.Replayed replayed) {
        return replayed.packs().values().iterator().next().header().zone();
    }

    private static Map<String, FlightResult> byTitle(ReplaySession.Replayed replayed) {
        Map<String, FlightResult> byTitle = new LinkedHashMap<>();
        for (int i = 0; i < replayed.flights().size(); i++) {
            byTitle.put(
                    replayed.scenario().flights().get(i).policy().title(),
                    replayed.flights().get(i));
        }
        return byTitle;
    }

    /** The replay with its flights, where there are any. */
    static JsonObject withFlights(JsonObject replay, ReplaySession.Replayed replayed) {
        if (replayed.flights().isEmpty()) {
            return replay;
        }
        List<JsonObject> flights = new ArrayList<>();
        for (int i = 0; i < replayed.flights().size(); i++) {
            Scenario.Flight flight = replayed.scenario().flights().get(i);
            flights.add(FlightJson.of(
                    flight.policy().title(),
                    flight.basket().title(),
                    replayed.flights().get(i)));
        }
        return replay.toBuilder().put("flights", flights).build();
    }
}
