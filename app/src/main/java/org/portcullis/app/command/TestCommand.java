package org.portcullis.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.ExitStatus;
import org.portcullis.app.terminal.Progress;
import org.portcullis.app.terminal.RefusedFile;
import org.portcullis.app.terminal.UserMistake;
import org.portcullis.app.testing.ChangeSource;
import org.portcullis.app.testing.CoverageReport;
import org.portcullis.app.testing.FileRun;
import org.portcullis.app.testing.JUnitXml;
import org.portcullis.app.testing.MeasuredFile;
import org.portcullis.app.testing.TestChoice;
import org.portcullis.app.testing.TestJson;
import org.portcullis.app.testing.TestReport;
import org.portcullis.app.testing.WatchLoop;
import org.portcullis.app.testing.WatchedFolders;
import org.portcullis.app.testing.WrittenReport;
import org.portcullis.app.testing.WrittenTests;
import org.portcullis.app.wiring.OutputFiles;
import org.portcullis.app.wiring.PolicyPaths;
import org.portcullis.app.wiring.Surroundings;
import org.portcullis.compiler.Compilation;
import org.portcullis.engine.policytest.coverage.Share;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the tests that stand in policies, on the evaluator that decides orders, and measures what they show. */
@Command(name = "test", description = "Run the tests that stand in policies, and measure what they show.")
final class TestCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Function<WatchedFolders, ChangeSource> changes;

    @Mixin
    private final PolicyArguments policies = new PolicyArguments();

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description =
                    "only tests whose name contains the text; with * and ?, whose whole name is like it; repeatable")
    private List<String> names = List.of();

    @Option(
            names = "--control",
            paramLabel = "ID",
            description = "only tests that name the control or in which it says something; repeatable")
    private List<String> controls = List.of();

    @Option(names = "--json", description = "answer as one JSON document")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE", description = "write the results as JUnit XML as well")
    private Optional<String> junit = Optional.empty();

    @Option(names = "--watch", description = "run again when a file changes, until the input ends")
    private boolean watch;

    @Option(names = "--coverage", description = "show what the tests show of each control, and which tests are missing")
    private boolean coverage;

    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT",
            description = "end with status 1 if less is tested, for example 80%%")
    private Optional<MinCoverage> minCoverage = Optional.empty();

    @Mixin
    private final WritingMissing writing = new WritingMissing();

    TestCommand(Surroundings surroundings, Function<WatchedFolders, ChangeSource> changes) {
        this.surroundings = surroundings;
        this.changes = changes;
    }

    @Override
    public Integer call() {
        writing.require(() -> policies.named(surroundings).size(), watch);
        if (!watch) {
            return round();
        }
        WatchedFolders folders = WatchedFolders.of(policies.named(surroundings).stream()
                .map(PolicyPaths.Named::file)
                .toList());
        try (ChangeSource source = changes.apply(folders)) {
            return new WatchLoop(folders::digests, this::watchedRound, this::announce).run(source);
        }
    }

    private int watchedRound() {
        try {
            return round();
        } catch (UserMistake mistake) {
            surroundings.terminal().mistake(mistake.line());
            return ExitStatus.NOT_RUN;
        } catch (RefusedFile refused) {
            surroundings.terminal().err().print(refused.problems().text());
            return ExitStatus.NOT_RUN;
        }
    }

    private void announce(List<String> changed) {
        surroundings.terminal().gap();
        surroundings
                .terminal()
                .line("-- changed: "
                        + changed.stream()
                                .map(file -> surroundings.shown(Path.of(file)))
                                .collect(Collectors.joining(", ")));
        surroundings.terminal().gap();
    }

    private int round() {
        TestChoice choice = new TestChoice(names, controls);
        boolean measures = coverage || minCoverage.isPresent() || writing.isWanted();
        List<FileRun> files = new ArrayList<>();
        List<MeasuredFile> measured = new ArrayList<>();
        try (Progress progress = new Progress(surroundings.terminal(), surroundings.clock())) {
            List<Compilation> compiled = policies.compile(surroundings);
            for (Compilation compilation : compiled) {
                progress.step("testing " + compilation.source().name(), files.size(), compiled.size());
                files.add(FileRun.of(compilation, choice));
            }
            choice.requireMatches(files, measures);
            for (FileRun file : measures ? files : List.<FileRun>of()) {
                progress.step("measuring " + file.compilation().source().name(), measured.size(), files.size());
                MeasuredFile.of(file, choice).ifPresent(measured::add);
            }
        }
        junit.ifPresent(file -> OutputFiles.write(surroundings.path(file), file, JUnitXml.of(files)));
        boolean good = files.stream().allMatch(FileRun::isGood);
        if (writing.isWanted()) {
            List<WrittenTests> written = writing.write(surroundings, policies, measured, choice);
            new WrittenReport(surroundings.terminal()).print(files, written, json);
            return good ? ExitStatus.DONE : ExitStatus.REFUSED;
        }
        return answer(files, measured) && good ? ExitStatus.DONE : ExitStatus.REFUSED;
    }

    /** Prints the answer; false where less is covered than was asked for. */
    private boolean answer(List<FileRun> files, List<MeasuredFile> measured) {
        Share share = MeasuredFile.share(measured);
        boolean enough = minCoverage.map(min -> min.isMetBy(share)).orElse(true);
        if (json) {
            surroundings.terminal().json(TestJson.document(files, measured));
            return enough;
        }
        print(files);
        CoverageReport report = new CoverageReport(surroundings.terminal());
        if (coverage) {
            measured.forEach(report::print);
        }
        new TestReport(surroundings.terminal()).summarise(files);
        if (!measured.isEmpty()) {
            report.summarise(measured);
        }
        if (!enough) {
            surroundings
                    .terminal()
                    .line("less than the "
                            + minCoverage.map(MinCoverage::percent).orElse(0) + "% that were asked for");
        }
        return enough;
    }

    private void print(List<FileRun> files) {
        TestReport report = new TestReport(surroundings.terminal());
        for (FileRun file : files) {
            surroundings.terminal().line(file.name());
            if (file.compilation().pack().isEmpty()) {
                surroundings.terminal().line("  not compiled; its tests were not run:");
                PolicyArguments.print(surroundings, file.compilation());
            } else if (file.results().isEmpty()) {
                surroundings.terminal().line(file.leftOut() == 0 ? "  no tests" : "  no test was chosen");
            }
            report.print(file);
            surroundings.terminal().gap();
        }
    }
}
