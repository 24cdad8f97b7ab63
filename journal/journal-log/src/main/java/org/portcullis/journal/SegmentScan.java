package org.portcullis.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.portcullis.engine.journal.EntryFormat;

/**
 * Walks over the valid frames of one segment file, of which it holds a window in memory. Mutable, for one thread.
 *
 * <p>The file may be written at its end while it is read: {@link #lookAgain} forgets what was read.
 */
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

    private static final int WINDOW_BYTES = 1 << 20;

    private final Path file;
    private byte[] window = new byte[0];
    private long windowStart;
    private long length;
    private long position;

    private SegmentScan(Path file, long length) {
        this.file = file;
        this.length = length;
    }

    /** Opens a segment. */
    static SegmentScan of(Path segment) throws IOException {
        return new SegmentScan(segment, Files.size(segment));
    }

    /** Tells whether the head names this first entry, and goes on behind it. */
    boolean startsAt(long firstIndex) throws IOException {
        byte[] head = head(firstIndex);
        int at = see(0, head.length);
        boolean present =
                window.length - at >= head.length && Arrays.equals(window, at, at + head.length, head, 0, head.length);
        if (present) {
            position = head.length;
        }
        return present;
    }

    /** Tells whether the head or anything behind it is more than a writer leaves that stopped while it wrote the head. */
    boolean isBegun(long firstIndex) throws IOException {
        byte[] whole = head(firstIndex);
        byte[] present = read(0, (int) Math.min(whole.length, length));
        for (int i = 0; i < present.length; i++) {
            if (present[i] != 0 && present[i] != whole[i]) {
                return true;
            }
        }
        return endOfRest() > whole.length;
    }

    /** Gives the next valid frame, or nothing behind the last one. */
    Optional<Frame> next() throws IOException {
        Optional<Frame> frame = at(position);
        frame.ifPresent(found -> position += found.length());
        return frame;
    }

    /** Says what stands at the present position, where no frame was found. */
    Ending ending() throws IOException {
        if (position == length) {
            return Ending.COMPLETE;
        }
        return endOfRest() == position ? Ending.PADDED : Ending.BROKEN;
    }

    /** Gives the valid frame at any later offset. */
    Optional<Frame> at(long offset) throws IOException {
        int place = see(offset, Frame.HEAD_BYTES + EntryFormat.MAX_BYTES);
        return Frame.at(window, place);
    }

    /** Forgets what was read, so that what was written since is seen. */
    void lookAgain() throws IOException {
        window = new byte[0];
        length = Files.size(file);
    }

    long position() {
        return position;
    }

    /** Gives the bytes behind the last valid frame, up to the last that is not zero. */
    byte[] rest() throws IOException {
        return read(position, Math.toIntExact(endOfRest() - position));
    }

    /** Gives the offset behind the last byte that is not zero, at least the present position. */
    long endOfRest() throws IOException {
        long end = position;
        for (long from = position; from < length; from += WINDOW_BYTES) {
            byte[] bytes = read(from, (int) Math.min(WINDOW_BYTES, length - from));
            for (int i = bytes.length - 1; i >= 0; i--) {
                if (bytes[i] != 0) {
                    end = from + i + 1;
                    break;
                }
            }
        }
        return end;
    }

    private static byte[] head(long firstIndex) {
        return ByteBuffer.allocate(SegmentWriter.HEAD_BYTES)
                .put(SegmentWriter.MAGIC)
                .putLong(firstIndex)
                .array();
    }

    /** Brings an offset into the window, with as many bytes behind it as are wanted and there; gives its place. */
    private int see(long offset, int wanted) throws IOException {
        long end = Math.min(offset + wanted, length);
        if (offset < windowStart || end > windowStart + window.length) {
            window = read(offset, (int) Math.min(WINDOW_BYTES, length - offset));
            windowStart = offset;
        }
        return (int) (offset - windowStart);
    }

    private byte[] read(long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Math.max(0, count));
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(from);
            int more = 0;
            while (bytes.hasRemaining() && more >= 0) {
                more = channel.read(bytes);
            }
        }
        if (bytes.hasRemaining()) {
            // Reason: the writer closed the journal and cut the zeros off since the length was asked for.
            length = from + bytes.position();
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }
}
