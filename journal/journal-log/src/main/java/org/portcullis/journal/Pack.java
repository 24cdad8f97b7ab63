package org.portcullis.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Writes a pack: a ZIP archive without compression whose every byte follows from the names and the bytes of its files, so
 * that it can be compared byte for byte. The form is in {@code docs/journal-format.md}.
 *
 * <p>Mutable, for one thread and one pack. Names MUST be added in the order of their bytes.
 */
final class Pack {

    /** Larger packs are not written, because the form has no room for them; their files stay as they are. */
    static final long MAX_BYTES = 1L << 30;

    /** The bytes around a file in a pack, without its name, which stands there twice. */
    private static final int HEADERS_BYTES = 30 + 46;

    private static final int END_BYTES = 22;
    private static final short VERSION = 10;

    /** 1 January 1980, the earliest day that the form knows, at midnight. */
    private static final short DATE = 1 << 5 | 1;

    private final Device device;
    private final List<ByteBuffer> directory = new ArrayList<>();
    private long position;

    Pack(Device device) {
        this.device = device;
    }

    /** Gives how much a file adds to a pack. */
    static long bytesFor(String name, long length) {
        return HEADERS_BYTES + 2L * name.getBytes(StandardCharsets.US_ASCII).length + length;
    }

    /** Adds a file. */
    void add(String name, byte[] bytes) throws IOException {
        byte[] nameBytes = name.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(bytes);
        ByteBuffer local = little(30 + nameBytes.length).putInt(0x04034b50);
        shared(local, (int) crc.getValue(), bytes.length, nameBytes.length);
        ByteBuffer central = little(46 + nameBytes.length).putInt(0x02014b50).putShort(VERSION);
        shared(central, (int) crc.getValue(), bytes.length, nameBytes.length);
        central.putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) position);
        directory.add(central.put(nameBytes).flip());
        write(local.put(nameBytes).flip());
        write(ByteBuffer.wrap(bytes));
    }

    /** Ends the pack. */
    void finish() throws IOException {
        long start = position;
        for (ByteBuffer file : directory) {
            write(file);
        }
        short files = (short) directory.size();
        write(little(END_BYTES)
                .putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(files)
                .putShort(files)
                .putInt((int) (position - start))
                .putInt((int) start)
                .putShort((short) 0)
                .flip());
    }

    /** Puts what both headers of a file have: version, flags, method, time, date, checksum, lengths. */
    private static void shared(ByteBuffer header, int crc, int length, int nameLength) {
        header.putShort(VERSION)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(DATE)
                .putInt(crc)
                .putInt(length)
                .putInt(length)
                .putShort((short) nameLength)
                .putShort((short) 0);
    }

    private void write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        device.write(bytes, position);
        position += length;
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
