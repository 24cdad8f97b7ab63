package org.portcullis.app.command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.RefusedFile;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.testing.FolderChanges;
import org.portcullis.app.wiring.ProductVersion;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.vault.VaultFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** The command line as a whole: its commands, and the one line in which everything that goes wrong is said. */
@Command(
        name = "portcullis",
        description = "Policy-as-code compliance for order flow: compile policies, replay incidents, verify evidence.",
        synopsisSubcommandLabel = "COMMAND")
public final class Portcullis {
    private static final int USAGE_WIDTH = 100;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            scope = CommandLine.ScopeType.INHERIT,
            description = "colour answers for people: auto, always or never (${DEFAULT-VALUE}: on a terminal)",
            defaultValue = "auto")
    private Ink.Choice color = Ink.Choice.AUTO;

    private Portcullis() {}

    /** Runs one command line and returns its exit status; never throws for what the user typed. */
    public static int run(Surroundings surroundings, String... arguments) {
        Portcullis portcullis = new Portcullis();
        CommandLine line = new CommandLine(portcullis);
        asked(surroundings, arguments).forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.addSubcommand("help", new CommandLine.HelpCommand());
        offerHelp(line);
        line.registerConverter(MinCoverage.class, MinCoverage::of);
        line.registerConverter(LocalDate.class, text -> read(text, LocalDate::parse, "date such as 2026-11-23"));
        line.registerConverter(Instant.class, text -> read(text, Instant::parse, "time such as 2026-11-23T09:00:00Z"));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionStrategy(parsed -> {
            surroundings.terminal().ink().choose(portcullis.color);
            return new CommandLine.RunLast().execute(parsed);
        });
        line.setUsageHelpWidth(USAGE_WIDTH);
        line.setUsageHelpAutoWidth(false);
        line.setOut(new PrintWriter(surroundings.terminal().out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.terminal().err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
        line.setParameterExceptionHandler((mistake, typed) -> {
            surroundings
                    .terminal()
                    .mistake(oneLine(mistake.getMessage()) + "; see `" + helpFor(mistake.getCommandLine()) + "`");
            return ExitStatus.NOT_RUN;
        });
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof RefusedFile refused) {
                surroundings.terminal().err().print(refused.problems().text());
            }
            surroundings.terminal().mistake(explain(failure));
            return ExitStatus.NOT_RUN;
        });
        if (arguments.length == 0) {
            line.usage(surroundings.terminal().err());
            return ExitStatus.NOT_RUN;
        }
        return line.execute(arguments);
    }

    private static void offerHelp(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).version("portcullis " + ProductVersion.text());
        command.getSubcommands().values().forEach(Portcullis::offerHelp);
    }

    private static String helpFor(CommandLine command) {
        CommandLine parent = command.getParent();
        if (parent == null) {
            return "portcullis help";
        }
        return parent.getParent() == null
                ? "portcullis help " + command.getCommandName()
                : command.getCommandSpec().qualifiedName() + " --help";
    }

    private static <T> T read(String text, Function<String, T> parse, String form) {
        try {
            return parse.apply(text);
        } catch (DateTimeException unreadable) {
            throw new CommandLine.TypeConversionException("`" + text + "` is no " + form);
        }
    }

    /** The one command whose name comes first, since each costs time at the start; all of them where none does. */
    private static Map<String, Supplier<Object>> asked(Surroundings surroundings, String[] arguments) {
        Map<String, Supplier<Object>> all = commands(surroundings);
        Supplier<Object> first = arguments.length == 0 ? null : all.get(arguments[0]);
        return first == null ? all : Map.of(arguments[0], first);
    }

    private static Map<String, Supplier<Object>> commands(Surroundings surroundings) {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("demo", () -> new DemoCommand(surroundings));
        commands.put("check", () -> new CheckCommand(surroundings));
        commands.put("lint", () -> new LintCommand(surroundings));
        commands.put("format", () -> new FormatCommand(surroundings));
        commands.put(
                "test",
                () -> new TestCommand(surroundings, folders -> FolderChanges.in(folders, surroundings.input())));
        commands.put("explain", () -> new ExplainCommand(surroundings));
        commands.put("coverage", () -> new CoverageCommand(surroundings));
        commands.put("eval", () -> new EvalCommand(surroundings));
        commands.put("docs", () -> new DocsCommand(surroundings));
        commands.put("replay", () -> new ReplayCommand(surroundings));
        commands.put("report", () -> new ReportCommand(surroundings));
        commands.put("self-assessment", () -> new SelfAssessmentCommand(surroundings));
        commands.put("verify", () -> VerifyCommand.line(surroundings));
        commands.put("proof", () -> new ProofCommand(surroundings));
        commands.put("witness", () -> new WitnessCommand(surroundings));
        commands.put("export", () -> new ExportCommand(surroundings));
        commands.put("attest", () -> AttestCommand.line(surroundings));
        commands.put("generate", () -> GenerateCommand.line(surroundings));
        commands.put("journal-benchmark", () -> new JournalBenchmarkCommand(surroundings));
        commands.put("alerts", () -> new AlertsCommand(surroundings));
        commands.put("keys", () -> KeysCommand.line(surroundings));
        commands.put("language-server", () -> new LanguageServerCommand(surroundings));
        commands.put("organisation", () -> new OrganisationCommand(surroundings));
        commands.put("vault", () -> VaultCommand.line(surroundings));
        return commands;
    }

    private static String explain(Exception failure) {
        if (failure instanceof UserMistake mistake) {
            return oneLine(mistake.line());
        }
        if (failure instanceof VaultFailure vault) {
            return oneLine(vault.getMessage());
        }
        if (failure instanceof RefusedFile refused) {
            return refused.problems().source().name() + ": "
                    + PolicyArguments.counted(refused.problems().faults().size(), "problem") + "; nothing was checked";
        }
        return "failed inside, please report this: " + failure.getClass().getSimpleName() + ": "
                + oneLine(failure.getMessage());
    }

    private static String oneLine(@org.jspecify.annotations.Nullable String message) {
        return message == null ? "no message" : message.replaceAll("\\s+", " ").strip();
    }
}
