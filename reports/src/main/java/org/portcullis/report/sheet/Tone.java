package org.portcullis.report.sheet;

/** Says how a verdict is meant, so that it can be told apart by its symbol and border as well as by its fill. */
public enum Tone {
    /** As it should be: evidenced, released, valid. */
    GOOD,
    /** Wants a look: partial, held, warned. */
    ATTENTION,
    /** Stopped or not as it should be: blocked, refused, not evidenced. */
    STOP,
    /** Is missing: nothing is there where something could be. */
    GAP,
    /** Says nothing either way: not applicable, not checked. */
    NEUTRAL
}
