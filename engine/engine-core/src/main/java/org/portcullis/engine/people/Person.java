package org.portcullis.engine.people;

import java.util.SortedSet;
import java.util.TreeSet;
import org.portcullis.model.control.Role;

/**
 * A person who submits or approves.
 *
 * @param id the id that orders, votes and the journal carry
 * @param roles the roles held now
 * @param delegates ids of the people who act for this person
 */
public record Person(String id, String name, SortedSet<Role> roles, SortedSet<String> delegates) {
    public Person {
        roles = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(roles));
        delegates = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(delegates));
    }
}
