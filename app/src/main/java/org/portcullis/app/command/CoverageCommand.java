package org.portcullis.app.command;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.portcullis.app.coverage.CoverageJson;
import org.portcullis.app.coverage.CoverageText;
import org.portcullis.app.coverage.PeriodJson;
import org.portcullis.app.coverage.PeriodText;
import org.portcullis.app.coverage.PlaceChoice;
import org.portcullis.app.coverage.TraceText;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Terminal;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.wiring.OrganisationFiles;
import org.portcullis.app.wiring.ProfileFiles;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.mapping.ProvisionCatalogue;
import org.portcullis.mapping.coverage.ControlTrace;
import org.portcullis.mapping.coverage.CoverageProfile;
import org.portcullis.mapping.coverage.CoverageReport;
import org.portcullis.mapping.coverage.ParityMatrix;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.mapping.load.CatalogueLoader;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.organisation.Organisation;
import org.portcullis.organisation.calendar.LibraryCalendars;
import org.portcullis.report.register.ControlEntry;
import org.portcullis.report.register.Register;
import org.portcullis.verifier.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds policies against a profile of provisions. */
@Command(
        name = "coverage",
        description = {
            "Tell which provisions of a profile the controls of policies answer to, and where nothing does.",
            "Ends with 1 if a required provision has a gap anywhere, and with 2 if a policy or another file cannot be read."
        })
