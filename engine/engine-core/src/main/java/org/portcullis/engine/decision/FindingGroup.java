package org.portcullis.engine.decision;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.value.Value;

/**
 * All findings of one control with one effect and reason, as one thing to decide on.
 *
 * @param count how many orders or baskets
 * @param total the money at stake, as far as known
 * @param unpriced how many of the findings have no known notional
 * @param worst the largest ones first, at most {@link #MAX_WORST}
 * @param headline one sentence for people: what happens to how much money and why
 */
public record FindingGroup(
        Optional<ControlId> control,
        Effect effect,
        InFlightEffect inFlight,
        ReasonCode reason,
        int count,
        Value.Money total,
        int unpriced,
        List<Finding> worst,
        String headline) {

    /** The largest number of findings shown with a group. */
    public static final int MAX_WORST = 5;

    public FindingGroup {
        worst = List.copyOf(worst);
        if (worst.size() > MAX_WORST) {
            throw new IllegalArgumentException("a group shows at most " + MAX_WORST + " findings, not " + worst.size());
        }
    }
}
