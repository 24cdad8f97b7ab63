package org.portcullis.verifier;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Remembers very many digests, each with the same number of whole numbers beside it. Beyond some tens of thousands they are in a temporary file that is mapped
 * into memory, so that the length of a journal does not decide the heap that is needed. Mutable, for one thread.
 *
 * <p>The file is deleted as soon as it is mapped, where the system allows that. Where there is no room for it, the heap has to do.
 */
final class HashTable {

    private static final int HASH_LONGS = 4;
    private static final int FIRST_SLOTS = 1 << 10;

    /** So many slots are in one piece, which never comes near the two gigabytes of a buffer. */
    private static final int PIECE_SLOTS = 1 << 16;

    private final int slotBytes;
    private ByteBuffer[] pieces;
    private long slots = FIRST_SLOTS;
    private long size;

    /**
     * Makes an empty table.
     *
     * @param values how many whole numbers stand beside each digest
     */
    HashTable(int values) {
        this.slotBytes = (HASH_LONGS + values) * Long.BYTES;
        this.pieces = heap(slots);
    }

    /** Gives the place of a digest that is not there yet, with zeros beside it; -1 when it is there. */
    long add(Hash hash) {
        if (isNone(hash)) {
            throw new IllegalArgumentException("a digest of zeros marks an empty slot");
        }
        if ((size + 1) * 3 > slots * 2) {
            grow();
        }
        long slot = slot(hash);
        if (isTaken(slot)) {
            return -1;
        }
        put(slot, hash);
        size++;
        return slot;
    }

    /** Gives the place of a digest, good until the next one is added; -1 where it is not there. */
    long find(Hash hash) {
        long slot = isNone(hash) ? -1 : slot(hash);
        return slot >= 0 && isTaken(slot) ? slot : -1;
    }

    /** Gives a number beside a digest. */
    long value(long slot, int index) {
        return piece(slot).getLong(at(slot) + (HASH_LONGS + index) * Long.BYTES);
    }

    /** Sets a number beside a digest. */
    void set(long slot, int index, long value) {
        piece(slot).putLong(at(slot) + (HASH_LONGS + index) * Long.BYTES, value);
    }

    long size() {
        return size;
    }

    /** Tells whether most of it is outside the heap. */
    boolean isMapped() {
        return pieces[0].isDirect();
    }

    /** Gives the slot that has the digest, or the empty one where it belongs. */
    private long slot(Hash hash) {
        long slot = hash.first() & (slots - 1);
        while (isTaken(slot) && !has(slot, hash)) {
            slot = (slot + 1) & (slots - 1);
        }
        return slot;
    }

    private boolean isTaken(long slot) {
        ByteBuffer piece = piece(slot);
        int at = at(slot);
        return (piece.getLong(at)
                        | piece.getLong(at + Long.BYTES)
                        | piece.getLong(at + 2 * Long.BYTES)
                        | piece.getLong(at + 3 * Long.BYTES))
                != 0;
    }

    private boolean has(long slot, Hash hash) {
        ByteBuffer piece = piece(slot);
        int at = at(slot);
        return piece.getLong(at) == hash.first()
                && piece.getLong(at + Long.BYTES) == hash.second()
                && piece.getLong(at + 2 * Long.BYTES) == hash.third()
                && piece.getLong(at + 3 * Long.BYTES) == hash.fourth();
    }

    private void put(long slot, Hash hash) {
        piece(slot)
                .putLong(at(slot), hash.first())
                .putLong(at(slot) + Long.BYTES, hash.second())
                .putLong(at(slot) + 2 * Long.BYTES, hash.third())
                .putLong(at(slot) + 3 * Long.BYTES, hash.fourth());
    }

    private ByteBuffer piece(long slot) {
        return pieces[(int) (slot / PIECE_SLOTS)];
    }

    private int at(long slot) {
        return (int) (slot % PIECE_SLOTS) * slotBytes;
    }

    private static boolean isNone(Hash hash) {
        return (hash.first() | hash.second() | hash.third() | hash.fourth()) == 0;
    }

    private void grow() {
        ByteBuffer[] before = pieces;
        slots *= 2;
        pieces = slots > PIECE_SLOTS ? mapped(slots) : heap(slots);
        for (ByteBuffer piece : before) {
            for (int at = 0; at < piece.capacity(); at += slotBytes) {
                Hash hash = new Hash(
                        piece.getLong(at),
                        piece.getLong(at + Long.BYTES),
                        piece.getLong(at + 2 * Long.BYTES),
                        piece.getLong(at + 3 * Long.BYTES));
                if (!isNone(hash)) {
                    long slot = slot(hash);
                    piece(slot).put(at(slot), piece, at, slotBytes);
                }
            }
        }
    }

    private ByteBuffer[] heap(long count) {
        ByteBuffer[] made = new ByteBuffer[pieces(count)];
        for (int i = 0; i < made.length; i++) {
            made[i] = ByteBuffer.allocate((int) Math.min(count, PIECE_SLOTS) * slotBytes);
        }
        return made;
    }

    private static int pieces(long count) {
        return (int) Math.max(1, count / PIECE_SLOTS);
    }

    private ByteBuffer[] mapped(long count) {
        try {
            Path file = Files.createTempFile("portcullis-verifier", ".hashes");
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                ByteBuffer[] made = new ByteBuffer[pieces(count)];
                int pieceBytes = PIECE_SLOTS * slotBytes;
                for (int i = 0; i < made.length; i++) {
                    // Zeros are written first: a mapped file without room for them would end the process later.
                    ByteBuffer zeros = ByteBuffer.allocate(pieceBytes);
                    for (long at = (long) i * pieceBytes; zeros.hasRemaining(); ) {
                        at += channel.write(zeros, at);
                    }
                    made[i] = channel.map(FileChannel.MapMode.READ_WRITE, (long) i * pieceBytes, pieceBytes);
                }
                return made;
            } finally {
                discard(file);
            }
        } catch (IOException noRoom) {
            return heap(count);
        }
    }

    private static void discard(Path file) throws IOException {
        try {
            Files.delete(file);
        } catch (IOException inUse) {
            file.toFile().deleteOnExit();
        }
    }
}
