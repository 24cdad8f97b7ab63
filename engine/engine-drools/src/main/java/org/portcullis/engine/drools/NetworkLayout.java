package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.drools.FactTest.Asked;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;

/**
 * Lays out the controls of one stage and tier as paths through the network.
 *
 * <pre>
 *  facts ─┬─ desk is "A" (hashed) ─┬─ scope is true ─┬─ (end) its controls apply
 *         │                        │                 ├─ breach not false ─ (leaf) control 1
 *         │                        │                 └─ breach not false ─ (leaf) control 2
 *         │                        └─ a fact is missing ─ scope is unknown ─ (end) unknown whether its controls apply
 *         ├─ desk is "B" (hashed) …
 *         ├─ desk is missing ─ scope is unknown ─ (end) …
 *         └─ scope without a key is true …
 * </pre>
 *
 * <p>Controls with one applicability share everything but their leaves. Owned by the thread that builds.
 */
final class NetworkLayout {
    /** The most values under which one scope is hashed; a scope with more is asked instead. */
    static final int MAX_KEY_VALUES = 64;

    private final FactTests tests;
    private final List<Control> controls;
    private final Map<String, Scope> scopes = new LinkedHashMap<>();
    private final Map<List<FactTest>, Set<Reference>> readUnder = new LinkedHashMap<>();
    private final List<NetworkRule> rules = new ArrayList<>();

    private NetworkLayout(FactTests tests, List<Control> controls) {
        this.tests = tests;
        this.controls = controls;
    }

    /**
     * Lays out the controls with these indices.
     *
     * @throws IllegalArgumentException if a control's condition cannot be compiled
     * @throws IllegalStateException if two different tests would share a node
     */
    static List<NetworkRule> of(List<Control> controls, List<Integer> indices, FactTests tests) {
        NetworkLayout layout = new NetworkLayout(tests, controls);
        indices.forEach(layout::addToScope);
        layout.chooseKeys();
        layout.scopes.values().forEach(layout::noteReads);
        layout.scopes.values().forEach(layout::addRules);
        return List.copyOf(layout.rules);
    }

    /** All controls of one applicability. */
    private static final class Scope {
        private final Condition condition;
        private final Map<Measure, ScopeKey> keys;
        private final List<Integer> controls = new ArrayList<>();
        private @Nullable ScopeKey key;

        private Scope(Condition condition) {
            this.condition = condition;
            this.keys = ScopeKey.of(condition);
        }

        private Optional<ScopeKey> key() {
            return Optional.ofNullable(key);
        }

        /** Whether the hash table answers all that the condition asks. */
        private boolean isAnsweredByKey() {
            return key().map(ScopeKey::exact).orElseGet(() -> isAlways(condition));
        }
    }

    private void addToScope(int index) {
        Control control = controls.get(index);
        Condition condition = control.heading().applies().condition();
        try {
            ConditionDepth.check(condition);
            ConditionDepth.check(Obligation.breachOf(control));
            scopes.computeIfAbsent(ExpressionText.of(condition), text -> new Scope(condition))
                    .controls
                    .add(index);
        } catch (IllegalArgumentException wrong) {
            throw refused(control, wrong);
        }
    }

    /** Prefers the measure that tells most scopes apart, so that as many scopes as can be share one hash table. */
    private void chooseKeys() {
        Map<Measure, Set<String>> valuesByMeasure = new EnumMap<>(Measure.class);
        for (Scope scope : scopes.values()) {
            scope.keys.forEach((measure, key) -> valuesByMeasure
                    .computeIfAbsent(measure, any -> new TreeSet<>())
                    .addAll(key.values()));
        }
        for (Scope scope : scopes.values()) {
            scope.key = scope.keys.values().stream()
                    .filter(key -> key.values().size() <= MAX_KEY_VALUES)
                    .max(java.util.Comparator.comparingInt(key -> valuesByMeasure
                            .getOrDefault(key.measure(), Set.of())
                            .size()))
                    .orElse(null);
        }
    }

