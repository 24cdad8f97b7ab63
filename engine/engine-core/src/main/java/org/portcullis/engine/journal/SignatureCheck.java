package org.portcullis.engine.journal;

/**
 * Decides whether an Ed25519 signature is admitted.
 *
 * <p>Implementations MUST refuse keys that are not 32 bytes long and signatures that are not 64 bytes long, and MUST
 * refuse what any widely used verifier refuses: an admitted signature that another verifier rejects makes the approval
 * deniable.
 */
@FunctionalInterface
public interface SignatureCheck {

    /** Tells whether the signature is admitted; false for malformed input, never an exception. */
    boolean accepts(byte[] publicKey, byte[] message, byte[] signature);
}
