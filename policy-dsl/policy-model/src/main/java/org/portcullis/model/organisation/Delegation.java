package org.portcullis.model.organisation;

import org.portcullis.model.control.Role;

/**
 * One person acting in a role of another; it ends where the other no longer holds the role, and cannot be passed on.
 *
 * @param from the id of the person who holds the role
 * @param to the id of the person who acts
 */
public record Delegation(String from, String to, Role role, Period valid) {
    public Delegation {
        if (from.equals(to)) {
            throw new IllegalArgumentException("`" + from + "` cannot delegate to the same person");
        }
    }
}
