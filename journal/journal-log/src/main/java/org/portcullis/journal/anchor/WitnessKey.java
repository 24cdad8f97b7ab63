package org.portcullis.journal.anchor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portcullis.engine.journal.SignatureCheck;
import org.portcullis.model.json.Digest;

/**
 * Is the verifier key of a witness: {@code name+hash+base64(0x04 || key)} (C2SP tlog-cosignature, Ed25519).
 *
 * @param name the name of the key
 * @param keyBase64 the base64 of the algorithm byte 0x04 and the 32 bytes of the key
 */
public record WitnessKey(String name, String keyBase64) {

    private static final byte COSIGNATURE = 4;
    private static final int KEY_BYTES = 32;
    private static final int MARK_BYTES = 4;
    private static final int TIME_BYTES = 8;

    /** The last second of the year 9999: no witness speaks of a later one. */
    private static final long MAX_SECONDS = 253_402_300_799L;

    private static final Pattern FORM = Pattern.compile("([^\\s+\\p{Cntrl}]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/]{44})");

    /**
     * Reads a verifier key.
     *
     * @throws IllegalArgumentException when it is none of a witness, or its hash is not that of its parts
     */
    public static WitnessKey read(String line) {
        Matcher form = FORM.matcher(line.strip());
        if (form.matches()) {
            WitnessKey key = new WitnessKey(form.group(1), form.group(3));
            byte[] marked = key.marked();
            if (marked.length == KEY_BYTES + 1
                    && marked[0] == COSIGNATURE
                    && key.line().equals(line.strip())) {
                return key;
            }
        }
        throw new IllegalArgumentException("`" + line.strip() + "` is not the verifier key of a witness");
    }

    /** Gives the one line that verifiers take. */
    public String line() {
        return name + "+" + HexFormat.of().formatHex(mark()) + "+" + keyBase64;
    }

    /** Tells whether a signature line says that it is of this key. */
    boolean claims(String line) {
        Optional<byte[]> marked = signature(line);
        return marked.isPresent() && Arrays.equals(marked.get(), 0, MARK_BYTES, mark(), 0, MARK_BYTES);
    }

    /**
     * Gives the time of a cosignature when it holds.
     *
     * @param text the lines of the checkpoint that are signed
     * @param line the signature line, without its line feed
     */
    Optional<Instant> time(String text, String line, SignatureCheck check) {
        if (!claims(line)) {
            return Optional.empty();
        }
        byte[] marked = signature(line).orElseThrow();
        boolean canonical = line.endsWith(" " + Base64.getEncoder().encodeToString(marked));
        if (marked.length < MARK_BYTES + TIME_BYTES || !canonical) {
            return Optional.empty();
        }
        long seconds = ByteBuffer.wrap(marked, MARK_BYTES, TIME_BYTES).getLong();
        byte[] message = ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
        byte[] signature = Arrays.copyOfRange(marked, MARK_BYTES + TIME_BYTES, marked.length);
        byte[] key = Arrays.copyOfRange(marked(), 1, KEY_BYTES + 1);
        boolean holds = seconds >= 0 && seconds <= MAX_SECONDS && check.accepts(key, message, signature);
        return holds ? Optional.of(Instant.ofEpochSecond(seconds)) : Optional.empty();
    }

    /** Gives the bytes behind the name, at least the four that mark a key. */
    private Optional<byte[]> signature(String line) {
        String start = "\u2014 " + name + " ";
        if (!line.startsWith(start)) {
            return Optional.empty();
        }
        try {
            byte[] marked = Base64.getDecoder().decode(line.substring(start.length()));
            return marked.length >= MARK_BYTES ? Optional.of(marked) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private byte[] mark() {
        byte[] marked = marked();
        byte[] start = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hashed = ByteBuffer.allocate(start.length + marked.length)
                .put(start)
                .put(marked)
                .array();
        return Arrays.copyOf(Digest.of(hashed).hash(), MARK_BYTES);
    }

    private byte[] marked() {
        return Base64.getDecoder().decode(keyBase64);
    }
}
