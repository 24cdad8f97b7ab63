package org.portcullis.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portcullis.model.json.Digest;

/**
 * Reads the tree of a journal from its published tiles: roots, inclusion paths, consistency proofs and compact ranges
 * (RFC 6962, sections 2.1.1 and 2.1.2) over any size up to the published one.
 *
 * <p>Keeps a bounded number of tiles in memory, so a proof in a large journal reads a few files and neighbouring proofs
 * read none. It takes the tiles as they are: compare {@link #root} with the signed checkpoint before a proof is used.
 * Mutable, for one thread.
 *
 * <pre>{@code
 * TileTree tree = TileTree.of(directory, 1_000);
 * List<byte[]> path = tree.inclusion(17);
 * }</pre>
 */
public final class TileTree {

    /** The bytes of one hash. */
    static final int HASH_BYTES = 32;

    private static final int WIDTH = 256;

    /** A tile has the hashes of this many levels of the tree. */
    private static final int LEVELS = 8;

    /** Tiles in memory, of 16 KiB each. */
    private static final int MAX_TILES = 64;

    private final PublishedFiles files;
    private final long size;
    private final MessageDigest sha256 = MerkleFrontier.sha256();
    private final Map<Place, byte[][]> tiles = new LinkedHashMap<>(MAX_TILES, 0.75f, true);

    private TileTree(PublishedFiles files, long size) {
        this.files = files;
        this.size = size;
    }

    /**
     * Names the tree over the first entries of a journal directory.
     *
     * @param size how many entries; the published checkpoint MUST cover them
     */
    public static TileTree of(Path directory, long size) {
        if (size < 0) {
            throw new IllegalArgumentException("size " + size + " of a tree is negative");
        }
        return new TileTree(new PublishedFiles(new Layout(directory)), size);
    }

    /** Gives the number of entries. */
    public long size() {
        return size;
    }

    /** Gives the root over all entries. */
    public Digest root() throws IOException {
        return size == 0 ? Digest.of(new byte[0]) : Digest.ofHash(range(0, size));
    }

    /** Gives the leaf hash of an entry. */
    public byte[] leaf(long index) throws IOException {
        requireWithin(index, 0, size - 1);
        return subtree(0, index);
    }

    /**
     * Gives the hash of a perfect subtree: of the {@code 2^level} leaves from {@code number * 2^level} on.
     *
     * @throws IllegalArgumentException when the tree does not hold all of them
     */
    public byte[] subtree(int level, long number) throws IOException {
        if (level < 0 || level > 62 || number < 0 || number >= size >> level) {
            throw new IllegalArgumentException(
                    "a tree of " + size + " entries has no subtree " + number + " of level " + level);
        }
        int row = level % LEVELS;
        long inTileLevel = number << row;
        byte[][] rows = tile(level / LEVELS, inTileLevel / WIDTH);
        int at = (int) (inTileLevel % WIDTH) >> row;
        return Arrays.copyOfRange(rows[row], at * HASH_BYTES, (at + 1) * HASH_BYTES);
    }

    /** Gives the hashes from a leaf to the root, the one beside the leaf first: RFC 6962, section 2.1.1. */
    public List<byte[]> inclusion(long index) throws IOException {
        requireWithin(index, 0, size - 1);
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + split(to - from);
            if (index < split) {
                path.add(range(split, to));
                to = split;
            } else {
                path.add(range(from, split));
                from = split;
            }
        }
        return reversed(path);
    }

    /**
     * Gives the proof that this tree goes on from an earlier one: RFC 6962, section 2.1.2; empty for the same size.
     *
     * @param earlierSize the number of entries of the earlier tree, at least 1 and at most {@link #size}
     */
    public List<byte[]> consistency(long earlierSize) throws IOException {
        requireWithin(earlierSize, 1, size);
        List<byte[]> proof = new ArrayList<>();
        long from = 0;
        long to = size;
        while (earlierSize != to) {
            long split = from + split(to - from);
            if (earlierSize <= split) {
                proof.add(range(split, to));
                to = split;
            } else {
                proof.add(range(from, split));
                from = split;
            }
        }
        if (from > 0) {
            proof.add(range(from, to));
        }
        return reversed(proof);
    }

    /** Gives the roots of the perfect subtrees in front of an entry, largest first; none in front of the first. */
    public List<byte[]> left(long from) throws IOException {
        requireWithin(from, 0, size);
        return cover(0, from);
    }

    /** Gives the roots of the perfect subtrees from an entry to the end, in their order; none behind the last. */
    public List<byte[]> right(long to) throws IOException {
        requireWithin(to, 0, size);
        return cover(to, size);
    }

    /** Takes at each place the largest perfect subtree that begins there and ends in time. */
    private List<byte[]> cover(long from, long to) throws IOException {
        List<byte[]> roots = new ArrayList<>();
        long at = from;
        while (at < to) {
            int fits = 63 - Long.numberOfLeadingZeros(to - at);
            int level = at == 0 ? fits : Math.min(fits, Long.numberOfTrailingZeros(at));
            roots.add(subtree(level, at >> level));
            at += 1L << level;
        }
        return roots;
    }

    /** Gives the root over a range that is a subtree of some tree: it begins at a multiple of a power of two that holds it. */
    private byte[] range(long from, long to) throws IOException {
        List<byte[]> perfect = cover(from, to);
        byte[] hash = perfect.get(perfect.size() - 1);
        for (int i = perfect.size() - 2; i >= 0; i--) {
            hash = MerkleFrontier.node(sha256, perfect.get(i), hash);
        }
        return hash;
    }

    private byte[][] tile(int level, long number) throws IOException {
        Place place = new Place(level, number);
        byte[][] known = tiles.get(place);
        if (known != null) {
            return known;
        }
        int width = (int) Math.min(WIDTH, (size >> (LEVELS * level)) - number * WIDTH);
        byte[][] rows = rows(Arrays.copyOf(files.tile(level, number, width), width * HASH_BYTES));
        if (tiles.size() == MAX_TILES) {
            tiles.remove(tiles.keySet().iterator().next());
        }
        tiles.put(place, rows);
        return rows;
    }

    /** Gives the hashes of a tile and of the seven levels above them, as far as pairs go. */
    private byte[][] rows(byte[] hashes) {
        byte[][] rows = new byte[LEVELS][];
        rows[0] = hashes;
        for (int row = 1; row < LEVELS; row++) {
            byte[] below = rows[row - 1];
            byte[] above = new byte[below.length / (2 * HASH_BYTES) * HASH_BYTES];
            for (int at = 0; at < above.length; at += HASH_BYTES) {
                sha256.update((byte) 1);
                sha256.update(below, 2 * at, 2 * HASH_BYTES);
                System.arraycopy(sha256.digest(), 0, above, at, HASH_BYTES);
            }
            rows[row] = above;
        }
        return rows;
    }

    /** Gives the largest power of two below a length. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    private static List<byte[]> reversed(List<byte[]> hashes) {
        List<byte[]> reversed = new ArrayList<>(hashes.size());
        for (int i = hashes.size() - 1; i >= 0; i--) {
            reversed.add(hashes.get(i));
        }
        return reversed;
    }

    private static void requireWithin(long place, long least, long most) {
        if (place < least || place > most) {
            throw new IllegalArgumentException(
                    "place " + place + " in the tree is not between " + least + " and " + most);
        }
    }

    private record Place(int level, long number) {}
}
