package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Seating;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.model.json.Digest;

/** What entries say of one submission; mutable, changed by the fold alone, owned by the engine's one thread. */
final class SubmissionState {
    final SubmissionEntry.Received received;
    final String policy;
    final TreeMap<Warning.Key, Warning> warnings = new TreeMap<>();
    final TreeMap<Integer, BlockedLine> blocked = new TreeMap<>();
    Phase phase = Phase.RECEIVED;
    Optional<Decided> decided = Optional.empty();
    Optional<WarningEntry.Shown> shown = Optional.empty();
    Optional<HoldProgress> hold = Optional.empty();
    String token = "";
    int outstanding;

    /** The decision without what belongs to it, the digest of its entry, and when it was made. */
    record Decided(DecisionEntry.Made made, Digest digest, Instant at) {}

    SubmissionState(SubmissionEntry.Received received, String policy) {
        this.received = received;
        this.policy = policy;
    }

    String id() {
        return received.submission();
    }

    /** The decision; only asked of phases that have one. */
    Decided decision() {
        return decided.orElseThrow(() -> new IllegalStateException("submission `" + id() + "` has no decision"));
    }

    void block(BlockedLine line) {
        blocked.merge(line.line(), line, BlockedLine::with);
    }

    void raise(Warning warning) {
        if (warnings.put(warning.key(), warning) == null) {
            outstanding++;
        }
    }

    void acknowledge(Warning warning, String person) {
        warnings.put(warning.key(), warning.acknowledged(person));
        outstanding--;
    }

    /**
     * The seats taken when a release is due: all warnings acknowledged, all quorums met by people who still may.
     *
     * <p>INVARIANT: what the decision awaits is counted against what the entries brought, so that a batch that was cut off by a crash never releases
     * (RestoreTest.cutOffBatchNeverReleases).
     *
     * @param cleared how many more warnings are about to be acknowledged
     * @param progress the hold with the vote that is about to count
     */
    Optional<Seating> releaseSeating(int cleared, Optional<HoldProgress> progress, Context context) {
        DecisionEntry.Made.Awaits awaits = decision().made().awaits();
        boolean whole = warnings.size() == awaits.warnings()
                && progress.map(each -> each.hold().quorums().size()).orElse(0) == awaits.quorums();
        if (phase != Phase.WAITING || !whole || outstanding != cleared) {
            return Optional.empty();
        }
        if (progress.isEmpty()) {
            return Optional.of(new Seating(List.of(), 0));
        }
        Seating seating = progress.get().seating(context.directory(), context.state());
        return progress.get().isOpenAt(context.at()) && seating.isComplete() ? Optional.of(seating) : Optional.empty();
    }

    SubmissionView view() {
        Decided made = decision();
        return new SubmissionView(
                id(),
                received.basket(),
                received.requester(),
                policy,
                phase,
                made.at(),
                received.submissionDigest(),
                made.digest(),
                made.made().releasable(),
                shown,
                warnings.values().stream().sorted(Warning.LARGEST_FIRST).toList(),
                hold);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SubmissionState state
                && state.received.equals(received)
                && state.policy.equals(policy)
                && state.warnings.equals(warnings)
                && state.blocked.equals(blocked)
                && state.phase == phase
                && state.decided.equals(decided)
                && state.shown.equals(shown)
                && state.hold.equals(hold)
                && state.token.equals(token)
                && state.outstanding == outstanding;
    }

    @Override
    public int hashCode() {
        return Objects.hash(received, policy, phase);
    }
}
