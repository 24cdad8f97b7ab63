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
    // One array for each kind: calls through a common type cost more than what is asked.
    private final transient LimitLadder[] limits;
    private final transient ShareLadder[] shares;
    private final transient ControlLeaf[] others;

    ControlGroup(int nodeId, List<ControlLeaf> leaves) {
        super(nodeId);
        this.controls = leaves.stream().mapToInt(ControlLeaf::control).toArray();
        this.leaves = List.copyOf(leaves);
        List<ControlLeaf> asked = new ArrayList<>();
        Map<LadderRung.Rail, List<LadderRung>> ofLimits = new LinkedHashMap<>();
        Map<LadderRung.Rail, List<LadderRung>> ofShares = new LinkedHashMap<>();
        for (ControlLeaf leaf : leaves) {
            LadderRung.of(leaf)
                    .ifPresentOrElse(
                            rung -> (rung.rail().whole().isPresent() ? ofShares : ofLimits)
                                    .computeIfAbsent(rung.rail(), any -> new ArrayList<>())
                                    .add(rung),
                            () -> asked.add(leaf));
        }
        this.limits = ofLimits.entrySet().stream()
                .map(ladder -> new LimitLadder(ladder.getKey(), ladder.getValue()))
                .toArray(LimitLadder[]::new);
        this.shares = ofShares.entrySet().stream()
                .map(ladder -> new ShareLadder(ladder.getKey(), ladder.getValue()))
                .toArray(ShareLadder[]::new);
        this.others = asked.toArray(ControlLeaf[]::new);
    }

    /** The controls of the group, each a leaf of its own, in the order of the pack. */
    List<ControlLeaf> leaves() {
        return leaves;
    }

    @Override
    void report(Facts facts, FindingSink sink) {
        sink.appliedAll(controls);
        for (ControlLeaf leaf : others) {
            leaf.report(facts, sink);
        }
        for (LimitLadder ladder : limits) {
            ladder.report(facts, sink);
        }
        for (ShareLadder ladder : shares) {
            ladder.report(facts, sink);
        }
    }
}
