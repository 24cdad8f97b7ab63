package org.portcullis.mapping.coverage;

import org.portcullis.model.citation.Citation;

/**
 * States that a provision and its parts do not apply to the entity or period asked about. Only a person says so.
 *
 * @param citation the provision
 * @param reason why it does not apply
 * @param author who says so
 */
public record Exclusion(Citation citation, String reason, String author) {

    /** Refuses an exclusion without a reason or an author. */
    public Exclusion {
        if (reason.isBlank() || author.isBlank()) {
            throw new IllegalArgumentException("excluding " + citation + " needs a reason and an author");
        }
    }
}
