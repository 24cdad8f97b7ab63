package org.portcullis.engine.approval;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A person's public key, as the journal enrolled it.
 *
 * @param keyId the name that signatures carry
 * @param publicKey base64 of the 32 bytes of the Ed25519 key (RFC 8032, section 5.1.5)
 * @param overlapUntil the last instant at which the key is in force, once another has replaced it
 * @param revoked whether signatures by it no longer count
 */
public record EnrolledKey(
        String keyId, String person, String publicKey, Optional<Instant> overlapUntil, boolean revoked) {

    /** A key that counts from now on. */
    public static EnrolledKey of(String keyId, String person, String publicKey) {
        return new EnrolledKey(keyId, person, publicKey, Optional.empty(), false);
    }

    /** The 32 bytes of the key, as a copy. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(publicKey);
    }

    /** Whether a signature that is recorded at the instant counts. */
    public boolean isInForce(Instant at) {
        return !revoked && !isRetired(at);
    }

    /** Whether the key was replaced, and the time for which it overlapped with the next one is over. */
    public boolean isRetired(Instant at) {
        return overlapUntil.filter(at::isAfter).isPresent();
    }

    /** The same key, replaced by another one, and in force up to the instant and no longer. */
    public EnrolledKey replaced(Instant lastInstant) {
        return new EnrolledKey(keyId, person, publicKey, Optional.of(lastInstant), revoked);
    }

    /** The same key, no longer good. */
    public EnrolledKey revoke() {
        return new EnrolledKey(keyId, person, publicKey, overlapUntil, true);
    }
}
