package org.portcullis.model.organisation;

import java.util.regex.Pattern;

/**
 * A public key with which a person signs.
 *
 * @param person the id of the person
 * @param keyId the name that signatures carry
 * @param publicKey the 32 bytes of the Ed25519 key (RFC 8032, section 5.1.5) as 64 hexadecimal digits in small letters
 * @param valid when signatures by it count
 */
public record PersonKey(String person, String keyId, String publicKey, Period valid) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

    public PersonKey {
        Names.require("a key", keyId, person);
        if (!HEX.matcher(publicKey).matches()) {
            throw new IllegalArgumentException("a public key is 64 hexadecimal digits in small letters");
        }
    }
}
