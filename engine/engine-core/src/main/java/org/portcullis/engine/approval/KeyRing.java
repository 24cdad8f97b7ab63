package org.portcullis.engine.approval;

import java.util.Optional;

/** Knows the keys that were enrolled, revoked ones included. */
@FunctionalInterface
public interface KeyRing {

    /** Finds a key by the name that signatures carry. */
    Optional<EnrolledKey> find(String keyId);
}