final class CoverageCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "policy files, or folders: of a folder, its files *.policy that begin with `policy`")
    private List<String> files = List.of();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            required = true,
            description =
                    "uk-algorithmic-trading, pra-firm, rts6-self-assessment, or a file of yours that ends in .yaml")
    private String profile = "";

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            description = "the day on which policies and provisions are judged, for example 2026-11-23 (today)")
    private Optional<LocalDate> asOf = Optional.empty();

    @Option(
            names = "--organisation",
            paramLabel = "FILE",
            description = "judge at the desks of this organisation file, each with its legal entity")
    private Optional<String> organisation = Optional.empty();

    @Option(names = "--entity", paramLabel = "NAME", description = "at the desks of this legal entity alone")
    private String entity = "";

    @Option(names = "--desk", paramLabel = "NAME", description = "at this desk alone")
    private String desk = "";

    @Option(names = "--location", paramLabel = "NAME", description = "at this location alone")
    private String location = "";

    @Option(names = "--flow", paramLabel = "NAME", description = "for this kind of flow alone")
    private String flow = "";

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "controls of this stage alone: entered, released, amended, sent-to-algo, working, executed")
    private Optional<String> stage = Optional.empty();

    @Option(names = "--parity", description = "print which control applies at which place")
    private boolean parity;

    @Option(
            names = "--trace",
            paramLabel = "PROVISION|CONTROL",
            description =
                    "follow one provision, such as 'UK-RTS6 15(1)(b)', or one control to its other end and to its tests;"
                            + " with --journal on to the decisions of the period and the people in them")
    private Optional<String> trace = Optional.empty();

    @Mixin
    private TraceOptions journal = new TraceOptions();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    CoverageCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        journal.check(trace.isPresent());
        LocalDate day =
                asOf.orElseGet(() -> LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC));
        ProvisionCatalogue catalogue = CatalogueLoader.embedded();
        CoverageProfile asked = ProfileFiles.read(surroundings, profile, catalogue);
        Optional<Organisation> firm = organisation.map(
                file -> OrganisationFiles.read(surroundings.path(file), file, LibraryCalendars.load()));
        Optional<CompiledPolicies> policies = CompiledPolicies.read(surroundings, files, day);
        if (policies.isEmpty()) {
            return ExitStatus.NOT_RUN;
        }
        List<Register> registers = policies.get().registers(day);
        List<PolicyControl> controls = controls(registers, day);
        List<Place> places = new PlaceChoice(entity, desk, location, flow).of(everyControl(registers), firm);
        CoverageReport report = CoverageReport.of(catalogue, asked, day, controls, places);
        Terminal terminal = surroundings.terminal();
        if (journal.given()) {
            return traced(catalogue, report, controls, registers);
        }
        if (json) {
            terminal.json(CoverageJson.of(report, controls));
        } else if (trace.isPresent()) {
            terminal.lines(new TraceText(catalogue, report, controls, terminal.ink()).from(trace.get()));
            return ExitStatus.DONE;
        } else if (parity) {
            terminal.lines(CoverageText.parity(ParityMatrix.of(controls, places)));
            return ExitStatus.DONE;
        } else {
            registers.stream()
                    .filter(register -> !register.inForce())
                    .forEach(register -> terminal.line(register.source() + ": not in force on " + day
                            + ", so nothing of it counts; `--as-of` asks for another day"));
            terminal.lines(new CoverageText(report, terminal.ink()).lines());
        }
        return report.passes() ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    /** Follows the trace on into a journal, or back from one, once the journal is verified. */
    private Integer traced(
            ProvisionCatalogue catalogue, CoverageReport report, List<PolicyControl> controls, List<Register> registers)
            throws Exception {
        Terminal terminal = surroundings.terminal();
        Verdict verdict = journal.verify(surroundings);
        if (!verdict.isValid()) {
            return RefusedJournal.tell(terminal, verdict, json, "nothing is traced in a journal that does not verify");
        }
        PeriodText.Period period = journal.period(surroundings);
        Map<String, String> fingerprints = new LinkedHashMap<>();
        registers.forEach(register -> fingerprints.put(
                register.pack().header().name(), Fingerprint.of(register.pack()).value()));
        PeriodText text = new PeriodText(period, report, controls, fingerprints);
        TraceText ends = new TraceText(catalogue, report, controls, terminal.ink()).into(text);
        List<String> lines = trace.map(ends::from)
                .or(() -> journal.entry().map(text::back))
                .or(() -> journal.person().map(text::back))
                .orElseThrow();
        if (json) {
            terminal.json(document(period, report, controls, ends.followed()));
        } else {
            terminal.lines(lines);
        }
        return ExitStatus.DONE;
    }

    private JsonObject document(
            PeriodText.Period period,
            CoverageReport report,
            List<PolicyControl> controls,
            List<PolicyControl> followed) {
        if (trace.isPresent()) {
            List<ControlTrace> found = followed.stream()
                    .flatMap(control -> period.trace().of(control.policy(), control.id()).stream())
                    .toList();
            return PeriodJson.of("trace", trace.get(), period, report, controls, found);
        }
        if (journal.person().isPresent()) {
            return PeriodJson.of(
                    "person",
                    journal.person().get(),
                    period,
                    report,
                    controls,
                    PeriodText.by(period, journal.person().get()));
        }
        List<ControlTrace> fired = period.trace().decision().stream()
                .flatMap(decision -> period.trace().controls().stream()
                        .filter(each -> each.fingerprint().equals(decision.fingerprint())
                                && decision.fired().containsKey(each.control())))
                .toList();
        return PeriodJson.of("ofEntry", String.valueOf(journal.entry().orElseThrow()), period, report, controls, fired);
    }

    /** The controls in force on the day, at the stage that is asked about, as they are on that day. */
    private List<PolicyControl> controls(List<Register> registers, LocalDate day) {
        Optional<Stage> wanted = stage.map(CoverageCommand::stage);
        List<PolicyControl> controls = new ArrayList<>();
        for (Register register : registers) {
            PolicyPack standing = InForce.on(register.pack(), day);
            for (ControlEntry entry : register.controls()) {
                if (register.inForce()) {
                    standing.find(entry.control().id())
                            .filter(control -> wanted.map(control::appliesAt).orElse(true))
                            .ifPresent(control -> controls.add(
                                    new PolicyControl(register.pack().header().name(), control, tried(entry))));
                }
            }
        }
        return controls;
    }

    private static List<PolicyControl> everyControl(List<Register> registers) {
        return registers.stream()
                .flatMap(register -> register.controls().stream()
                        .map(entry ->
                                new PolicyControl(register.pack().header().name(), entry.control(), tried(entry))))
                .toList();
    }

    private static List<PolicyControl.Tried> tried(ControlEntry entry) {
        return entry.tests().stream()
                .map(use -> new PolicyControl.Tried(
                        use.test(), use.passed(), use.shows().equals("breached")))
                .toList();
    }

    private static Stage stage(String typed) {
        return Arrays.stream(Stage.values())
                .filter(known -> word(known).equals(typed))
                .findFirst()
                .orElseThrow(() -> new UserMistake("`--stage`: there is no `" + typed + "`; the stages are "
                        + Arrays.stream(Stage.values())
                                .map(CoverageCommand::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(Stage known) {
        return known.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
