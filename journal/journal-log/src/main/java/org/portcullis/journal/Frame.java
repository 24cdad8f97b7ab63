package org.portcullis.journal;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.portcullis.engine.journal.EntryFormat;

/**
 * Is one frame of a segment: type, length, CRC-32C over both and the payload, payload; numbers in network order.
 *
 * <p>A class and not a record because it holds an array, which nobody changes.
 */
final class Frame {

    /** Marks the canonical bytes of an entry. */
    static final byte ENTRY = 1;

    /** Marks a signed root over all entries before it. */
    static final byte ROOT = 2;

    /** The bytes in front of a payload. */
    static final int HEAD_BYTES = 9;

    private final byte type;
    private final byte[] payload;

    Frame(byte type, byte[] payload) {
        this.type = type;
        this.payload = payload;
    }

    byte type() {
        return type;
    }

    byte[] payload() {
        return payload;
    }

    int length() {
        return HEAD_BYTES + payload.length;
    }

    /** Writes a frame. */
    static void put(byte type, byte[] payload, ByteBuffer out) {
        out.put(type)
                .putInt(payload.length)
                .putInt(crc(type, payload, 0, payload.length))
                .put(payload);
    }

    /** Reads the frame at an offset, or nothing where no valid frame stands. */
    static Optional<Frame> at(byte[] bytes, int offset) {
        if (bytes.length - offset < HEAD_BYTES || (bytes[offset] != ENTRY && bytes[offset] != ROOT)) {
            return Optional.empty();
        }
        ByteBuffer head = ByteBuffer.wrap(bytes, offset + 1, HEAD_BYTES - 1);
        int length = head.getInt();
        int crc = head.getInt();
        int start = offset + HEAD_BYTES;
        if (length < 0 || length > EntryFormat.MAX_BYTES || length > bytes.length - start) {
            return Optional.empty();
        }
        if (crc(bytes[offset], bytes, start, length) != crc) {
            return Optional.empty();
        }
        byte[] payload = new byte[length];
        System.arraycopy(bytes, start, payload, 0, length);
        return Optional.of(new Frame(bytes[offset], payload));
    }

    private static int crc(byte type, byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(5).put(type).putInt(length).flip());
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }
}
