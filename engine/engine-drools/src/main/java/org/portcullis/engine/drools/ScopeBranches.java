package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.portcullis.model.measure.Measure;

/**
 * Says how scopes part at one place of the network.
 *
 * @param asked the scopes whose rest is asked
 * @param hashed the scopes that are reached by looking up a text, each with what is then left to ask
 * @param byMeasure the scopes that are looked up, by the measure whose text is looked up
 * @param maxPaths into how many paths each scope may still part below a text of the measure
 */
record ScopeBranches(
        List<ControlScope> asked,
        Map<FactTest.Key, List<ControlScope>> hashed,
        Map<Measure, List<ControlScope>> byMeasure,
        Map<Measure, Integer> maxPaths) {

    /** Prefers the measures that tell most scopes apart, so that as many as can be share one hash table. */
    static ScopeBranches of(List<ControlScope> scopes, int maxPaths) {
        List<Map<Measure, ScopeKey>> keys =
                scopes.stream().map(scope -> ScopeKey.of(scope.rest())).toList();
        Map<Measure, Integer> ranks = ranks(keys);
        ScopeBranches branches = new ScopeBranches(
                new ArrayList<>(), new LinkedHashMap<>(), new EnumMap<>(Measure.class), new EnumMap<>(Measure.class));
        for (int i = 0; i < scopes.size(); i++) {
            branches.add(scopes.get(i), best(keys.get(i), ranks, maxPaths), maxPaths);
        }
        return branches;
    }

    /** Into how many paths each scope may still part below the key. */
    int pathsBelow(FactTest.Key key) {
        return maxPaths.getOrDefault(key.measure(), 1);
    }

    private void add(ControlScope scope, Optional<ScopeKey> best, int paths) {
        if (best.isEmpty()) {
            asked.add(scope);
            return;
        }
        ScopeKey key = best.get();
        byMeasure.computeIfAbsent(key.measure(), any -> new ArrayList<>()).add(scope);
        maxPaths.merge(key.measure(), paths / key.values().size(), Math::min);
        for (String value : key.values()) {
            FactTest.Key known = new FactTest.Key(key.measure(), value);
            ControlScope given = scope.given(known);
            if (!Residual.isFalse(given.rest())) {
                hashed.computeIfAbsent(known, any -> new ArrayList<>()).add(given);
            }
        }
    }

    /** How many values of each measure tell scopes apart. */
    private static Map<Measure, Integer> ranks(List<Map<Measure, ScopeKey>> keys) {
        Map<Measure, Set<String>> values = new TreeMap<>();
        for (Map<Measure, ScopeKey> of : keys) {
            of.forEach((measure, key) ->
                    values.computeIfAbsent(measure, any -> new TreeSet<>()).addAll(key.values()));
        }
        Map<Measure, Integer> ranks = new EnumMap<>(Measure.class);
        values.forEach((measure, distinct) -> ranks.put(measure, distinct.size()));
        return ranks;
    }

    private static Optional<ScopeKey> best(Map<Measure, ScopeKey> keys, Map<Measure, Integer> ranks, int maxPaths) {
        return keys.values().stream()
                .filter(key -> key.values().size() <= maxPaths)
                .max(java.util.Comparator.comparingInt(key -> ranks.getOrDefault(key.measure(), 0)));
    }
}
