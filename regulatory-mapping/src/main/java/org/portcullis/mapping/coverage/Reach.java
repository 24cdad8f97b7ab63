package org.portcullis.mapping.coverage;

import java.util.List;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/** Says whether a control applies at a place, from its scopes and conditions and nothing else. */
public enum Reach {
    /** It applies to everything there. */
    ALWAYS,
    /** It applies to some of what is there: the condition reads more than the place. */
    SOMETIMES,
    /** It applies to nothing there. */
    NEVER;

    /** Decides for a condition in three-valued logic; what the place does not tell is unknown. */
    public static Reach of(Condition condition, Place place) {
        return condition.match(new At(place));
    }

    /** Decides by how often a control applied at a place and how often it did not; what never came up applies to nothing. */
    public static Reach counted(long applied, long notApplied) {
        return applied == 0 ? NEVER : notApplied == 0 ? ALWAYS : SOMETIMES;
    }

    private Reach opposite() {
        return switch (this) {
            case ALWAYS -> NEVER;
            case SOMETIMES -> SOMETIMES;
            case NEVER -> ALWAYS;
        };
    }

    private record At(Place place) implements Condition.Cases<Reach> {
        @Override
        public Reach always(Condition.Always condition) {
            return ALWAYS;
        }

        @Override
        public Reach all(Condition.All condition) {
            List<Reach> parts = parts(condition.parts());
            return parts.contains(NEVER) ? NEVER : parts.contains(SOMETIMES) ? SOMETIMES : ALWAYS;
        }

        @Override
        public Reach any(Condition.Any condition) {
            List<Reach> parts = parts(condition.parts());
            return parts.contains(ALWAYS) ? ALWAYS : parts.contains(SOMETIMES) ? SOMETIMES : NEVER;
        }

        @Override
        public Reach not(Condition.Not condition) {
            return condition.part().match(this).opposite();
        }

        @Override
        public Reach compare(Condition.Compare condition) {
            String known = known(condition.left());
            if (known.isEmpty() || condition.comparator().isOrdering()) {
                return SOMETIMES;
            }
            Reach same = condition.right().match(new Bound.Cases<>() {
                @Override
                public Reach constant(Bound.Constant constant) {
                    return equal(known, constant.value()) ? ALWAYS : NEVER;
                }

                @Override
                public Reach shareOf(Bound.ShareOf share) {
                    return SOMETIMES;
                }

                @Override
                public Reach other(Bound.Other other) {
                    return SOMETIMES;
                }
            });
            return condition.comparator() == Comparator.IS ? same : same.opposite();
        }

        @Override
        public Reach oneOf(Condition.OneOf condition) {
            String known = known(condition.left());
            if (known.isEmpty()) {
                return SOMETIMES;
            }
            return condition.values().stream().anyMatch(value -> equal(known, value)) ? ALWAYS : NEVER;
        }

        @Override
        public Reach missing(Condition.Missing condition) {
            return known(condition.what()).isEmpty() ? SOMETIMES : NEVER;
        }

        private List<Reach> parts(List<Condition> conditions) {
            return conditions.stream().map(part -> part.match(this)).toList();
        }

        private String known(Reference reference) {
            if (reference.derivation().isPresent()) {
                return "";
            }
            if (reference.measure() == Measure.ORDER_DESK) {
                return place.desk();
            }
            if (reference.measure() == Measure.ORDER_LOCATION) {
                return place.location();
            }
            return reference.measure() == Measure.ORDER_FLOW ? place.flow() : "";
        }

        private static boolean equal(String known, Value value) {
            return value.dimension() == Dimension.TEXT && value.equals(new Value.Text(known));
        }
    }
}
