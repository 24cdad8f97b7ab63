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
     * <p>Implementations MUST be safe for calls from several threads, MUST NOT keep or change the array, and MUST NOT return anything else than a signature that
     * holds for {@link #publicKey()}.
     *
     * @throws SigningFailure when the key could not sign; nothing that needs the signature may take effect
     */
    byte[] sign(byte[] message);
}
