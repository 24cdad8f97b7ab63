package org.portcullis.engine.approval;

import java.util.Base64;

/**
 * A person's public key, as the journal enrolled it.
 *
 * @param keyId the name that signatures carry
 * @param publicKey base64 of the 32 bytes of the Ed25519 key (RFC 8032, section 5.1.5)
 * @param revoked whether signatures by it no longer count
 */
public record EnrolledKey(String keyId, String person, String publicKey, boolean revoked) {

    /** The 32 bytes of the key, as a copy. */
    public byte[] bytes() {
        return Base64.getDecoder().decode(publicKey);
    }

    /** The same key, no longer good. */
    public EnrolledKey revoke() {
        return new EnrolledKey(keyId, person, publicKey, true);
    }
}
