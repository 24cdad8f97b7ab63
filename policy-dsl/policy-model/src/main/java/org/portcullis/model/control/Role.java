package org.portcullis.model.control;

/** Names a role that people hold, for example `Desk Head`; compared by equality of its characters. */
public record Role(String name) implements Comparable<Role> {
    public Role {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a role has a name that is not blank");
        }
    }

    @Override
    public int compareTo(Role other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
