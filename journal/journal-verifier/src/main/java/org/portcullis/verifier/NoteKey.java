package org.portcullis.verifier;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Is a verifier key of C2SP signed notes: {@code name+hash+base64(type || key)}, where the type is 1 for a journal's key and 4
 * for a witness's.
 *
 * @param line the one line in which it is passed on
 * @param name the name of the key, which is the name of the journal where it is a journal's
 */
record NoteKey(String line, String name) {

    private static final int HASH_BYTES = 4;
    private static final byte ED25519 = 1;
    private static final byte COSIGNATURE = 4;
    private static final Pattern FORM = Pattern.compile("([^\\s+\\p{Cntrl}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

    /** Reads a journal's key and checks that its hash is the hash of its parts. */
    static Optional<NoteKey> read(String line) {
        return read(line, ED25519);
    }

    /** Reads a witness's key: one that signs cosignatures. */
    static Optional<NoteKey> readWitness(String line) {
        return read(line, COSIGNATURE);
    }

    private static Optional<NoteKey> read(String line, byte type) {
        Matcher form = FORM.matcher(line);
        if (!form.matches()) {
            return Optional.empty();
        }
        NoteKey key = new NoteKey(line, form.group(1));
        byte[] marked = Base64.getDecoder().decode(form.group(3));
        boolean consistent = marked.length == Ed25519.KEY_BYTES + 1
                && marked[0] == type
                && Arrays.equals(key.hash(), key.computedHash(marked));
        return consistent ? Optional.of(key) : Optional.empty();
    }

    byte[] publicKey() {
        byte[] marked = Base64.getDecoder().decode(line.substring(line.length() - 44));
        return Arrays.copyOfRange(marked, 1, marked.length);
    }

    /** Gives the four bytes that mark a signature of this key. */
    byte[] hash() {
        int start = name.length() + 1;
        return HexFormat.of().parseHex(line.substring(start, start + 2 * HASH_BYTES));
    }

    private byte[] computedHash(byte[] marked) {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.writeBytes((name + "\n").getBytes(StandardCharsets.UTF_8));
        hashed.writeBytes(marked);
        return Arrays.copyOf(Sha256.of(hashed.toByteArray()), HASH_BYTES);
    }
}
