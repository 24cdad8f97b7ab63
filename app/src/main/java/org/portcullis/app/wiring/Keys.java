package org.portcullis.app.wiring;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.portcullis.engine.flow.NonceSource;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.model.json.Digest;

/** Makes keys and nonces from randomness. */
public final class Keys {
    private static final int NONCE_BYTES = 16;
    private static final int NAME_DIGITS = 16;

    private Keys() {}

    /** A new Ed25519 key that lives in memory only. */
    public static Signer fresh(String keyId, SecureRandom randomness) {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        randomness.nextBytes(seed);
        return Ed25519Signer.ofSeed(keyId, seed);
    }

    /** A new key of a person, which lives in memory only and is named after its public half, so that its name says nothing of the person. */
    public static Signer ofPerson(SecureRandom randomness) {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        randomness.nextBytes(seed);
        Digest name = Digest.of(Ed25519Signer.ofSeed("unnamed", seed).publicKey());
        return Ed25519Signer.ofSeed("key-" + name.hex().substring(0, NAME_DIGITS), seed);
    }

    /** Nonces of 128 bits in hexadecimal. */
    public static NonceSource nonces(SecureRandom randomness) {
        return () -> {
            byte[] bytes = new byte[NONCE_BYTES];
            randomness.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        };
    }
}
