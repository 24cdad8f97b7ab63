package org.portcullis.engine.flow;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/**
 * The times that no policy states.
 *
 * @param tokenValid how long after its issue a release token is accepted
 * @param acknowledgeWithin how long after the decision warnings are acknowledged; then the submission is over
 * @param petitionWithin how long people have to sign for what somebody asked, where the policy states no time
 * @param estimateFactor an approver's estimate that is off by more than this factor is recorded as far off
 */
public record EngineTerms(
        Duration tokenValid, Duration acknowledgeWithin, Duration petitionWithin, int estimateFactor) {

    /** One minute for a token, ten minutes for warnings, one hour for a petition, twice or half for an estimate. */
    public static final EngineTerms DEFAULT =
            new EngineTerms(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1), 2);

    /** Terms under which an estimate is far off at less than half or more than twice the amount. */
    public EngineTerms(Duration tokenValid, Duration acknowledgeWithin, Duration petitionWithin) {
        this(tokenValid, acknowledgeWithin, petitionWithin, 2);
    }

    /** Refuses times that are not positive or longer than a day, and factors outside 2 to 1000, with an {@link IllegalArgumentException}. */
    public EngineTerms {
        if (estimateFactor < 2 || estimateFactor > 1_000) {
            throw new IllegalArgumentException("a factor of " + estimateFactor + " is not between 2 and 1000");
        }
        for (Duration time : new Duration[] {tokenValid, acknowledgeWithin, petitionWithin}) {
            if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("a time of " + time + " is not between 0 and 1 day");
            }
        }
    }

    /** The time for a petition as terms of a hold state it. */
    Value.TimeSpan petitionSpan() {
        return new Value.TimeSpan(petitionWithin.dividedBy(ChronoUnit.MICROS.getDuration()), SpanUnit.MINUTES);
    }
}
