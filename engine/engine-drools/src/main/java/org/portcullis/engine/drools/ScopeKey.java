package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;

/**
 * Says which values a text must have where a condition is to be true.
 *
 * <p>INVARIANT, for the condition a key is read from: where the measure is known and is none of the values, the condition is false; where the measure is
 * not known, the condition is not true. The differential test covers it.
 */
record ScopeKey(Measure measure, SortedSet<String> values) {

    /** Finds all keys of the condition, by measure in the order of the vocabulary; what has several texts makes no key. */
    static Map<Measure, ScopeKey> of(Condition condition) {
        return keys(condition, true);
    }

    private static Map<Measure, ScopeKey> keys(Condition condition, boolean wanted) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public Map<Measure, ScopeKey> always(Condition.Always always) {
                return none();
            }

            @Override
            public Map<Measure, ScopeKey> all(Condition.All all) {
                return wanted ? ofConjunction(all.parts(), true) : ofDisjunction(all.parts(), false);
            }

            @Override
            public Map<Measure, ScopeKey> any(Condition.Any any) {
                return wanted ? ofDisjunction(any.parts(), true) : ofConjunction(any.parts(), false);
            }

            @Override
            public Map<Measure, ScopeKey> not(Condition.Not not) {
                return keys(not.part(), !wanted);
            }

            @Override
            public Map<Measure, ScopeKey> compare(Condition.Compare compare) {
                Comparator equal = wanted ? Comparator.IS : Comparator.IS_NOT;
                return compare.comparator() == equal && canKey(compare.left())
                        ? ofBound(compare.left().measure(), compare.right())
                        : none();
            }

            @Override
            public Map<Measure, ScopeKey> oneOf(Condition.OneOf oneOf) {
                if (!wanted || !canKey(oneOf.left())) {
                    return none();
                }
                SortedSet<String> values = new TreeSet<>();
                oneOf.values().forEach(value -> values.add(ConditionTypes.text(value)));
                return one(new ScopeKey(oneOf.left().measure(), values));
            }

            @Override
            public Map<Measure, ScopeKey> missing(Condition.Missing missing) {
                return none();
            }
        });
    }

    private static Map<Measure, ScopeKey> ofBound(Measure measure, Bound bound) {
        return bound.match(new Bound.Cases<>() {
            @Override
            public Map<Measure, ScopeKey> constant(Bound.Constant constant) {
                SortedSet<String> values = new TreeSet<>(List.of(ConditionTypes.text(constant.value())));
                return one(new ScopeKey(measure, values));
            }

            @Override
            public Map<Measure, ScopeKey> shareOf(Bound.ShareOf share) {
                return none();
            }

            @Override
            public Map<Measure, ScopeKey> other(Bound.Other other) {
                return none();
            }
        });
    }

    /** A key of one part is a key of the whole; where two parts have one, the smaller serves. */
    private static Map<Measure, ScopeKey> ofConjunction(List<Condition> parts, boolean wanted) {
        Map<Measure, ScopeKey> found = none();
        for (Condition part : parts) {
            keys(part, wanted)
                    .forEach((measure, key) -> found.merge(
                            measure, key, (left, right) -> left.values.size() <= right.values.size() ? left : right));
        }
        return found;
    }

    /** A measure is a key of the whole only where it is a key of every part. */
    private static Map<Measure, ScopeKey> ofDisjunction(List<Condition> parts, boolean wanted) {
        List<Map<Measure, ScopeKey>> all = new ArrayList<>();
        for (Condition part : parts) {
            all.add(keys(part, wanted));
        }
        Map<Measure, ScopeKey> found = none();
        for (Measure measure : all.get(0).keySet()) {
            if (all.stream().allMatch(keys -> keys.containsKey(measure))) {
                found.put(measure, union(measure, all));
            }
        }
        return found;
    }

    private static ScopeKey union(Measure measure, List<Map<Measure, ScopeKey>> all) {
        SortedSet<String> values = new TreeSet<>();
        for (Map<Measure, ScopeKey> keys : all) {
            ScopeKey key = keys.get(measure);
            if (key != null) {
                values.addAll(key.values);
            }
        }
        return new ScopeKey(measure, values);
    }

    private static boolean canKey(Reference left) {
        return ConditionTypes.isText(left)
                && !Facts.hasSeveralTexts(left.measure())
                && left.overTradingDays().isEmpty()
                && left.derivation().isEmpty();
    }

    private static Map<Measure, ScopeKey> none() {
        return new EnumMap<>(Measure.class);
    }

    private static Map<Measure, ScopeKey> one(ScopeKey key) {
        Map<Measure, ScopeKey> found = none();
        found.put(key.measure, key);
        return found;
    }
}
