package org.portcullis.model.control;

import java.util.List;
import java.util.stream.Collectors;

/** So many people who hold one of these roles: `1 of role "Desk Head" or role "Deputy Desk Head"`. */
public record Quorum(int needed, List<Role> roles) {
    public Quorum {
        roles = List.copyOf(roles);
        if (needed < 1) {
            throw new IllegalArgumentException("a quorum needs at least 1 person, not " + needed);
        }
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("a quorum names at least one role");
        }
    }

    /** The quorum as policies write it. */
    public String words() {
        return needed + " of "
                + roles.stream().map(role -> "role \"" + role.name() + "\"").collect(Collectors.joining(" or "));
    }
}
