package org.portcullis.model.organisation;

/** Refuses ids and names that say nothing. */
final class Names {
    private Names() {}

    static void require(String what, String id, String name) {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException(
                    what + " has an id and a name that are not blank, not `" + id + "` and `" + name + "`");
        }
    }
}
