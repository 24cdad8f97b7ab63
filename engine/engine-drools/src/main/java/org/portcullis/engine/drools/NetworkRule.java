package org.portcullis.engine.drools;

import java.util.List;
import java.util.function.IntFunction;

/**
 * Is one path through the network: tests in their order, and the node that reports whatever passes them all.
 *
 * @param name the rule's name inside Drools, distinct within a network
 * @param leaves the controls that depend on the path, named when one of its tests fails
 * @param end makes the reporting node for a node id
 */
record NetworkRule(String name, List<ControlLeaf> leaves, List<FactTest> tests, IntFunction<ReportNode> end) {
    NetworkRule {
        leaves = List.copyOf(leaves);
        tests = List.copyOf(tests);
    }
}
