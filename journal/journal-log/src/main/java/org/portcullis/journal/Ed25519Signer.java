package org.portcullis.journal;

import java.util.Arrays;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.portcullis.engine.journal.Signer;

/**
 * Signs with an Ed25519 key that is held in memory (RFC 8032); for production keys that never leave a device, implement
 * {@link Signer} over that device.
 *
 * <p>Safe for calls from several threads.
 */
public final class Ed25519Signer implements Signer {

    /** The bytes of a seed, which is the private key of RFC 8032. */
    public static final int SEED_BYTES = 32;

    private final String keyId;
    private final Ed25519PrivateKeyParameters privateKey;
    private final byte[] publicKey;

    private Ed25519Signer(String keyId, Ed25519PrivateKeyParameters privateKey) {
        this.keyId = keyId;
        this.privateKey = privateKey;
        this.publicKey = privateKey.generatePublicKey().getEncoded();
    }

    /**
     * Makes a signer from a seed.
     *
     * @param seed 32 bytes from a cryptographic source of randomness, copied
     */
    public static Ed25519Signer ofSeed(String keyId, byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("seed has " + seed.length + " bytes and needs " + SEED_BYTES);
        }
        return new Ed25519Signer(keyId, new Ed25519PrivateKeyParameters(Arrays.copyOf(seed, SEED_BYTES), 0));
    }

    @Override
    public String keyId() {
        return keyId;
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public byte[] sign(byte[] message) {
        org.bouncycastle.crypto.signers.Ed25519Signer signer = new org.bouncycastle.crypto.signers.Ed25519Signer();
        signer.init(true, privateKey);
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }
}
