package org.portcullis.languageserver.port;

import java.util.Optional;
import org.portcullis.model.citation.Citation;

/** Tells what a provision says. Implementations MUST be safe for several threads and MUST always give the same answers. */
public interface ProvisionText {

    /** What is known of the provision; empty if the catalogue does not have it. */
    Optional<Entry> find(Citation citation);

    /** What the corpus is, in a few words; empty if the catalogue does not have it. */
    Optional<String> corpus(String name);

    /** Knows no provision. */
    static ProvisionText none() {
        return new ProvisionText() {
            @Override
            public Optional<Entry> find(Citation citation) {
                return Optional.empty();
            }

            @Override
            public Optional<String> corpus(String name) {
                return Optional.empty();
            }
        };
    }

    /**
     * What a catalogue says of one provision.
     *
     * @param title where it stands, for example `Article 15`
     * @param paraphrase what it asks for, in the catalogue's own words and never a quotation
     * @param sureness how the paraphrase is known
     * @param inForce when it binds
     */
    record Entry(String title, String paraphrase, String sureness, String inForce) {}
}