    private void noteReads(Scope scope) {
        if (scope.isAnsweredByKey()) {
            return;
        }
        for (List<FactTest> path : pathsTo(scope)) {
            Set<Reference> reads = readUnder.computeIfAbsent(path, any -> new LinkedHashSet<>());
            reads.addAll(ConditionReferences.of(scope.condition));
            scope.key().ifPresent(key -> reads.remove(Reference.to(key.measure())));
        }
    }

    private void addRules(Scope scope) {
        for (List<FactTest> path : pathsTo(scope)) {
            addApplied(scope, path);
            addUnknown(scope, path);
        }
        scope.key().ifPresent(key -> addKeyMissing(scope, key));
    }

    private List<List<FactTest>> pathsTo(Scope scope) {
        Optional<ScopeKey> key = scope.key();
        if (key.isEmpty()) {
            return List.of(List.of());
        }
        List<List<FactTest>> paths = new ArrayList<>();
        for (String value : key.get().values()) {
            paths.add(List.of(tests.having(new FactTest.Key(key.get().measure(), value))));
        }
        return paths;
    }

    private void addApplied(Scope scope, List<FactTest> path) {
        List<FactTest> applies = new ArrayList<>(path);
        if (!scope.isAnsweredByKey()) {
            applies.add(tests.asking(Asked.TRUE, scope.condition));
        }
        add("applies", scope.controls, applies, id -> new AppliedNode(id, scope.controls));
        for (int index : scope.controls) {
            addLeaf(index, applies);
        }
    }

    private void addLeaf(int index, List<FactTest> applies) {
        Control control = controls.get(index);
        Condition breach = Obligation.breachOf(control);
        FactTest breached;
        List<FactTest> path = new ArrayList<>(applies);
        try {
            breached = tests.asking(Asked.TRUE, breach);
            path.add(tests.asking(Asked.NOT_FALSE, breach));
        } catch (IllegalArgumentException wrong) {
            throw refused(control, wrong);
        }
        add(control.id().text(), List.of(index), path, id -> new ControlLeaf(id, control.id(), index, breached));
    }

    private void addUnknown(Scope scope, List<FactTest> path) {
        Set<Reference> reads = readUnder.getOrDefault(path, Set.of());
        if (scope.isAnsweredByKey() || reads.isEmpty()) {
            return;
        }
        List<FactTest> unknown = new ArrayList<>(path);
        unknown.add(tests.asking(Asked.TRUE, anyMissing(reads)));
        unknown.add(tests.asking(Asked.UNKNOWN, scope.condition));
        add("unknown", scope.controls, unknown, id -> new UnknownNode(id, scope.controls));
    }

    private void addKeyMissing(Scope scope, ScopeKey key) {
        List<FactTest> unknown = new ArrayList<>();
        unknown.add(tests.asking(Asked.TRUE, new Condition.Missing(Reference.to(key.measure()))));
        unknown.add(tests.asking(Asked.UNKNOWN, scope.condition));
        add("unknown", scope.controls, unknown, id -> new UnknownNode(id, scope.controls));
    }

    private void add(
            String what, List<Integer> about, List<FactTest> path, java.util.function.IntFunction<ReportNode> end) {
        rules.add(new NetworkRule(what + " " + rules.size(), about, path, end));
    }

    private static Condition anyMissing(Set<Reference> reads) {
        List<Condition> missing = reads.stream()
                .map(Condition.Missing::new)
                .map(Condition.class::cast)
                .toList();
        return missing.size() == 1 ? missing.get(0) : new Condition.Any(missing);
    }

    private static boolean isAlways(Condition condition) {
        return condition.equals(new Condition.Always());
    }

    private static IllegalArgumentException refused(Control control, IllegalArgumentException cause) {
        return new IllegalArgumentException(
                "control `" + control.id() + "` cannot be evaluated: " + cause.getMessage(), cause);
    }
}
