package org.portcullis.engine.flow;

import org.portcullis.model.json.Digest;

/**
 * What entries say of a pseudonym.
 *
 * @param commitment to the identity of the person
 */
record KnownPerson(Digest commitment, boolean erased) {

    KnownPerson erase() {
        return new KnownPerson(commitment, true);
    }
}
