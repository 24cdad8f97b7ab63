package org.portcullis.app.wiring;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.portcullis.engine.flow.NonceSource;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;

/** Makes keys and nonces from randomness. */
public final class Keys {
    private static final int NONCE_BYTES = 16;

    private Keys() {}

    /** A new Ed25519 key that lives in memory only. */
    public static Signer fresh(String keyId, SecureRandom randomness) {
        byte[] seed = new byte[Ed25519Signer.SEED_BYTES];
        randomness.nextBytes(seed);
        return Ed25519Signer.ofSeed(keyId, seed);
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
