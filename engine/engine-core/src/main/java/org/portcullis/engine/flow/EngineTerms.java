package org.portcullis.engine.flow;

import java.time.Duration;

/**
 * The times that no policy states.
 *
 * @param tokenValid how long after its issue a release token is accepted
 * @param acknowledgeWithin how long after the decision warnings are acknowledged; then the submission is over
 */
public record EngineTerms(Duration tokenValid, Duration acknowledgeWithin) {

    /** One minute for a token, ten minutes for warnings. */
    public static final EngineTerms DEFAULT = new EngineTerms(Duration.ofMinutes(1), Duration.ofMinutes(10));

    /** Refuses times that are not positive or longer than a day with an {@link IllegalArgumentException}. */
    public EngineTerms {
        for (Duration time : new Duration[] {tokenValid, acknowledgeWithin}) {
            if (time.isNegative() || time.isZero() || time.compareTo(Duration.ofDays(1)) > 0) {
                throw new IllegalArgumentException("a time of " + time + " is not between 0 and 1 day");
            }
        }
    }
}
