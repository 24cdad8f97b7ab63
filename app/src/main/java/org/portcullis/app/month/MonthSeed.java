package org.portcullis.app.month;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.portcullis.engine.flow.NonceSource;
import org.portcullis.engine.journal.Signer;
import org.portcullis.journal.Ed25519Signer;
import org.portcullis.model.json.Digest;
import org.portcullis.vault.Randomness;

/**
 * What chance decides in a generated month, derived from a number: the same number gives the same month, keys included, which are therefore no secrets.
 *
 * @param number the seed
 */
record MonthSeed(long number) {
    private static final int NAME_DIGITS = 16;
    private static final int NONCE_DIGITS = 32;

    /** Thirty-two bytes for one purpose. */
    byte[] bytes(String purpose) {
        return Digest.of((number + "|" + purpose).getBytes(StandardCharsets.UTF_8))
                .hash();
    }

    /** The key of a program. */
    Signer key(String keyId) {
        return Ed25519Signer.ofSeed(keyId, bytes("key of " + keyId));
    }

    /** The name of a person's key, which is that of its public half, so that it says nothing of the person. */
    String keyId(String purpose) {
        Digest name = Digest.of(Ed25519Signer.ofSeed("unnamed", bytes(purpose)).publicKey());
        return "key-" + name.hex().substring(0, NAME_DIGITS);
    }

    /** What one part of the business draws from. */
    Random random(String purpose) {
        return new Random(number * 31 + purpose.hashCode());
    }

    /** Nonces that count. */
    NonceSource nonces() {
        AtomicLong drawn = new AtomicLong();
        return () -> Digest.of((number + "|nonce|" + drawn.getAndIncrement()).getBytes(StandardCharsets.UTF_8))
                .hex()
                .substring(0, NONCE_DIGITS);
    }

    /** The salts and pseudonyms of the vault. */
    Randomness salts() {
        AtomicLong drawn = new AtomicLong();
        return bytes -> {
            for (int filled = 0; filled < bytes.length; ) {
                byte[] more = bytes("salt " + drawn.getAndIncrement());
                int part = Math.min(more.length, bytes.length - filled);
                System.arraycopy(more, 0, bytes, filled, part);
                filled += part;
            }
        };
    }
}
