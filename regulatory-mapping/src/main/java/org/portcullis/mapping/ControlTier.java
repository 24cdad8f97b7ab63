package org.portcullis.mapping;

import java.util.Locale;

/** Says how a control of the library acts on what it finds. */
public enum ControlTier {
    /** Blocks, cancels or suspends. */
    HARD,
    /** Warns; somebody decides. */
    SOFT,
    /** Tells and stops nothing. */
    ALERT,
    /** Waits for several people. */
    QUORUM,
    /** Takes effect when a second person agrees. */
    DUAL_CONTROL,
    /** Falls due at a time. */
    TIMER,
    /** Is shown in a report. */
    REPORT;

    /** Gives the word used in catalogue files and sheets: lower case, words joined by dashes. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
