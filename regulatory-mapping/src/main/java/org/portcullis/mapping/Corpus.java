package org.portcullis.mapping;

import org.portcullis.model.citation.Citation;

/**
 * Describes one rule book of the catalogue.
 *
 * @param name the name that policies cite, for example {@code FCA-MAR}
 * @param body who makes or keeps the rules
 * @param title what the rule book is
 * @param jurisdiction where it binds
 * @param verification how its entries were checked against the text, and what is left to check
 * @param file the catalogue file that holds it
 */
public record Corpus(String name, String body, String title, String jurisdiction, String verification, String file) {

    /** Refuses a malformed name and blank text. */
    public Corpus {
        if (!Citation.isCorpus(name)) {
            throw new IllegalArgumentException("not the name of a corpus: `" + name + "`");
        }
        if (body.isBlank() || title.isBlank() || jurisdiction.isBlank() || verification.isBlank() || file.isBlank()) {
            throw new IllegalArgumentException("corpus `" + name + "` has blank text");
        }
    }
}
