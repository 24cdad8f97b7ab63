package org.portcullis.engine.decision;

import org.portcullis.model.control.ControlId;

/**
 * How often one control of the stage was evaluated in one decision, passes included: "allowed" means that it was asked and satisfied.
 *
 * <p>Decisions list the controls that were evaluated at least once; a control of the stage that is not listed applied to nothing. Records from before that
 * list every control of the stage.
 */
public record ControlTally(ControlId control, int notApplicable, int satisfied, int breached, int unknown) {

    /** How often the control applied, or may have applied. */
    public int evaluated() {
        return satisfied + breached + unknown;
    }
}
