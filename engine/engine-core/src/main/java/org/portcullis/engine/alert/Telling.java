package org.portcullis.engine.alert;

import java.util.List;
import org.portcullis.model.control.Role;

/**
 * That a role was to be told of an alert.
 *
 * @param revision what of the alert is to be told: everything up to here
 * @param step the step from 0, or -1 where no step of the alert told
 * @param people who answers for the role at that time, sorted; none where nobody does
 * @param message what they are told
 */
public record Telling(int revision, int step, Role role, List<String> people, String message) {
    public Telling {
        people = List.copyOf(people);
    }
}
