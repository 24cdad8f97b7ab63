package org.portcullis.engine.alert;

import java.util.Comparator;
import org.portcullis.model.control.Role;

/**
 * Answering for the alerts that tell a role.
 *
 * @param desk only for alerts about orders of this desk; empty means of all desks
 */
public record Duty(Role role, String desk) implements Comparable<Duty> {
    private static final Comparator<Duty> SORTED =
            Comparator.comparing(Duty::role).thenComparing(Duty::desk);

    /** Whether it is about an alert of the desk, which may be empty. */
    public boolean covers(Role told, String alertDesk) {
        return role.equals(told) && (desk.isEmpty() || desk.equals(alertDesk));
    }

    /** `role "EE Desk" for desk "Delta 1"`. */
    public String words() {
        return "role \"" + role + "\"" + (desk.isEmpty() ? "" : " for desk \"" + desk + "\"");
    }

    @Override
    public int compareTo(Duty other) {
        return SORTED.compare(this, other);
    }
}
