package org.portcullis.model.organisation;

/**
 * A desk that enters orders.
 *
 * @param name the name that orders and policies carry, for example `Delta 1`
 * @param entity the id of the legal entity that it trades for
 * @param location the id of the location where it sits
 */
public record Desk(String id, String name, String entity, String location) {
    public Desk {
        Names.require("a desk", id, name);
    }
}
