package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.json.Digest;

/**
 * A submission as the engine sees it, copied.
 *
 * @param id the engine's id of it
 * @param policy the fingerprint of the pack that decided
 * @param decisionDigest what approvals and the token are bound to
 * @param releasable the lines that go on once everything that is awaited is there
 * @param shown the text about the warnings, if there are any, and until when they are acknowledged
 * @param warnings largest money first, acknowledged ones included
 * @param hold what people sign for, and the votes so far
 */
public record SubmissionView(
        String id,
        String basket,
        String requester,
        String policy,
        Phase phase,
        Instant decidedAt,
        Digest submissionDigest,
        Digest decisionDigest,
        LineSet releasable,
        Optional<WarningEntry.Shown> shown,
        List<Warning> warnings,
        Optional<HoldProgress> hold) {
    public SubmissionView {
        warnings = List.copyOf(warnings);
    }

    /** The warnings that still wait, largest money first. */
    public List<Warning> outstanding() {
        return warnings.stream().filter(Warning::isOutstanding).toList();
    }
}
