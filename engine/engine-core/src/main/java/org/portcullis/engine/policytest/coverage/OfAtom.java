package org.portcullis.engine.policytest.coverage;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.value.Value;

/** Reads one thing from an atom of a condition, and the same nothing from whatever else it is given. */
abstract class OfAtom<R> implements Condition.Cases<R> {
    private final R nothing;

    private OfAtom(R nothing) {
        this.nothing = nothing;
    }

    /** The values that an atom compares with. */
    static List<Value> constants(Condition atom) {
        return atom.match(new Constants());
    }

    /** The fact of which an atom asks whether it is missing. */
    static Optional<Reference> askedFor(Condition atom) {
        return atom.match(new AskedFor());
    }

    @Override
    public R always(Condition.Always condition) {
        return nothing;
    }

    @Override
    public R all(Condition.All condition) {
        return nothing;
    }

    @Override
    public R any(Condition.Any condition) {
        return nothing;
    }

    @Override
    public R not(Condition.Not condition) {
        return nothing;
    }

    @Override
    public R compare(Condition.Compare condition) {
        return nothing;
    }

    @Override
    public R oneOf(Condition.OneOf condition) {
        return nothing;
    }

    @Override
    public R missing(Condition.Missing condition) {
        return nothing;
    }

    private static final class Constants extends OfAtom<List<Value>> {
        Constants() {
            super(List.of());
        }

        @Override
        public List<Value> compare(Condition.Compare condition) {
            return condition.right().match(new Bound.Cases<>() {
                @Override
                public List<Value> constant(Bound.Constant bound) {
                    return List.of(bound.value());
                }

                @Override
                public List<Value> shareOf(Bound.ShareOf bound) {
                    return List.of();
                }

                @Override
                public List<Value> other(Bound.Other bound) {
                    return List.of();
                }
            });
        }

        @Override
        public List<Value> oneOf(Condition.OneOf condition) {
            return condition.values();
        }
    }

    private static final class AskedFor extends OfAtom<Optional<Reference>> {
        AskedFor() {
            super(Optional.empty());
        }

        @Override
        public Optional<Reference> missing(Condition.Missing condition) {
            return Optional.of(condition.what());
        }
    }
}
