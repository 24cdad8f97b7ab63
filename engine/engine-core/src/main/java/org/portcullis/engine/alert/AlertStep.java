package org.portcullis.engine.alert;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.Role;

/**
 * What is done once an alert was not acknowledged for so long; frozen when the alert is raised.
 *
 * @param afterMicros microseconds since the alert; 0 means at once
 * @param tell the roles that are told
 * @param acts what is suspended or cancelled
 */
public record AlertStep(long afterMicros, List<Role> tell, List<EscalationStage.Act> acts) {
    public AlertStep {
        tell = List.copyOf(tell);
        acts = List.copyOf(acts);
        if (afterMicros < 0) {
            throw new IllegalArgumentException("a step comes " + afterMicros + " microseconds after its alert");
        }
    }

    /** A step that tells at once, and no more. */
    public static AlertStep telling(List<Role> roles) {
        return new AlertStep(0, roles, List.of());
    }

    /** The first instant at which the step of an alert is due. */
    public Instant due(Instant raised) {
        return raised.plus(afterMicros, ChronoUnit.MICROS);
    }
}
