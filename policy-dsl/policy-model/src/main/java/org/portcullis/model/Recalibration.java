package org.portcullis.model;

import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Period;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.value.Value;

/**
 * Changes one threshold of one control for some days, and reverts by itself.
 *
 * @param from the threshold as the control's sentence states it
 * @param to the threshold in the period
 * @param period has an end
 * @param because the reason
 * @param maxRenewals how often it may be renewed
 */
public record Recalibration(
        ControlId control, Value from, Value to, Period period, String because, Quorum approvedBy, int maxRenewals) {
    public Recalibration {
        if (period.until().isEmpty()) {
            throw new IllegalArgumentException("a temporary recalibration of `" + control + "` ends");
        }
        if (from.dimension() != to.dimension()) {
            throw new IllegalArgumentException("a recalibration of `" + control + "` keeps the threshold's unit");
        }
    }
}
