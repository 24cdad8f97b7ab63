package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.portcullis.app.terminal.DiagnosticInk;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Problems;
import org.portcullis.app.terminal.RefusedFile;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.wiring.OrganisationFiles;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.model.organisation.OrganisationCalendars;
import org.portcullis.organisation.calendar.LibraryCalendars;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks an organisation file and tells who is who on a day. */
@Command(
        name = "organisation",
        description = "Check an organisation file, and tell who holds which role and is at work on a day.")
final class OrganisationCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "an organisation file; docs/organisation.md describes it")
    private String file = "";

    @Option(names = "--as-of", paramLabel = "DATE", description = "the day, for example 2026-11-23 (today)")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    OrganisationCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        LocalDate day =
                asOf.orElseGet(() -> LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC));
        LibraryCalendars library = LibraryCalendars.load();
        Terminal terminal = surroundings.terminal();
        try {
            Organisation organisation = OrganisationFiles.read(surroundings.path(file), file, library);
            OrganisationSummary summary = new OrganisationSummary(
                    organisation, new OrganisationCalendars(organisation.calendars(), library), day);
            if (json) {
                terminal.json(summary.json(file));
            } else {
                terminal.lines(summary.lines(file));
            }
            return ExitStatus.DONE;
        } catch (RefusedFile refused) {
            Problems problems = refused.problems();
            if (json) {
                terminal.json(JsonObject.builder()
                        .put("file", file)
                        .put("problems", problems.json())
                        .build());
            } else {
                terminal.out().print(new DiagnosticInk(terminal.ink()).paint(problems.text()));
                terminal.gap();
                terminal.line(
                        file + ": " + PolicyArguments.counted(problems.faults().size(), "problem"));
            }
            return ExitStatus.REFUSED;
        }
    }
}
