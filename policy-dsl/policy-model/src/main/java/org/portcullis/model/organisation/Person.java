package org.portcullis.model.organisation;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.model.control.Role;

/**
 * A person of the firm.
 *
 * @param id the id that orders, votes and the journal carry
 * @param desk the id of the desk; empty for people who are independent of every desk
 * @param location the id of the location
 * @param roles the roles held in person, without those that others delegate
 * @param valid when the person works here in these roles
 */
public record Person(
        String id, String name, Optional<String> desk, String location, SortedSet<Role> roles, Period valid) {
    public Person {
        Names.require("a person", id, name);
        roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
    }
}
