package org.portcullis.engine.drools;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Reference;

/** Collects what packs compute over time. */
final class Derived {
    private Derived() {}

    /** The references that the pack's conditions read and that are no measures themselves, in the order of the text. */
    static Set<Reference> of(PolicyPack pack) {
        Set<Reference> found = new LinkedHashSet<>();
        pack.controls().stream()
                .flatMap(control -> Stream.of(Obligation.appliesOf(control), Obligation.breachOf(control)))
                .flatMap(condition -> Atom.of(condition).stream())
                .flatMap(atom -> atom.references().stream())
                .filter(reference -> reference.derivation().isPresent())
                .forEach(found::add);
        return found;
    }
}
