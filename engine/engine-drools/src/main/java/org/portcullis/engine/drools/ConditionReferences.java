package org.portcullis.engine.drools;

import java.util.LinkedHashSet;
import java.util.Set;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;

/** Collects the facts whose absence can make a condition unknown. */
final class ConditionReferences implements Condition.Cases<Set<Reference>> {
    private final Set<Reference> found = new LinkedHashSet<>();

    private ConditionReferences() {}

    /** The references in the order of the condition; those that are only asked whether they are missing are not among them. */
    static Set<Reference> of(Condition condition) {
        return condition.match(new ConditionReferences());
    }

    @Override
    public Set<Reference> always(Condition.Always condition) {
        return found;
    }

    @Override
    public Set<Reference> all(Condition.All condition) {
        condition.parts().forEach(part -> part.match(this));
        return found;
    }

    @Override
    public Set<Reference> any(Condition.Any condition) {
        condition.parts().forEach(part -> part.match(this));
        return found;
    }

    @Override
    public Set<Reference> not(Condition.Not condition) {
        return condition.part().match(this);
    }

    @Override
    public Set<Reference> compare(Condition.Compare condition) {
        found.add(condition.left());
        return condition.right().match(new Bound.Cases<>() {
            @Override
            public Set<Reference> constant(Bound.Constant bound) {
                return found;
            }

            @Override
            public Set<Reference> shareOf(Bound.ShareOf bound) {
                found.add(bound.of());
                return found;
            }

            @Override
            public Set<Reference> other(Bound.Other bound) {
                found.add(bound.reference());
                return found;
            }
        });
    }

    @Override
    public Set<Reference> oneOf(Condition.OneOf condition) {
        found.add(condition.left());
        return found;
    }

    @Override
    public Set<Reference> missing(Condition.Missing condition) {
        return found;
    }
}
