package org.portcullis.journal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.portcullis.engine.journal.JournalFailure;

/** Reads published entries by their places and keeps the bundle that was read last. Safe for calls from several threads. */
final class Bundles {

    private static final int WIDTH = 256;

    private final PublishedFiles files;
    private long number = -1;
    private List<byte[]> entries = List.of();

    Bundles(PublishedFiles files) {
        this.files = files;
    }

    /** Gives the bytes of an entry of a published tree of this size. */
    synchronized byte[] entry(long index, long size) throws IOException, JournalFailure {
        int width = (int) Math.min(WIDTH, size - index / WIDTH * WIDTH);
        if (number != index / WIDTH || entries.size() < width) {
            entries = read(index / WIDTH, width);
            number = index / WIDTH;
        }
        return entries.get((int) (index % WIDTH)).clone();
    }

    private List<byte[]> read(long wanted, int width) throws IOException, JournalFailure {
        byte[] bytes = files.bundle(wanted, width);
        List<byte[]> read = new ArrayList<>(WIDTH);
        int at = 0;
        while (at + 2 <= bytes.length) {
            int length = Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1]);
            if (length > bytes.length - at - 2) {
                break;
            }
            read.add(Arrays.copyOfRange(bytes, at + 2, at + 2 + length));
            at += 2 + length;
        }
        if (at != bytes.length || read.size() < width) {
            throw new JournalFailure(
                    JournalFailure.Kind.DAMAGED,
                    "bundle " + wanted + " of entries is not whole: it has " + read.size() + " entries of " + width
                            + " and " + (bytes.length - at) + " bytes behind them");
        }
        return read;
    }
}
