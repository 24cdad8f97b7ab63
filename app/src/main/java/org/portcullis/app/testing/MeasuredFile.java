package org.portcullis.app.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.portcullis.engine.drools.DroolsEvaluator;
import org.portcullis.engine.policytest.coverage.Cell;
import org.portcullis.engine.policytest.coverage.Coverage;
import org.portcullis.engine.policytest.coverage.MissingTests;
import org.portcullis.engine.policytest.coverage.Proposal;
import org.portcullis.engine.policytest.coverage.Share;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;

/**
 * What the tests of one file show of its controls, and the tests that are missing.
 *
 * @param file the name of the file
 * @param coverage of the controls that were asked for; every test of the file counts
 * @param proposals one for each cell that is not tested
 */
public record MeasuredFile(String file, Coverage coverage, List<Proposal> proposals) {
    public MeasuredFile {
        proposals = List.copyOf(proposals);
    }

    /** Measures a file that compiles; nothing for one that does not. */
    public static Optional<MeasuredFile> of(FileRun run, TestChoice choice) {
        return run.compilation().pack().map(pack -> measure(run.name(), pack, choice));
    }

    /** The share that the tests of a compiled file reach of the controls that were asked for. */
    public static Share share(FileRun run, TestChoice choice) {
        return run.compilation()
                .pack()
                .map(pack -> coverage(pack, choice).share())
                .orElse(new Share(0, 0));
    }

    private static MeasuredFile measure(String file, PolicyPack pack, TestChoice choice) {
        Coverage coverage = coverage(pack, choice);
        return new MeasuredFile(file, coverage, MissingTests.of(DroolsEvaluator.factory(), pack, coverage));
    }

    private static Coverage coverage(PolicyPack pack, TestChoice choice) {
        Coverage all = Coverage.of(DroolsEvaluator.factory(), pack, pack.tests());
        return new Coverage(all.controls().stream()
                .filter(control -> choice.wants(control.control().id()))
                .toList());
    }

    /** The tests that would show what is not tested, each once. */
    public List<PolicyTest> missingTests() {
        return proposals.stream()
                .flatMap(proposal -> proposal.test().stream())
                .distinct()
                .toList();
    }

    /** The proposals by their cells. */
    Map<Cell, Proposal> byCell() {
        return proposals.stream().collect(Collectors.toMap(Proposal::cell, Function.identity()));
    }

    /** The share of all files together. */
    public static Share share(List<MeasuredFile> files) {
        return files.stream().map(file -> file.coverage().share()).reduce(new Share(0, 0), Share::plus);
    }
}
