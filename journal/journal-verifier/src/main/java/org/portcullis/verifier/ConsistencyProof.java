package org.portcullis.verifier;

import java.util.Arrays;
import java.util.List;

/** Checks that a tree only grew, without its leaves: RFC 9162, section 2.1.4.2. */
final class ConsistencyProof {

    private ConsistencyProof() {}

    /** Names a tree by its size before and after: swapped, the two numbers would still be numbers. */
    record Growth(long from, long to) {}

    /**
     * Tells whether the hashes show that the leaves of the earlier root are the first leaves of the later one; false for malformed input, and for
     * an empty earlier tree, of which nothing can be shown.
     */
    static boolean holds(Growth growth, byte[] earlierRoot, List<byte[]> path, byte[] laterRoot) {
        boolean wellFormed = growth.from() > 0
                && growth.from() <= growth.to()
                && earlierRoot.length == Sha256.BYTES
                && path.stream().allMatch(step -> step.length == Sha256.BYTES);
        if (!wellFormed) {
            return false;
        }
        if (growth.from() == growth.to()) {
            return path.isEmpty() && Arrays.equals(earlierRoot, laterRoot);
        }
        boolean startsWithRoot = Long.bitCount(growth.from()) == 1;
        if (path.isEmpty() && !startsWithRoot) {
            return false;
        }
        byte[] first = startsWithRoot ? earlierRoot : path.get(0);
        List<byte[]> rest = startsWithRoot ? path : path.subList(1, path.size());
        return leads(growth, first, earlierRoot, rest, laterRoot);
    }

    private static boolean leads(Growth growth, byte[] first, byte[] earlierRoot, List<byte[]> path, byte[] laterRoot) {
        int shift = Long.numberOfTrailingZeros(growth.from());
        long fromLeft = (growth.from() - 1) >> shift;
        long last = (growth.to() - 1) >> shift;
        byte[] earlier = first;
        byte[] later = first;
        for (byte[] step : path) {
            if (last == 0) {
                return false;
            }
            boolean right = (fromLeft & 1) == 1 || fromLeft == last;
            if (right) {
                earlier = Sha256.node(step, earlier);
                later = Sha256.node(step, later);
                while ((fromLeft & 1) == 0 && fromLeft != 0) {
                    fromLeft >>= 1;
                    last >>= 1;
                }
            } else {
                later = Sha256.node(later, step);
            }
            fromLeft >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(earlier, earlierRoot) && Arrays.equals(later, laterRoot);
    }
}
