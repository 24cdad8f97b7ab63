package org.portcullis.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Reads a segment block by block, never the whole of it. Mutable, for one segment and one thread. */
final class SegmentReader implements AutoCloseable {

    private static final int BLOCK = 512 * 1024;
    private static final byte[] MAGIC = "PTCLSEG1".getBytes(StandardCharsets.US_ASCII);
    private static final int KIND = 7;
    private static final int HEAD = 16;

    private final InputStream in;
    private final String name;

    /** What was read and not yet given out: the beginning of the next block. */
    private byte[] rest = {};

    private long offset;
    private boolean padded;
    private boolean ended;

    SegmentReader(Path file, String name) throws IOException {
        this.in = Files.newInputStream(file);
        this.name = name;
    }

    /** Requires the head of a segment that begins with an entry. */
    void head(long firstEntry, Rejection.Place place) throws IOException, Rejection {
        byte[] expected =
                ByteBuffer.allocate(HEAD).put(MAGIC).putLong(firstEntry).array();
        byte[] head = in.readNBytes(HEAD);
        offset = head.length;
        int wrong = Arrays.mismatch(head, expected);
        boolean later = wrong == KIND && head.length > KIND && head[KIND] > '1' && head[KIND] <= '9';
        if (later) {
            throw new Rejection(
                    Outcome.ILL_FORMED,
                    place.at(KIND),
                    "the segment is of version " + (char) head[KIND] + " and this verifier knows version 1");
        }
        if (wrong >= 0) {
            Outcome outcome = wrong == head.length ? Outcome.TRUNCATED : Outcome.TAMPERED;
            throw new Rejection(outcome, place.at(wrong), "the head of the segment is not whole");
        }
    }

    /** Gives the next block, or nothing at the end; one frame only while the journal's key is not known. */
    Optional<Block> next(Optional<NoteKey> key) throws IOException {
        if (ended) {
            return Optional.empty();
        }
        byte[] more = in.readNBytes(Math.max(1, BLOCK - rest.length));
        byte[] bytes = Arrays.copyOf(rest, rest.length + more.length);
        System.arraycopy(more, 0, bytes, rest.length, more.length);
        boolean last = bytes.length < BLOCK;
        int length = wholeFrames(bytes, last, key.isEmpty());
        long start = offset;
        offset += length;
        rest = Arrays.copyOfRange(bytes, length, bytes.length);
        padded = rest.length > 0 && rest[0] == 0;
        ended = padded || (last && rest.length == 0);
        Optional<Rejection> behind = padded ? notEmpty() : Optional.empty();
        return Optional.of(new Block(name, start, bytes, length, key, behind));
    }

    /** Measures the frames at the beginning of a buffer; one that is not whole, and never will be, counts to its end. */
    private static int wholeFrames(byte[] bytes, boolean last, boolean one) {
        int length = 0;
        while (length < bytes.length && bytes[length] != 0 && !(one && length > 0)) {
            int available = bytes.length - length;
            int frame = available < Block.FRAME_HEAD
                    ? Integer.MAX_VALUE
                    : Block.lengthAt(bytes, length, bytes.length).orElse(available);
            if (frame > available) {
                return last ? bytes.length : length;
            }
            length += frame;
        }
        return length;
    }

    /** Nothing but zeros may follow the last frame. */
    private Optional<Rejection> notEmpty() throws IOException {
        long at = offset;
        byte[] zeros = rest;
        while (zeros.length > 0) {
            for (int i = 0; i < zeros.length; i++) {
                if (zeros[i] != 0) {
                    return Optional.of(new Rejection(
                            Outcome.TAMPERED,
                            Rejection.Place.of(name).at(offset),
                            "the space behind the last frame is not empty at byte " + (at + i)));
                }
            }
            at += zeros.length;
            zeros = in.readNBytes(BLOCK);
        }
        return Optional.empty();
    }

    /** Tells whether the frames end before the file does: a writer has it open, or had. */
    boolean isPadded() {
        return padded;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
