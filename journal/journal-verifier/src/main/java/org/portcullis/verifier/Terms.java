package org.portcullis.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what the examiner brings along: what they trust and what they kept.
 *
 * @param keys the journals' keys that they trust; without any, a journal's own word is taken for its key
 * @param earlier checkpoints that were copied away before
 * @param policy which witnesses they trust, and how many are enough
 * @param authority whose timestamps they trust
 * @param oldest the moment before which the newest witnessed or timestamped state is stale
 */
record Terms(
        List<NoteKey> keys,
        List<SignedRoot> earlier,
        Optional<TlogPolicy> policy,
        Optional<TimeAuthority> authority,
        Optional<Instant> oldest) {

    static final Terms NONE = new Terms(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());

    Terms {
        keys = List.copyOf(keys);
        earlier = List.copyOf(earlier);
    }

    Terms trusting(NoteKey key) {
        return new Terms(with(keys, List.of(key)), earlier, policy, authority, oldest);
    }

    Terms extending(SignedRoot checkpoint) {
        return new Terms(keys, with(earlier, List.of(checkpoint)), policy, authority, oldest);
    }

    Terms under(TlogPolicy wanted) {
        return new Terms(with(keys, wanted.logs()), earlier, Optional.of(wanted), authority, oldest);
    }

    Terms timedBy(TimeAuthority trusted) {
        return new Terms(keys, earlier, policy, Optional.of(trusted), oldest);
    }

    Terms notBefore(Instant moment) {
        return new Terms(keys, earlier, policy, authority, Optional.of(moment));
    }

    /** Gives the terms for one shard of a series: its own earlier checkpoints, and no age but of the last. */
    Terms ofShard(String folder, boolean last) {
        List<SignedRoot> own = earlier.stream()
                .filter(root -> root.origin().endsWith("/" + folder))
                .toList();
        return new Terms(List.of(), own, policy, authority, last ? oldest : Optional.empty());
    }

    /** Tells whether the key was given and need not be taken from the journal. */
    boolean trustsAKey() {
        return !keys.isEmpty();
    }

    private static <T> List<T> with(List<T> some, List<T> more) {
        return new ArrayList<>(Stream.concat(some.stream(), more.stream()).toList());
    }
}
