package org.portcullis.verifier;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Is a SHA-256 digest in few bytes, of which very many are kept at once. */
record Hash(long first, long second, long third, long fourth) {

    private static final String SPELLED = "sha256:";
    private static final int SPELLED_LENGTH = SPELLED.length() + 2 * Sha256.BYTES;

    /** Takes the 32 bytes of a digest. */
    static Hash of(byte[] digest) {
        ByteBuffer bytes = ByteBuffer.wrap(digest);
        return new Hash(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    /** Gives the digest of a text. */
    static Hash of(String text) {
        return of(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads the spelling of entries; nothing for any other text. */
    static Optional<Hash> spelled(String text) {
        boolean spelled = text.length() == SPELLED_LENGTH
                && text.startsWith(SPELLED)
                && text.chars()
                        .skip(SPELLED.length())
                        .allMatch(unit -> (unit >= '0' && unit <= '9') || (unit >= 'a' && unit <= 'f'));
        return spelled
                ? Optional.of(of(HexFormat.of().parseHex(text, SPELLED.length(), text.length())))
                : Optional.empty();
    }
}
