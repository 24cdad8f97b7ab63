package org.portcullis.report.oscal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Is a UUID of version 5 (RFC 9562, section 5.5): made from a name, so that the same name has the same one everywhere.
 *
 * @param value the 128 bits
 */
record NamedUuid(UUID value) {

    private static final long VERSION_MASK = 0xFFFF_FFFF_FFFF_0FFFL;
    private static final long VERSION_5 = 0x5000L;
    private static final long VARIANT_MASK = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** The namespace of URLs, as RFC 9562 fixes it. */
    private static final NamedUuid URLS = new NamedUuid(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"));

    /** The namespace of all that is named here. */
    static final NamedUuid ROOT = URLS.of(Spelling.NAMESPACE);

    /** Names something within this one. */
    NamedUuid of(String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array());
        sha1.update(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        ByteBuffer hash = ByteBuffer.wrap(sha1.digest());
        long high = (hash.getLong() & VERSION_MASK) | VERSION_5;
        long low = (hash.getLong() & VARIANT_MASK) | VARIANT;
        return new NamedUuid(new UUID(high, low));
    }

    String text() {
        return value.toString();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-1", missing);
        }
    }
}
