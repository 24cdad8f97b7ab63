package org.portcullis.verifier;

import java.util.Arrays;

/** Is what a published file must hold as the entries make it: the whole of a tile or a bundle, or a run of a pack. Immutable. */
final class ExpectedBytes {

    private final String file;
    private final long offset;
    private final byte[] bytes;
    private final Part part;

    private ExpectedBytes(String file, long offset, byte[] bytes, Part part) {
        this.file = file;
        this.offset = offset;
        this.bytes = bytes;
        this.part = part;
    }

    /** Says of which entry some byte is, and what is wrong when it is another. */
    private record Fault(long entry, String sentence) {

        static Fault without(long entry, String content) {
            return new Fault(entry, "the published file does not hold " + content + " as the segments do");
        }
    }

    /** Gives the fault of a wrong byte. */
    @FunctionalInterface
    private interface Part {

        Fault at(int index);
    }

    /** Expects a tile: hashes of 32 bytes, of which the first has a number in its level. */
    static ExpectedBytes tile(String file, byte[] bytes, long firstHash, int level) {
        int last = bytes.length / Sha256.BYTES - 1;
        return new ExpectedBytes(file, 0, bytes, index -> {
            long entry = (firstHash + Math.min(index / Sha256.BYTES, last)) << (8 * level);
            return Fault.without(entry, "a hash over the entries from " + entry + " on");
        });
    }

    /** Expects a bundle: the entries from one on, each behind its length. */
    static ExpectedBytes bundle(String file, byte[] bytes, long firstEntry, int entries) {
        return new ExpectedBytes(file, 0, bytes, index -> {
            long entry = firstEntry + Math.min(endedBefore(bytes, index), entries - 1);
            return Fault.without(entry, "entry " + entry);
        });
    }

    /** Expects a run of bytes somewhere in a pack. */
    static ExpectedBytes inPack(String file, long offset, byte[] bytes, long entry) {
        Fault fault = new Fault(entry, "the pack does not hold the files that the entries make");
        return new ExpectedBytes(file, offset, bytes, index -> fault);
    }

    /** Gives the path of the file, relative to the journal. */
    String file() {
        return file;
    }

    /** Gives where in the file the bytes begin. */
    long offset() {
        return offset;
    }

    int length() {
        return bytes.length;
    }

    /** Gives the index of the first byte that is another one, is missing or is too much; -1 for none. */
    int mismatch(byte[] found) {
        return Arrays.mismatch(found, bytes);
    }

    /** Requires these bytes, no more and no fewer. */
    void require(byte[] found) throws Rejection {
        int wrong = mismatch(found);
        if (wrong >= 0) {
            Fault fault = part.at(wrong);
            throw new Rejection(
                    Outcome.TAMPERED,
                    Rejection.Place.of(file).at(offset + wrong).entry(fault.entry()),
                    fault.sentence());
        }
    }

    /** Counts the entries of a bundle that end at or before an index. */
    private static int endedBefore(byte[] bundle, int index) {
        int entries = 0;
        int end = 0;
        while (end < bundle.length) {
            end += Published.LENGTH_BYTES + (bundle[end] & 0xFF) * 256 + (bundle[end + 1] & 0xFF);
            if (end > index) {
                return entries;
            }
            entries++;
        }
        return entries;
    }
}
