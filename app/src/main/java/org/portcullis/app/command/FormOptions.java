package org.portcullis.app.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.EvidenceForms;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.model.json.JsonObject;
import picocli.CommandLine.Option;

/** The forms of the same evidence that programs read, beside a workbook. */
final class FormOptions {

    @Option(
            names = "--json-out",
            paramLabel = "FILE",
            description = "also write every cell of the workbook as one JSON document; must be new")
    private Optional<String> json = Optional.empty();

    @Option(
            names = "--oscal-out",
            paramLabel = "FILE",
            description = "also write assessment results of OSCAL (JSON); must be new")
    private Optional<String> oscal = Optional.empty();

    /** Refuses files that are there, and one file for two forms, before anything is written. */
    EvidenceForms forms(Surroundings surroundings, Path workbook) {
        Set<Path> files = new HashSet<>(List.of(workbook.toAbsolutePath().normalize()));
        Stream.of(json, oscal).flatMap(Optional::stream).forEach(typed -> {
            Path file = surroundings.path(typed);
            if (Files.exists(file)) {
                throw new UserMistake(typed + ": is there already; nothing is overwritten, so name another file");
            }
            Path into = file.toAbsolutePath().getParent();
            if (into == null || !Files.isDirectory(into)) {
                throw new UserMistake(typed + ": there is no such folder");
            }
            if (!files.add(file.toAbsolutePath().normalize())) {
                throw new UserMistake(typed + ": is to be two files at once; name another one");
            }
        });
        return new EvidenceForms(json.map(surroundings::path), oscal.map(surroundings::path));
    }

    /** Says what was written. */
    void print(Surroundings surroundings) {
        Terminal terminal = surroundings.terminal();
        json.ifPresent(file -> terminal.line("json      " + file));
        results(surroundings).ifPresent(file -> terminal.line("oscal     " + file));
    }

    /** Says what was written, for programs. */
    void put(Surroundings surroundings, JsonObject.Builder answer) {
        answer.putIfPresent("json", json);
        answer.putIfPresent("oscal", results(surroundings));
    }

    /** Names the file of assessment results that was asked for and is not there, since the evidence is not clean. */
    Optional<String> missing(Surroundings surroundings) {
        return results(surroundings).isPresent() ? Optional.empty() : oscal;
    }

    private Optional<String> results(Surroundings surroundings) {
        return oscal.filter(file -> Files.exists(surroundings.path(file)));
    }
}
