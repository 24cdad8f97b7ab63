package org.portcullis.app.attest;

/** Says in one sentence why nothing was attested; nothing was written to the journal. */
public final class AttestationRefused extends Exception {
    private static final long serialVersionUID = 1L;

    /** Refuses. */
    public AttestationRefused(String sentence) {
        super(sentence);
    }
}
