package org.portcullis.engine.evaluate;

/** What one control says of one order or basket. */
public enum Verdict {
    /** The applicability is false. */
    NOT_APPLICABLE,
    /** It applies and its condition is false; for a grant: it covers the submission. */
    SATISFIED,
    /** It applies, its condition is false, and it is so near to being true that an early warning is due. */
    EARLY,
    /** It applies and its condition is true; for a grant: it does not cover the submission. */
    BREACHED,
    /** It applies and its condition is unknown: the missing-data effect takes over. */
    CONDITION_UNKNOWN,
    /** Whether it applies is unknown: the missing-data effect takes over. */
    APPLICABILITY_UNKNOWN
}
