package org.portcullis.mapping;

import java.util.Locale;

/** Sorts obligations by what the bound party has to do. */
public enum ObligationKind {
    /** Keep something from happening. */
    PREVENT(true),
    /** Keep something under a number. */
    LIMIT(true),
    /** Watch something while it happens. */
    MONITOR(true),
    /** Keep a record. */
    RECORD(true),
    /** Tell an authority or a venue. */
    NOTIFY(false),
    /** Organise, test, staff or document. */
    GOVERN(false),
    /** Have a named person or function state that something is so. */
    ATTEST(false);

    private final boolean shownByControls;

    ObligationKind(boolean shownByControls) {
        this.shownByControls = shownByControls;
    }

    /**
     * Tells whether running controls on order flow can by itself show that such an obligation was kept; the others need
     * documents and signatures that no journal of decisions holds.
     */
    public boolean shownByControls() {
        return shownByControls;
    }

    /** Gives the word used in catalogue files and sheets, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
