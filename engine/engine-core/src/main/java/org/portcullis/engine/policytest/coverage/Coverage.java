package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.model.InForce;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;

/**
 * What the tests of a policy show of each of its controls.
 *
 * <p>A cell is tested if a test that passes reaches it and would fail if the control came out the other way. Tests that fail show nothing.
 *
 * @param controls in the order of the policy
 */
public record Coverage(List<ControlCoverage> controls) {
    public Coverage {
        controls = List.copyOf(controls);
    }

    /** Runs the tests on a pack and sees what they reach of the controls that are in force when tests are judged. */
    public static Coverage of(Evaluator.Factory factory, PolicyPack whole, List<PolicyTest> tests) {
        Bench bench = new Bench(factory, whole);
        PolicyPack pack = InForce.on(whole, whole.header().effectiveFrom());
        Map<ControlId, List<Seen>> seen = new HashMap<>();
        for (PolicyTest test : tests) {
            if (bench.mismatches(test).isEmpty()) {
                for (ControlTrace trace : bench.traces(test)) {
                    pack.find(trace.control())
                            .ifPresent(control -> seen.computeIfAbsent(control.id(), absent -> new ArrayList<>())
                                    .add(new Seen(test, new Judgement(control, trace))));
                }
            }
        }
        List<ControlCoverage> controls = new ArrayList<>();
        for (Control control : pack.controls()) {
            List<Seen> ofControl = seen.getOrDefault(control.id(), List.of());
            controls.add(new ControlCoverage(
                    control,
                    new Cells(control, pack.header().currency())
                            .all().stream()
                                    .map(cell -> result(cell, ofControl, bench))
                                    .toList()));
        }
        return new Coverage(controls);
    }

    /** The share over all controls. */
    public Share share() {
        return controls.stream().map(ControlCoverage::share).reduce(new Share(0, 0), Share::plus);
    }

    private static CellResult result(Cell cell, List<Seen> seen, Bench bench) {
        List<Seen> reaching = seen.stream()
                .filter(candidate -> candidate.judgement().reaches(cell))
                .toList();
        List<Seen> noticing = reaching.stream()
                .filter(candidate -> bench.notices(candidate.test(), candidate.judgement()))
                .toList();
        CellResult.State state = !noticing.isEmpty()
                ? CellResult.State.TESTED
                : reaching.isEmpty() ? CellResult.State.UNTESTED : CellResult.State.UNNOTICED;
        return new CellResult(
                cell,
                state,
                (noticing.isEmpty() ? reaching : noticing)
                        .stream().map(each -> each.test().name()).distinct().toList());
    }

    private record Seen(PolicyTest test, Judgement judgement) {}
}
