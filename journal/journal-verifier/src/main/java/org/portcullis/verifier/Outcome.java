package org.portcullis.verifier;

/** Says what an examination of a journal came to; the names are forever. */
public enum Outcome {
    /** Everything that was examined holds. */
    VALID,
    /** Something is not what was written or signed. */
    TAMPERED,
    /** Something that was written or signed is missing. */
    TRUNCATED,
    /** One key signed two histories. */
    FORKED,
    /** Something is not of the format at all, whoever signed it. */
    ILL_FORMED,
    /** It is signed, but not with the key that the examiner trusts. */
    UNTRUSTED_KEY,
    /** A vote, a release or the use of a release token is not covered by what people signed. */
    BAD_APPROVAL,
    /** The journal was not closed: what it holds is good as far as it goes, but its end is not published. */
    UNSEALED,
    /** Not enough of the witnesses that the examiner trusts vouch for all that is published. */
    UNWITNESSED,
    /** What witnesses and timestamps vouch for is older than the examiner allows. */
    STALE
}
