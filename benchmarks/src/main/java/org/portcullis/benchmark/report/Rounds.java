package org.portcullis.benchmark.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.portcullis.benchmark.measure.ThreadTime;

/**
 * Runs benchmarks in rounds: in each round every case once, in a process of its own, so that what disturbs the machine for a while disturbs all of them.
 *
 * <p>Mutable; owned by one thread.
 */
final class Rounds {
    private final Effort effort;
    private final Progress progress;
    private final Map<Case, List<Sample>> samples = new LinkedHashMap<>();

    Rounds(Effort effort, Progress progress) {
        this.effort = effort;
        this.progress = progress;
    }

    /** One benchmark with its parameters. */
    record Case(String benchmark, Map<String, String> parameters) {
        static Case of(Class<?> benchmark, String... namesAndValues) {
            Map<String, String> parameters = new LinkedHashMap<>();
            for (int i = 0; i < namesAndValues.length; i += 2) {
                parameters.put(namesAndValues[i], namesAndValues[i + 1]);
            }
            return new Case(benchmark.getName(), parameters);
        }
    }

    /** Runs the cases so many times, interleaved. */
    void run(int rounds, List<Case> cases) throws RunnerException {
        for (int round = 1; round <= rounds; round++) {
            for (Case each : cases) {
                progress.say("round " + round + " of " + rounds + ": " + each.parameters);
                samples.computeIfAbsent(each, none -> new ArrayList<>()).add(run(each));
            }
        }
    }

    /** What the rounds gave. */
    List<Sample> of(Case which) {
        return samples.getOrDefault(which, List.of());
    }

    private Sample run(Case which) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + which.benchmark.replace(".", "\\.") + "\\.")
                .forks(1)
                .warmupIterations(effort.warmUps())
                .warmupTime(effort.warmUpTime())
                .measurementIterations(effort.iterations())
                .measurementTime(effort.iterationTime())
                .addProfiler(ThreadTime.class)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        which.parameters.forEach(options::param);
        Collection<RunResult> results = new Runner(options.build()).run();
        return Sample.of(results.iterator().next());
    }
}
