package org.portcullis.engine.decision;

import java.util.Optional;
import org.portcullis.model.value.Value;

/**
 * What happens to one line: the join of its own findings and the basket's.
 *
 * @param notional in the policy's currency, if known
 * @param inFlight what is done to it where it is working
 */
public record LineDecision(
        int line,
        String orderId,
        String symbol,
        Optional<Value.Money> notional,
        Effect effect,
        InFlightEffect inFlight) {}
