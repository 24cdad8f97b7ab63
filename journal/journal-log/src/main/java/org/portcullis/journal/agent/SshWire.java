package org.portcullis.journal.agent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the data types of SSH (RFC 4251, section 5) from one message; mutable, for one thread. */
final class SshWire {

    private final ByteBuffer rest;

    SshWire(byte[] message) {
        this.rest = ByteBuffer.wrap(message);
    }

    /** Joins byte strings, each behind its length. */
    static byte[] strings(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(
                    ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    int number() throws IOException {
        if (rest.remaining() < Integer.BYTES) {
            throw cutOff();
        }
        return rest.getInt();
    }

    byte[] string() throws IOException {
        int length = number();
        if (length < 0 || length > rest.remaining()) {
            throw cutOff();
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }

    /** Reads one string of exactly so many bytes. */
    byte[] string(int length) throws IOException {
        byte[] bytes = string();
        if (bytes.length != length) {
            throw new IOException("its answer has " + bytes.length + " bytes where " + length + " must be");
        }
        return bytes;
    }

    /** Reads one string and says whether it is the text. */
    boolean isNext(String text) throws IOException {
        return Arrays.equals(string(), ascii(text));
    }

    void end() throws IOException {
        if (rest.hasRemaining()) {
            throw new IOException("its answer goes on where it should end");
        }
    }

    private static IOException cutOff() {
        return new IOException("its answer is cut off");
    }
}
