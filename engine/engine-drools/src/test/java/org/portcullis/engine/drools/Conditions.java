package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.portcullis.model.condition.Condition;

/** Walks and rebuilds conditions for tests. */
final class Conditions {
    private Conditions() {}

    /** The condition and all its parts, the whole first. */
    static List<Condition> all(Condition condition) {
        List<Condition> found = new ArrayList<>();
        found.add(condition);
        for (Condition part : parts(condition)) {
            found.addAll(all(part));
        }
        return found;
    }

    /** The direct parts. */
    static List<Condition> parts(Condition condition) {
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

    /** The same kind of condition with other parts; a conjunction or disjunction of one part is that part. */
    static Condition withParts(Condition condition, List<Condition> parts) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public Condition always(Condition.Always always) {
                return always;
            }

            @Override
            public Condition all(Condition.All all) {
                return parts.size() == 1 ? parts.get(0) : new Condition.All(parts);
            }

            @Override
            public Condition any(Condition.Any any) {
                return parts.size() == 1 ? parts.get(0) : new Condition.Any(parts);
            }

            @Override
            public Condition not(Condition.Not not) {
                return new Condition.Not(parts.get(0));
            }

            @Override
            public Condition compare(Condition.Compare compare) {
                return compare;
            }

            @Override
            public Condition oneOf(Condition.OneOf oneOf) {
                return oneOf;
            }

            @Override
            public Condition missing(Condition.Missing missing) {
                return missing;
            }
        });
    }

    /** Changes every leaf. */
    static Condition mapLeaves(Condition condition, UnaryOperator<Condition> change) {
        List<Condition> parts = parts(condition);
        return parts.isEmpty()
                ? change.apply(condition)
                : withParts(
                        condition,
                        parts.stream().map(part -> mapLeaves(part, change)).toList());
    }

    /** Looks at leaves; says nothing of the rest. */
    interface Leaves extends Condition.Cases<Boolean> {
        @Override
        default Boolean always(Condition.Always condition) {
            return false;
        }

        @Override
        default Boolean all(Condition.All condition) {
            return false;
        }

        @Override
        default Boolean any(Condition.Any condition) {
            return false;
        }

        @Override
        default Boolean not(Condition.Not condition) {
            return false;
        }

        @Override
        default Boolean compare(Condition.Compare condition) {
            return false;
        }

        @Override
        default Boolean oneOf(Condition.OneOf condition) {
            return false;
        }

        @Override
        default Boolean missing(Condition.Missing condition) {
            return false;
        }
    }
}
