package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Holds consistency proofs and compact ranges against trees that are computed leaf by leaf. */
class ConsistencyProofTest {

    private static final int MOST = 40;

    @Test
    void everyTreeExtendsEverySmallerOne() {
        for (int to = 1; to <= MOST; to++) {
            for (int from = 1; from <= to; from++) {
                assertTrue(holds(from, to, proof(from, to)), from + " to " + to);
            }
        }
    }

    @Test
    void anotherHistoryIsNotExtended() {
        for (int to = 2; to <= MOST; to++) {
            for (int from = 1; from < to; from++) {
                byte[] other = root(0, from, 1);
                assertFalse(
                        ConsistencyProof.holds(
                                new ConsistencyProof.Growth(from, to), other, proof(from, to), root(0, to, 0)),
                        from + " to " + to);
            }
        }
    }

    @Test
    void aProofWithAHashMoreOrLessDoesNotHold() {
        for (int to = 2; to <= MOST; to++) {
            for (int from = 1; from < to; from++) {
                List<byte[]> proof = proof(from, to);
                List<byte[]> longer = new ArrayList<>(proof);
                longer.add(proof.get(0));
                assertFalse(holds(from, to, longer), from + " to " + to);
                assertFalse(holds(from, to, proof.subList(0, proof.size() - 1)), from + " to " + to);
            }
        }
    }

    @Test
    void nothingIsShownOfAnEmptyTree() {
        assertFalse(holds(0, 3, List.of()));
    }

    @Test
    void everyRangeLeadsToTheRootOfTheTree() {
        for (int size = 1; size <= MOST; size++) {
            for (int from = 0; from <= size; from++) {
                for (int to = from; to <= size; to++) {
                    assertEquals(
                            hex(root(0, size, 0)),
                            hex(throughRange(from, to, size)),
                            from + " to " + to + " of " + size);
                }
            }
        }
    }

    private static byte[] throughRange(int from, int to, int size) {
        CompactRange range = new CompactRange();
        List<byte[]> first = new ArrayList<>();
        int at = 0;
        for (int bit = Integer.highestOneBit(Math.max(from, 1)); bit > 0; bit >>= 1) {
            if ((from & bit) != 0) {
                first.add(root(at, at + bit, 0));
                at += bit;
            }
        }
        assertEquals(CompactRange.coveringFirst(from), first.size());
        range.addFirst(from, first);
        IntStream.range(from, to).forEach(leaf -> range.addLeaf(leaf(leaf, 0)));
        int rest = 0;
        while (range.position() < size) {
            int position = (int) range.position();
            int width = Integer.highestOneBit(size - position);
            while (position % width != 0) {
                width >>= 1;
            }
            range.addTowards(size, root(position, position + width, 0));
            rest++;
        }
        assertEquals(CompactRange.coveringRest(to, size), rest);
        return range.root();
    }

    private static boolean holds(int from, int to, List<byte[]> proof) {
        byte[] earlier = from == 0 ? Sha256.of(new byte[0]) : root(0, from, 0);
        return ConsistencyProof.holds(new ConsistencyProof.Growth(from, to), earlier, proof, root(0, to, 0));
    }

    /** As RFC 9162, section 2.1.4.1, defines it. */
    private static List<byte[]> proof(int from, int to) {
        return subproof(from, 0, to, true);
    }

    private static List<byte[]> subproof(int size, int start, int end, boolean whole) {
        List<byte[]> proof = new ArrayList<>();
        if (size == end - start) {
            if (!whole) {
                proof.add(root(start, end, 0));
            }
            return proof;
        }
        int split = Integer.highestOneBit(end - start - 1);
        if (size <= split) {
            proof.addAll(subproof(size, start, start + split, whole));
            proof.add(root(start + split, end, 0));
        } else {
            proof.addAll(subproof(size - split, start + split, end, false));
            proof.add(root(start, start + split, 0));
        }
        return proof;
    }

    private static byte[] root(int start, int end, int history) {
        Tree tree = new Tree();
        IntStream.range(start, end).forEach(leaf -> tree.add(leaf(leaf, history)));
        return tree.root();
    }

    private static byte[] leaf(int index, int history) {
        return Sha256.leaf((history + " " + index).getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
