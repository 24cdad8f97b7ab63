package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Control;

/**
 * Builds tests for what the tests of a policy do not show.
 *
 * <p>Each states what the policy does with the facts it gives, which need not be what it should do: people have to read them. Each passes, and each shows
 * at least one cell that was not tested.
 */
public final class MissingTests {
    private final Bench bench;
    private final Set<String> names = new TreeSet<>();

    private MissingTests(Evaluator.Factory factory, PolicyPack pack) {
        this.bench = new Bench(factory, pack);
        pack.tests().forEach(test -> names.add(test.name()));
    }

    /** One proposal for each cell that is not tested, in the order of the coverage. */
    public static List<Proposal> of(Evaluator.Factory factory, PolicyPack pack, Coverage coverage) {
        MissingTests missing = new MissingTests(factory, pack);
        List<Proposal> proposals = coverage.controls().stream()
                .flatMap(control -> missing.ofControl(control).stream())
                .toList();
        return shownByTheWay(factory, pack, proposals);
    }

    /** A cell for which no test was found may be shown by one that was built for another cell. */
    private static List<Proposal> shownByTheWay(Evaluator.Factory factory, PolicyPack pack, List<Proposal> proposals) {
        Map<String, PolicyTest> built = new LinkedHashMap<>();
        proposals.stream()
                .flatMap(proposal -> proposal.test().stream())
                .forEach(test -> built.putIfAbsent(test.name(), test));
        Map<Cell, PolicyTest> shown = new HashMap<>();
        Coverage.of(factory, pack, List.copyOf(built.values())).controls().stream()
                .flatMap(control -> control.cells().stream())
                .forEach(result -> result.tests().stream()
                        .filter(name -> result.isTested())
                        .flatMap(name -> Stream.ofNullable(built.get(name)))
                        .findFirst()
                        .ifPresent(test -> shown.put(result.cell(), test)));
        return proposals.stream()
                .map(proposal -> proposal.test().isPresent()
                        ? proposal
                        : Optional.ofNullable(shown.get(proposal.cell()))
                                .map(test -> Proposal.of(proposal.cell(), test))
                                .orElse(proposal))
                .toList();
    }

    private List<Proposal> ofControl(ControlCoverage coverage) {
        List<Cell> untested = coverage.cells().stream()
                .filter(result -> !result.isTested())
                .map(CellResult::cell)
                .toList();
        List<Cell> open = new ArrayList<>(untested);
        List<Proposal> proposals = new ArrayList<>();
        for (Cell cell : untested.stream()
                .sorted(Comparator.comparing(MissingTests::turn))
                .toList()) {
            if (open.contains(cell)) {
                propose(coverage.control(), cell, open, proposals);
            }
        }
        proposals.sort(Comparator.comparingInt(proposal -> untested.indexOf(proposal.cell())));
        return proposals;
    }

    private void propose(Control control, Cell cell, List<Cell> open, List<Proposal> proposals) {
        Draft draft = new Draft(bench, control, cell, unusedName(cell));
        Optional<PolicyTest> test = draft.build();
        if (test.isEmpty()) {
            open.remove(cell);
            proposals.add(Proposal.none(cell, draft.reason()));
            return;
        }
        names.add(test.get().name());
        List<Cell> shown = bench.trace(test.get(), control)
                .map(trace -> new Judgement(control, trace))
                .map(judgement -> open.stream().filter(judgement::reaches).toList())
                .orElse(List.of());
        shown.forEach(each -> proposals.add(Proposal.of(each, test.get())));
        open.removeAll(shown);
    }

    private String unusedName(Cell cell) {
        String name = cell.control() + ": " + cell.words();
        String unused = name;
        for (int number = 2; names.contains(unused); number++) {
            unused = name + " (" + number + ")";
        }
        return unused;
    }

    /** A test at a limit also shows how the control comes out, so that limits come first and outcomes last. */
    private static int turn(Cell cell) {
        return cell.match(new Cell.Cases<>() {
            @Override
            public Integer limit(Cell.Limit limit) {
                return limit.part() == Cell.Part.CONDITION ? 0 : 1;
            }

            @Override
            public Integer missing(Cell.Missing missing) {
                return 2;
            }

            @Override
            public Integer otherRole(Cell.OtherRole otherRole) {
                return 3;
            }

            @Override
            public Integer breached(Cell.Breached breached) {
                return 4;
            }

            @Override
            public Integer satisfied(Cell.Satisfied satisfied) {
                return 5;
            }

            @Override
            public Integer early(Cell.Early early) {
                return 6;
            }

            @Override
            public Integer elsewhere(Cell.Elsewhere elsewhere) {
                return 7;
            }
        });
    }
}
