package org.portcullis.model.organisation;

/** A company of the firm. */
public record LegalEntity(String id, String name) {
    public LegalEntity {
        Names.require("a legal entity", id, name);
    }
}
