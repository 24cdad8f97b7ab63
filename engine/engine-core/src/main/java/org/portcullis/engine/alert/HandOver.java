package org.portcullis.engine.alert;

import java.time.Instant;
import java.util.Optional;
import org.portcullis.model.control.Role;

/**
 * That somebody offers to hand over a duty. Until somebody accepts, who offers answers for it.
 *
 * @param id the engine's id, for example `D-000001`
 * @param from who hands over
 * @param to the person who takes over; empty where a role does
 * @param toRole the role whose holders take over; empty where a person does
 * @param until the last instant at which it is accepted
 */
public record HandOver(
        String id, Duty duty, String from, String to, Optional<Role> toRole, String note, Instant until) {
    public HandOver {
        if (to.isEmpty() == toRole.isEmpty()) {
            throw new IllegalArgumentException("a duty is handed over to a person or to a role");
        }
    }

    /** Who takes over, for people. */
    public String taker() {
        return toRole.map(role -> "role \"" + role + "\"").orElse("`" + to + "`");
    }
}
