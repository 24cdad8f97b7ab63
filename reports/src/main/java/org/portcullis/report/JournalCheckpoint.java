package org.portcullis.report;

import org.portcullis.model.json.Digest;

/**
 * Is what the journal's writer signed about its state: the workbook is evidence of exactly these entries.
 *
 * @param origin the name of the journal
 * @param size how many entries the signature covers
 * @param root the RFC 6962 root of the tree over them
 * @param keyFingerprint names the key that signed, in the spelling that verifiers print
 * @param assurance how well its entries are assured, and since when, in words
 */
public record JournalCheckpoint(String origin, long size, Digest root, String keyFingerprint, String assurance) {

    /** Refuses a negative size with an {@link IllegalArgumentException}. */
    public JournalCheckpoint {
        if (size < 0) {
            throw new IllegalArgumentException("a journal cannot have " + size + " entries");
        }
    }
}
