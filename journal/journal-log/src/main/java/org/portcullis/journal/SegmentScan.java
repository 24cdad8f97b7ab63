package org.portcullis.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Walks over the valid frames of one segment file. Mutable, for one thread. */
final class SegmentScan {

    /** Says what stands behind the last valid frame. */
    enum Ending {
        /** Nothing. */
        COMPLETE,
        /** Zeros, as a writer leaves them that did not close the journal. */
        PADDED,
        /** Something that is neither a frame nor zeros. */
        BROKEN
    }

    private final byte[] bytes;
    private int position;

    private SegmentScan(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a segment into memory. */
    static SegmentScan of(Path segment) throws IOException {
        return new SegmentScan(Files.readAllBytes(segment));
    }

    /** Tells whether the head names this first entry, and goes on behind it. */
    boolean startsAt(long firstIndex) {
        byte[] head = ByteBuffer.allocate(SegmentWriter.HEAD_BYTES)
                .put(SegmentWriter.MAGIC)
                .putLong(firstIndex)
                .array();
        boolean present = bytes.length >= head.length && Arrays.equals(bytes, 0, head.length, head, 0, head.length);
        if (present) {
            position = head.length;
        }
        return present;
    }

    /** Tells whether a writer got as far as a whole head. */
    boolean isBegun() {
        return bytes.length >= SegmentWriter.HEAD_BYTES && ending() == Ending.BROKEN;
    }

    /** Gives the next valid frame, or nothing behind the last one. */
    Optional<Frame> next() {
        Optional<Frame> frame = Frame.at(bytes, position);
        frame.ifPresent(found -> position += found.length());
        return frame;
    }

    /** Says what stands at the present position, where no frame was found. */
    Ending ending() {
        for (int i = position; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return Ending.BROKEN;
            }
        }
        return position == bytes.length ? Ending.COMPLETE : Ending.PADDED;
    }

    /** Gives the valid frame at any later offset. */
    Optional<Frame> at(int offset) {
        return Frame.at(bytes, offset);
    }

    int position() {
        return position;
    }

    int length() {
        return bytes.length;
    }

    /** Gives the bytes behind the last valid frame, up to the last that is not zero. */
    byte[] rest() {
        int end = bytes.length;
        while (end > position && bytes[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOfRange(bytes, position, end);
    }
}
