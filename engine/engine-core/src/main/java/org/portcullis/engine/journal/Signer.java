package org.portcullis.engine.journal;

/** Signs with one Ed25519 key (RFC 8032): a person's key for approvals, the journal's key for checkpoints. */
public interface Signer {

    /** Gives the name of the key, as it was enrolled. */
    String keyId();

    /** Gives the 32 bytes of the public key; the caller MUST be free to change the array. */
    byte[] publicKey();

    /**
     * Gives the 64 bytes of the signature over the message.
     *
     * <p>Implementations MUST be safe for calls from several threads and MUST NOT keep or change the array.
     */
    byte[] sign(byte[] message);
}
