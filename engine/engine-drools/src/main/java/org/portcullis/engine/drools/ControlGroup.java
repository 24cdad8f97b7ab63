package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.fact.Facts;

/**
 * Ends the path of one applicability: reports that its controls apply, and which of them are breached or unknown.
 *
 * <p>Drools has chosen the group by its applicability; what the controls ask is asked here, from tables. One alpha node per control in place of this was
 * measured at several times the cost, most of it in following references through memory.
 */
final class ControlGroup extends ReportNode {
    private static final long serialVersionUID = 1L;

    private final int[] controls;
    // The network is built in memory and never serialized.
    private final transient List<ControlLeaf> leaves;
    private final transient BreachTest[] tests;

    ControlGroup(int nodeId, List<ControlLeaf> leaves) {
        super(nodeId);
        this.controls = leaves.stream().mapToInt(ControlLeaf::control).toArray();
        this.leaves = List.copyOf(leaves);
        this.tests = testsOf(leaves);
    }

    /** The controls of the group, each a leaf of its own, in the order of the pack. */
    List<ControlLeaf> leaves() {
        return leaves;
    }

    @Override
    void report(Facts facts, FindingSink sink) {
        sink.appliedAll(controls);
        for (BreachTest test : tests) {
            test.report(facts, sink);
        }
    }

    private static BreachTest[] testsOf(List<ControlLeaf> leaves) {
        List<BreachTest> tests = new ArrayList<>();
        Map<LadderRung.Rail, List<LadderRung>> ladders = new LinkedHashMap<>();
        for (ControlLeaf leaf : leaves) {
            LadderRung.of(leaf)
                    .ifPresentOrElse(
                            rung -> ladders.computeIfAbsent(rung.rail(), any -> new ArrayList<>())
                                    .add(rung),
                            () -> tests.add(leaf));
        }
        ladders.forEach((rail, rungs) -> tests.add(LadderRung.ladder(rail, rungs)));
        return tests.toArray(BreachTest[]::new);
    }
}
