package org.portcullis.mapping;

import java.util.List;

/**
 * Names a text that statements of the catalogue rest on.
 *
 * @param key the short name that provisions use, for example {@code R1}; never reused
 * @param title what the text is
 * @param tier whether the text is the rule-maker's own
 * @param addresses where it was found, possibly nowhere public
 */
public record Source(String key, String title, Tier tier, List<String> addresses) {

    /** Copies the addresses and refuses a blank key or title. */
    public Source {
        addresses = List.copyOf(addresses);
        if (key.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a source needs a key and a title: `" + key + "`, `" + title + "`");
        }
    }

    /** Tells the rule-maker's own texts from reports about them. */
    public enum Tier {
        /** The regulator, venue or legislator itself, or a mirror of its text. */
        PRIMARY,
        /** Another author who names the primary text. */
        SECONDARY
    }
}
