package org.portcullis.engine.attestation;

import java.util.Optional;

/** What somebody does with a statement, in the order in which it is done. */
public enum AttestationRole {
    /** The risk function drafts. */
    DRAFTS("drafts", "drafted", "attestation.prepared"),
    /** Internal audit audits what was drafted. */
    AUDITS("audits", "audited", "attestation.reviewed"),
    /** The senior manager approves what was drafted and audited. */
    APPROVES("approves", "approved", "attestation.signed");

    private final String word;
    private final String past;
    private final String type;

    AttestationRole(String word, String past, String type) {
        this.word = word;
        this.past = past;
        this.type = type;
    }

    /** The role as it is signed. */
    public String word() {
        return word;
    }

    /** What was done, once it is done. */
    public String past() {
        return past;
    }

    /** The type of the entry that records it. */
    public String type() {
        return type;
    }

    static Optional<AttestationRole> ofType(String type) {
        for (AttestationRole role : values()) {
            if (role.type.equals(type)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    static AttestationRole ofWord(String word) {
        for (AttestationRole role : values()) {
            if (role.word.equals(word)) {
                return role;
            }
        }
        throw new IllegalArgumentException("`" + word + "` is no role in an attestation");
    }
}
