package org.portcullis.journal;

/**
 * Sets the sizes of a journal; they change speed and files, never what is evidence.
 *
 * @param segmentBytes the bytes after which a segment file is closed and the next one begun; at least 128 KiB
 * @param queuedAppends how many appends may wait for the disk before further callers block; at least 1
 * @param entriesPerPublication after how many entries the checkpoint and the tiles are published at the latest; at least 1
 */
public record JournalSizes(int segmentBytes, int queuedAppends, int entriesPerPublication) {

    /** Segments of 64 MiB, 1,024 waiting appends, publication every 2,048 entries. */
    public static final JournalSizes DEFAULT = new JournalSizes(64 << 20, 1_024, 2_048);

    /** The smallest segment: two entries of the largest size fit. */
    public static final int MIN_SEGMENT_BYTES = 128 << 10;

    /** Refuses sizes below the minimum with an {@link IllegalArgumentException}. */
    public JournalSizes {
        if (segmentBytes < MIN_SEGMENT_BYTES) {
            throw new IllegalArgumentException(
                    "segment of " + segmentBytes + " bytes is below the least of " + MIN_SEGMENT_BYTES + " bytes");
        }
        if (queuedAppends < 1 || entriesPerPublication < 1) {
            throw new IllegalArgumentException(
                    "a queue and a publication hold at least 1, not " + Math.min(queuedAppends, entriesPerPublication));
        }
    }
}
