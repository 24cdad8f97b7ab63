package org.portcullis.journal.anchor;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Says what is now kept about a checkpoint.
 *
 * @param size the number of entries that it is over
 * @param cosigned the time of each cosignature, by the witness's name in the policy
 * @param witnessed since when enough witnesses have cosigned; nothing when they have not, or none is needed
 * @param timestamped the time in the token, where there is one
 * @param failures what could not be obtained, one line each
 */
public record Anchored(
        long size,
        SortedMap<String, Instant> cosigned,
        Optional<Instant> witnessed,
        Optional<Instant> timestamped,
        List<String> failures) {

    /** Copies the collections. */
    public Anchored {
        cosigned = Collections.unmodifiableSortedMap(new TreeMap<>(cosigned));
        failures = List.copyOf(failures);
    }
}
