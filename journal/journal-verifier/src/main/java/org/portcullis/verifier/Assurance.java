package org.portcullis.verifier;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Says how far the entries of a journal are assured, level by level: a level covers the entries below its number.
 *
 * @param signed below the last root that the journal signed: they were durable
 * @param published below the published checkpoint
 * @param witnessed below the largest state that enough witnesses vouch for
 * @param witnessedAt when that was so
 * @param timestamped below the largest state with a token that holds
 * @param timestampedAt the time in that token
 */
public record Assurance(
        long signed,
        long published,
        OptionalLong witnessed,
        Optional<Instant> witnessedAt,
        OptionalLong timestamped,
        Optional<Instant> timestampedAt) {

    /** Covers nothing. */
    static final Assurance NONE =
            new Assurance(0, 0, OptionalLong.empty(), Optional.empty(), OptionalLong.empty(), Optional.empty());
}
