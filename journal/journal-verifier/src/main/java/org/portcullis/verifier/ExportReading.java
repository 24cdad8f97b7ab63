package org.portcullis.verifier;

import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** Is what is known once the first line is read; mutable, for one export. */
final class ExportReading {

    final ExportHead head;
    final SignedRoot signed;
    final byte[] root;
    final EntryCheck entries;

    /** The lowest index that the next line may have. */
    long next;

    Optional<String> leafBefore = Optional.empty();
    Optional<Instant> timeBefore = Optional.empty();
    Optional<Instant> timeAfter = Optional.empty();
    Instant begunAt = Instant.MIN;
    Optional<Continued> continued = Optional.empty();
    long shown;
    long withheld;
    long context;
    String digest = "";

    ExportReading(ExportHead head, SignedRoot signed, EntryCheck entries) {
        this.head = head;
        this.signed = signed;
        this.root = Base64.getDecoder().decode(signed.rootBase64());
        this.entries = entries;
    }

    /**
     * Is the last entry of a shard that another one follows.
     *
     * @param key what it names as the key of that shard
     */
    record Continued(long index, Instant at, String key) {}
}
