package org.portcullis.verifier;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Is a run of whole frames of one segment. Cutting a segment into blocks trusts nothing but the lengths that the frames claim;
 * {@link #frames} then looks at each frame, on whichever thread.
 */
final class Block {

    static final int FRAME_HEAD = 9;
    static final int MAX_PAYLOAD = 60_000;

    private static final byte ENTRY = 1;
    private static final byte ROOT = 2;

    private final String file;
    private final long offset;
    private final byte[] bytes;
    private final int length;
    private final Optional<NoteKey> key;
    private final Optional<Rejection> behind;

    /**
     * Takes frames that stand at an offset of a file; the key is absent before the first entry, and what is wrong behind the
     * frames is present where something is.
     */
    Block(String file, long offset, byte[] bytes, int length, Optional<NoteKey> key, Optional<Rejection> behind) {
        this.file = file;
        this.offset = offset;
        this.bytes = bytes;
        this.length = length;
        this.key = key;
        this.behind = behind;
    }

    /** Gives the length of the frame that begins at an index of a buffer; nothing when its head is not whole or too large. */
    static Optional<Integer> lengthAt(byte[] buffer, int at, int end) {
        if (end - at < FRAME_HEAD) {
            return Optional.empty();
        }
        int payload = ByteBuffer.wrap(buffer).getInt(at + 1);
        return payload < 0 || payload > MAX_PAYLOAD ? Optional.empty() : Optional.of(FRAME_HEAD + payload);
    }

    /** Looks at each frame; what does not hold ends the list. */
    List<Frame> frames() {
        List<Frame> frames = new ArrayList<>();
        EntryScan scan = new EntryScan();
        int at = 0;
        boolean whole = true;
        while (at < length && whole) {
            Frame frame = frame(at, scan);
            frames.add(frame);
            at += lengthAt(bytes, at, length).orElse(length);
            whole = !(frame instanceof Frame.Broken);
        }
        if (whole) {
            behind.ifPresent(rejection -> frames.add(new Frame.Broken(offset + length, rejection)));
        }
        return frames;
    }

    /** Looks at the first frame alone. */
    Frame first() {
        return frame(0, new EntryScan());
    }

    private Frame frame(int at, EntryScan scan) {
        Rejection.Place place = Rejection.Place.of(file).at(offset + at);
        try {
            int payload = requireWhole(at, place);
            int from = at + FRAME_HEAD;
            return switch (bytes[at]) {
                case ENTRY -> {
                    Scanned scanned = Scanned.read(scan, bytes, from, from + payload, place);
                    Frame.Leaf leaf = new Frame.Leaf(Sha256.leaf(bytes, from, payload));
                    yield new Frame.Entry(offset + at, scanned, leaf, IssuedTokens.holdsAhead(scanned, place));
                }
                case ROOT -> root(at, from, payload, place);
                default ->
                    throw new Rejection(Outcome.ILL_FORMED, place, "a frame is of the unknown type " + bytes[at]);
            };
        } catch (Rejection rejection) {
            return new Frame.Broken(offset + at, rejection);
        }
    }

    /** Gives the length of the payload of a frame that is there and whose checksum holds. */
    private int requireWhole(int at, Rejection.Place place) throws Rejection {
        if (length - at < FRAME_HEAD) {
            throw new Rejection(Outcome.TRUNCATED, place, "the segment ends inside the head of a frame");
        }
        ByteBuffer head = ByteBuffer.wrap(bytes, at + 1, FRAME_HEAD - 1);
        int payload = head.getInt();
        int crc = head.getInt();
        if (payload < 0 || payload > MAX_PAYLOAD) {
            throw new Rejection(Outcome.TAMPERED, place, "a frame claims " + payload + " bytes");
        }
        if (payload > length - at - FRAME_HEAD) {
            throw new Rejection(
                    Outcome.TRUNCATED, place, "the segment ends inside a frame that claims " + payload + " bytes");
        }
        CRC32C computed = new CRC32C();
        computed.update(bytes, at, 5);
        computed.update(bytes, at + FRAME_HEAD, payload);
        if ((int) computed.getValue() != crc) {
            throw new Rejection(Outcome.TAMPERED, place, "the checksum of a frame does not hold");
        }
        return payload;
    }

    private Frame root(int at, int from, int payload, Rejection.Place place) throws Rejection {
        byte[] note = new byte[payload];
        System.arraycopy(bytes, from, note, 0, payload);
        SignedRoot root = SignedRoot.read(note, place);
        return new Frame.Root(offset + at, root, key.map(root::isSignedBy));
    }
}
