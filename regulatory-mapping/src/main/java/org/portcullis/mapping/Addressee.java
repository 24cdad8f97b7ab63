package org.portcullis.mapping;

import java.util.Locale;

/** Names the party that a provision binds. */
public enum Addressee {
    /** A firm that sends orders. */
    FIRM,
    /** A trading venue. */
    VENUE,
    /** A natural person. */
    INDIVIDUAL;

    /** Gives the word used in catalogue files and sheets, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
