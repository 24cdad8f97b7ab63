package org.portcullis.journal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.portcullis.model.json.Digest;

/** Is a witness that cosigns whatever a test gives it, as C2SP tlog-cosignature says. */
record NamedWitness(Ed25519Signer key) {

    static NamedWitness of(String name, int seed) {
        return new NamedWitness(Scene.signer(name, seed));
    }

    String verifierKey() {
        return key.keyId() + "+" + HexFormat.of().formatHex(mark()) + "+"
                + Base64.getEncoder().encodeToString(marked());
    }

    /** Gives the signature line for a note. */
    String line(String note, Instant at) {
        String text = note.substring(0, note.indexOf("\n\n") + 1);
        String message = "cosignature/v1\ntime " + at.getEpochSecond() + "\n" + text;
        byte[] signature = key.sign(message.getBytes(StandardCharsets.UTF_8));
        byte[] bytes = ByteBuffer.allocate(4 + 8 + signature.length)
                .put(mark())
                .putLong(at.getEpochSecond())
                .put(signature)
                .array();
        return "\u2014 " + key.keyId() + " " + Base64.getEncoder().encodeToString(bytes) + "\n";
    }

    private byte[] mark() {
        ByteArrayOutputStream hashed = new ByteArrayOutputStream();
        hashed.writeBytes((key.keyId() + "\n").getBytes(StandardCharsets.UTF_8));
        hashed.writeBytes(marked());
        return Arrays.copyOf(Digest.of(hashed.toByteArray()).hash(), 4);
    }

    private byte[] marked() {
        return ByteBuffer.allocate(33).put((byte) 4).put(key.publicKey()).array();
    }
}
