package org.portcullis.journal;

import java.time.Duration;

/**
 * Sets the limits of a journal; they change speed and files, never what is evidence.
 *
 * @param segmentBytes the bytes after which a segment file is closed and the next one begun; at least 128 KiB
 * @param queuedAppends how many appends may wait for the disk before further callers block; at least 1
 * @param entriesPerPublication after how many entries the checkpoint and the tiles are published at the latest; at least 1
 * @param publishedWithin after how long, since an entry was durable, they are published at the latest, however few entries
 *     there are; longer than nothing, at most a day
 */
public record JournalLimits(int segmentBytes, int queuedAppends, int entriesPerPublication, Duration publishedWithin) {

    /** The smallest segment: two entries of the largest size fit. */
    public static final int MIN_SEGMENT_BYTES = 128 << 10;

    /** The longest that a durable entry may stay unpublished. */
    public static final Duration MAX_UNPUBLISHED = Duration.ofDays(1);

    /** Segments of 64 MiB, 1,024 waiting appends, publication every 2,048 entries and after a second. */
    public static final JournalLimits DEFAULT = new JournalLimits(64 << 20, 1_024, 2_048, Duration.ofSeconds(1));

    /** Refuses limits outside of theirs with an {@link IllegalArgumentException}. */
    public JournalLimits {
        if (segmentBytes < MIN_SEGMENT_BYTES) {
            throw new IllegalArgumentException(
                    "segment of " + segmentBytes + " bytes is below the least of " + MIN_SEGMENT_BYTES + " bytes");
        }
        if (queuedAppends < 1 || entriesPerPublication < 1) {
            throw new IllegalArgumentException(
                    "a queue and a publication hold at least 1, not " + Math.min(queuedAppends, entriesPerPublication));
        }
        if (publishedWithin.isNegative()
                || publishedWithin.isZero()
                || publishedWithin.compareTo(MAX_UNPUBLISHED) > 0) {
            throw new IllegalArgumentException("an entry is published within more than nothing and at most "
                    + MAX_UNPUBLISHED + ", not " + publishedWithin);
        }
    }
}
