package org.portcullis.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.portcullis.app.scenario.LibraryText;
import org.portcullis.app.scenario.ReplayJson;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.Table;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.OutputFolder;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.engine.flow.EngineFailure;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;

/**
 * Replays every scenario of a folder, each into a folder of its own, and shows one table of them.
 *
 * <p>All are read and compiled before the first is replayed, so that a mistake in one leaves nothing behind.
 */
final class LibraryReplay {
    private static final String SCENARIO = "scenario.yaml";

    private final Surroundings surroundings;
    private final Path folder;

    LibraryReplay(Surroundings surroundings, Path folder) {
        this.surroundings = surroundings;
        this.folder = folder;
    }

    /** Whether {@code folder} is no scenario and holds folders that are. */
    static boolean isLibrary(Path folder) {
        return !Files.exists(folder.resolve(SCENARIO)) && !scenarios(folder).isEmpty();
    }

    Integer play(ReplayOptions options) throws IOException, EngineFailure, JournalFailure {
        Map<ReplaySession, Map<String, PolicyPack>> compiled = new java.util.LinkedHashMap<>();
        List<ReplaySession> broken = new ArrayList<>();
        for (Path scenario : scenarios(folder)) {
            ReplaySession session =
                    new ReplaySession(surroundings, scenario, String.valueOf(scenario.getFileName()), true);
            Optional<Map<String, PolicyPack>> packs = session.compile();
            packs.ifPresentOrElse(found -> compiled.put(session, found), () -> broken.add(session));
        }
        if (!broken.isEmpty()) {
            return ExitStatus.REFUSED;
        }
        Path out = options.out()
                .map(typed -> OutputFolder.named(surroundings.path(typed), typed))
                .orElseGet(() -> OutputFolder.next(surroundings.workingFolder(), "incidents"));
        List<ReplaySession.Replayed> replayed = new ArrayList<>();
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            for (Map.Entry<ReplaySession, Map<String, PolicyPack>> each : compiled.entrySet()) {
                Path own = Files.createDirectories(out.resolve(each.getKey().name()));
                replayed.add(each.getKey().replay(each.getValue(), own, progress));
            }
        }
        if (options.json()) {
            surroundings
                    .terminal()
                    .json(JsonObject.builder().put("incidents", json(replayed)).build());
        } else {
            print(replayed, out);
        }
        return replayed.stream().allMatch(ReplaySession.Replayed::isAsItMust) ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    private static List<Json> json(List<ReplaySession.Replayed> replayed) {
        List<Json> documents = new ArrayList<>();
        replayed.forEach(each -> documents.add(FlightReplay.withFlights(
                JsonObject.builder()
                        .put("folder", each.name())
                        .put("scenario", each.scenario().name())
                        .put("synthetic", each.scenario().synthetic())
                        .put("runs", ReplayJson.brief(each.results()))
                        .build(),
                each)));
        return documents;
    }

    private void print(List<ReplaySession.Replayed> replayed, Path out) {
        Terminal terminal = surroundings.terminal();
        LibraryText table = new LibraryText();
        replayed.forEach(each -> table.add(each.name(), each.results()));
        terminal.lines(table.lines());
        for (ReplaySession.Replayed each : replayed) {
            List<String> flights = FlightReplay.table(each);
            if (!flights.isEmpty()) {
                terminal.gap();
                terminal.line(each.name());
                terminal.lines(flights);
            }
        }
        terminal.gap();
        terminal.line("what of it is no fact");
        for (ReplaySession.Replayed each : replayed) {
            terminal.lines(Paragraph.hanging(
                    "  - ", each.name() + ": " + each.scenario().synthetic(), Table.WIDTH));
        }
        long runs = replayed.stream().mapToLong(each -> each.results().size()).sum();
        long wrong = replayed.stream()
                .flatMap(each -> each.results().stream())
                .filter(result -> !result.isAsItMust())
                .count();
        terminal.gap();
        terminal.line(PolicyArguments.counted(replayed.size(), "incident") + ", " + runs + " runs, "
                + (wrong == 0 ? "none" : Long.toString(wrong))
                + " with another end than its scenario says it must have");
        terminal.line("journals and workbooks  " + surroundings.shown(out));
    }

    private static List<Path> scenarios(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(SCENARIO)))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UserMistake(folder + ": cannot be listed: " + unreadable.getMessage());
        }
    }
}
