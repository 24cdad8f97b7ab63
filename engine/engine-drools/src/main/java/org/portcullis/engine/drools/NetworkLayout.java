package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.portcullis.engine.drools.FactTest.Asked;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;

/**
 * Lays out the controls of one stage and tier as paths through the network.
 *
 * <pre>
 *  facts ─┬─ desk is "A" (hashed) ─┬─ (end) group of the scope `desk is "A"`
 *         │                        ├─ flow is "DSA" (hashed) ─ (end) group of the scope `desk is "A" and flow is "DSA"`
 *         │                        └─ what else a scope asks is true ─ (end) group …
 *         ├─ desk is "B" (hashed) …
 *         ├─ a scope that no text tells apart is true ─ (end) group …
 *         └─ a fact that scopes read is missing ─┬─ desk is "A" (hashed) ─ what else a scope asks is unknown ─ (end) unknown
 *                                                └─ desk is missing ─ a scope is unknown ─ (end) unknown
 * </pre>
 *
 * <p>Controls with one applicability share one path and are the leaves of one group. Owned by the thread that builds.
 */
final class NetworkLayout {
    /** The most paths into which hashing may split one scope; what would need more is asked in place of being looked up. */
    static final int MAX_PATHS = 64;

    private final FactTests tests;
    private final List<NetworkRule> rules = new ArrayList<>();

    private NetworkLayout(FactTests tests) {
        this.tests = tests;
    }

    /**
     * Lays out the controls with these indices.
     *
     * @throws IllegalArgumentException if a control's condition cannot be compiled
     * @throws IllegalStateException if two different tests would share a node
     */
    static List<NetworkRule> of(List<Control> controls, List<Integer> indices, FactTests tests) {
        NetworkLayout layout = new NetworkLayout(tests);
        List<ControlScope> scopes = layout.scopesOf(controls, indices);
        layout.addApplied(List.of(), scopes, MAX_PATHS);
        Set<Reference> reads = new LinkedHashSet<>();
        scopes.forEach(scope -> reads.addAll(ConditionReferences.of(scope.rest())));
        if (!reads.isEmpty()) {
            layout.addUnknown(List.of(tests.asking(Asked.TRUE, anyMissing(reads))), scopes, MAX_PATHS);
        }
        return List.copyOf(layout.rules);
    }

    /**
     * Refuses a control whose conditions are nested too deeply to be walked.
     *
     * @throws IllegalArgumentException that names the control
     */
    static void requireShallow(Control control) {
        try {
            ConditionDepth.check(Obligation.breachOf(control));
            ConditionDepth.check(Obligation.appliesOf(control));
        } catch (IllegalArgumentException deep) {
            throw cannotEvaluate(control, deep);
        }
    }

    private static IllegalArgumentException cannotEvaluate(Control control, IllegalArgumentException wrong) {
        return new IllegalArgumentException(
                "control `" + control.id() + "` cannot be evaluated: " + wrong.getMessage(), wrong);
    }

    private List<ControlScope> scopesOf(List<Control> controls, List<Integer> indices) {
        Map<String, Condition> conditions = new LinkedHashMap<>();
        Map<String, List<ControlLeaf>> leaves = new LinkedHashMap<>();
        for (int index : indices) {
            Control control = controls.get(index);
            Condition condition = Obligation.appliesOf(control);
            try {
                ControlLeaf leaf = leafOf(index, control);
                // Compiled here, too, so that whatever is wrong with it is said of this control.
                tests.asking(Asked.TRUE, condition);
                String text = ExpressionText.of(condition);
                conditions.putIfAbsent(text, condition);
                leaves.computeIfAbsent(text, any -> new ArrayList<>()).add(leaf);
            } catch (IllegalArgumentException wrong) {
                throw cannotEvaluate(control, wrong);
            }
        }
        List<ControlScope> scopes = new ArrayList<>();
        conditions.forEach(
                (text, condition) -> scopes.add(new ControlScope(condition, leaves.getOrDefault(text, List.of()))));
        return scopes;
    }

    private ControlLeaf leafOf(int index, Control control) {
        Condition breach = Obligation.breachOf(control);
        FactTest nearly = Obligation.earlyOf(control)
                .map(early -> tests.asking(Asked.TRUE, early))
                .orElse(null);
        return new ControlLeaf(index, control.id(), breach, tests.asking(Asked.TRUE, breach), nearly);
    }

    private void addApplied(List<FactTest> path, List<ControlScope> scopes, int maxPaths) {
        ScopeBranches branches = ScopeBranches.of(scopes, maxPaths);
        for (ControlScope scope : branches.asked()) {
            boolean answered = Residual.isTrue(scope.rest());
            List<FactTest> applies = answered ? path : with(path, tests.asking(Asked.TRUE, scope.rest()));
            add("applies", applies, scope, id -> new ControlGroup(id, scope.leaves()));
        }
        branches.hashed()
                .forEach((key, below) -> addApplied(with(path, tests.having(key)), below, branches.pathsBelow(key)));
    }

    private void addUnknown(List<FactTest> path, List<ControlScope> scopes, int maxPaths) {
        ScopeBranches branches = ScopeBranches.of(scopes, maxPaths);
        for (ControlScope scope : branches.asked()) {
            if (!Residual.isTrue(scope.rest())) {
                addUnknown(path, scope);
            }
        }
        branches.hashed()
                .forEach((key, below) -> addUnknown(with(path, tests.having(key)), below, branches.pathsBelow(key)));
        branches.byMeasure().forEach((measure, keyed) -> {
            FactTest missing = tests.asking(Asked.TRUE, new Condition.Missing(Reference.to(measure)));
            keyed.forEach(scope -> addUnknown(with(path, missing), scope));
        });
    }

    private void addUnknown(List<FactTest> path, ControlScope scope) {
        List<FactTest> unknown = with(path, tests.asking(Asked.UNKNOWN, scope.rest()));
        add("unknown", unknown, scope, id -> new UnknownNode(id, scope.leaves()));
    }

    private void add(String what, List<FactTest> path, ControlScope scope, IntFunction<ReportNode> end) {
        rules.add(new NetworkRule(what + " " + rules.size(), scope.leaves(), path, end));
    }

    private static List<FactTest> with(List<FactTest> path, FactTest test) {
        List<FactTest> longer = new ArrayList<>(path);
        longer.add(test);
        return longer;
    }

    private static Condition anyMissing(Set<Reference> reads) {
        List<Condition> missing =
                reads.stream().<Condition>map(Condition.Missing::new).toList();
        return missing.size() == 1 ? missing.get(0) : new Condition.Any(missing);
    }
}
