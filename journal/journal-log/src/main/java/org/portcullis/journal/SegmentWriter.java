package org.portcullis.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/**
 * Writes frames into segment files, which it fills with zeros ahead of the frames and trims behind the last one.
 *
 * <p>Zeros are written in steps of {@link #STEP_BYTES}, so that forcing a frame need not change the length of the file
 * and a small journal stays small; once a segment is half full, the next one is filled beside it. Mutable, for one thread.
 */
final class SegmentWriter implements Closeable {

    /** The first bytes of every segment. */
    static final byte[] MAGIC = "PTCLSEG1".getBytes(StandardCharsets.US_ASCII);

    /** The bytes in front of the first frame: the magic and the index of the first entry. */
    static final int HEAD_BYTES = 16;

    private static final int STEP_BYTES = 1 << 20;

    private static final int BUFFER_BYTES = 256 << 10;

    private static final ByteBuffer ZEROS =
            ByteBuffer.allocateDirect(STEP_BYTES).asReadOnlyBuffer();

    private final Layout layout;
    private final Device.Opening opening;
    private final int segmentBytes;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);

    private final NextSegment next;

    private Device device;

    /** The length of the file up to the last frame, what still is in the buffer included. */
    private long position;

    /** The length of the file up to the last zero. */
    private long filled;

    private SegmentWriter(Layout layout, Device.Opening opening, int segmentBytes, Device device, long position) {
        this.layout = layout;
        this.opening = opening;
        this.segmentBytes = segmentBytes;
        this.next = new NextSegment(layout, opening, segmentBytes);
        this.device = device;
        this.position = position;
        this.filled = position;
    }

    /** Begins the first segment of a journal. */
    static SegmentWriter first(Layout layout, Device.Opening opening, int segmentBytes) throws IOException {
        Files.createDirectories(layout.segments());
        Device device = opening.open(layout.segment(0));
        device.truncate(0);
        SegmentWriter writer = new SegmentWriter(layout, opening, segmentBytes, device, 0);
        writer.writeHead(0);
        Device.forceDirectory(layout.directory());
        return writer;
    }

    /** Goes on behind the last valid frame of a segment and cuts off what follows it. */
    static SegmentWriter resume(Layout layout, Device.Opening opening, int segmentBytes, Recovery.Found found)
            throws IOException {
        Device device = opening.open(found.segment());
        device.truncate(found.end());
        device.force();
        SegmentWriter writer = new SegmentWriter(layout, opening, segmentBytes, device, found.end());
        if (found.end() < HEAD_BYTES) {
            writer.writeHead(found.place().nextIndex());
        }
        return writer;
    }

    /**
     * Writes a frame without forcing it.
     *
     * @param type what the frame holds
     * @param payload what it holds
     * @param nextIndex the index of the entry in the frame, or of the next entry for a signed root
     */
    void write(byte type, byte[] payload, long nextIndex) throws IOException {
        int length = Frame.HEAD_BYTES + payload.length;
        if (position > HEAD_BYTES && position + length > segmentBytes) {
            roll(nextIndex);
        }
        room(length);
        Frame.put(type, payload, buffer);
        position += length;
        if (position > segmentBytes / 2) {
            next.prepare();
        }
    }

    /** Hands every frame to the platform, which may still hold it in memory. */
    void flush() throws IOException {
        buffer.flip();
        long start = position - buffer.remaining();
        while (position > filled) {
            device.write(ZEROS.duplicate(), filled);
            filled += STEP_BYTES;
        }
        device.write(buffer, start);
        buffer.clear();
    }

    /** Returns when every frame written so far is durable. */
    void force() throws IOException {
        flush();
        device.force();
    }

    /** Cuts off the zeros behind the last frame, so that every byte of the file is evidence. */
    void trim() throws IOException {
        flush();
        device.truncate(position);
        device.force();
    }

    @Override
    public void close() throws IOException {
        try {
            next.close();
        } finally {
            device.close();
        }
    }

    private void roll(long nextIndex) throws IOException {
        trim();
        device.close();
        boolean prepared = next.take(layout.segment(nextIndex));
        device = opening.open(layout.segment(nextIndex));
        position = 0;
        filled = prepared ? segmentBytes : 0;
        writeHead(nextIndex);
    }

    private void writeHead(long firstIndex) throws IOException {
        room(HEAD_BYTES);
        buffer.put(MAGIC).putLong(firstIndex);
        position += HEAD_BYTES;
        force();
        Device.forceDirectory(layout.segments());
    }

    private void room(int length) throws IOException {
        if (buffer.remaining() < length) {
            flush();
        }
    }
}
