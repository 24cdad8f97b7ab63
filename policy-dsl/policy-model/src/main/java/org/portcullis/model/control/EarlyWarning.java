package org.portcullis.model.control;

import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * `early warning at 70% of the limit to role "Risk Duty Manager"`: tells a role before the limit is reached.
 *
 * @param at the share of the limit, above 0% and below 100%
 */
public record EarlyWarning(Value.Ratio at, Role to) {
    public EarlyWarning {
        if (at.micros() <= 0 || at.micros() >= Exact.ONE) {
            throw new IllegalArgumentException("an early warning is given between none and all of the limit");
        }
    }
}
