package org.portcullis.engine.drools;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.portcullis.model.condition.Condition;

/** Refuses conditions that are nested so deeply that evaluating them could exhaust a thread's stack. */
final class ConditionDepth {
    /** The deepest nesting that is evaluated; policies of the language nest at most some two hundred. */
    static final int MAX = 500;

    private ConditionDepth() {}

    /**
     * Measures the nesting without recursion.
     *
     * @throws IllegalArgumentException if it is deeper than {@link #MAX}
     */
    static void check(Condition condition) {
        Deque<Level> open = new ArrayDeque<>();
        open.push(new Level(condition, 1));
        while (!open.isEmpty()) {
            Level level = open.pop();
            if (level.depth > MAX) {
                throw new IllegalArgumentException("a condition is nested more than " + MAX + " levels deep");
            }
            for (Condition part : partsOf(level.condition)) {
                open.push(new Level(part, level.depth + 1));
            }
        }
    }

    private record Level(Condition condition, int depth) {}

    private static List<Condition> partsOf(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public List<Condition> always(Condition.Always always) {
                return List.of();
            }

            @Override
            public List<Condition> all(Condition.All all) {
                return all.parts();
            }

            @Override
            public List<Condition> any(Condition.Any any) {
                return any.parts();
            }

            @Override
            public List<Condition> not(Condition.Not not) {
                return List.of(not.part());
            }

            @Override
            public List<Condition> compare(Condition.Compare compare) {
                return List.of();
            }

            @Override
            public List<Condition> oneOf(Condition.OneOf oneOf) {
                return List.of();
            }

            @Override
            public List<Condition> missing(Condition.Missing missing) {
                return List.of();
            }
        });
    }
}
