package org.portcullis.engine.policytest.coverage;

import java.util.Iterator;
import java.util.List;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.model.condition.Condition;

/** Reads a condition whose atoms have given truths, in the order of {@link org.portcullis.model.condition.Atom#of}. Used for one reading. */
final class AtomTruths implements Condition.Cases<Truth> {
    private final Iterator<Truth> truths;

    private AtomTruths(Iterator<Truth> truths) {
        this.truths = truths;
    }

    /** The truth of the whole; {@code truths} are those of the atoms themselves, whether or not they stand under a `not`. */
    static Truth of(Condition condition, List<Truth> truths) {
        return condition.match(new AtomTruths(truths.iterator()));
    }

    @Override
    public Truth always(Condition.Always condition) {
        return Truth.TRUE;
    }

    @Override
    public Truth all(Condition.All condition) {
        return condition.parts().stream().map(part -> part.match(this)).reduce(Truth.TRUE, Truth::and);
    }

    @Override
    public Truth any(Condition.Any condition) {
        return condition.parts().stream().map(part -> part.match(this)).reduce(Truth.FALSE, Truth::or);
    }

    @Override
    public Truth not(Condition.Not condition) {
        return condition.part().match(this).not();
    }

    @Override
    public Truth compare(Condition.Compare condition) {
        return truths.next();
    }

    @Override
    public Truth oneOf(Condition.OneOf condition) {
        return truths.next();
    }

    @Override
    public Truth missing(Condition.Missing condition) {
        return truths.next();
    }
}
