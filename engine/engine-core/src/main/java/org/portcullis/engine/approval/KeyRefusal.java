package org.portcullis.engine.approval;

/** Why a key was not enrolled, not rotated or not revoked; codes are forever. */
public enum KeyRefusal {
    MALFORMED("malformed", "the request is not of the form that is signed"),
    NO_POSSESSION("no-possession", "the request is not signed by the key that it is to enrol"),
    UNKNOWN_PERSON("unknown-person", "the directory does not know the person"),
    NO_SECOND_PERSON("no-second-person", "another person of the directory confirms an enrolment"),
    NO_CONFIRMATION(
            "no-confirmation", "the second person must sign the confirmation, because another person has a key"),
    BAD_CONFIRMATION(
            "bad-confirmation",
            "the confirmation is not signed for this key by a key in force of the person who is named as the second"),
    KEY_ID_TAKEN("key-id-taken", "the key's name is in use"),
    KEY_TAKEN("key-taken", "the key itself is in use"),
    NOT_OWN_KEY("not-own-key", "the key to replace belongs to another person"),
    NOT_IN_FORCE("not-in-force", "the key to replace is revoked or retired"),
    REPLACED_ALREADY("replaced-already", "the key to replace was replaced before"),
    NO_CONSENT("no-consent", "the same rotation is not signed by the key that it replaces"),
    OTHER_OVERLAP("other-overlap", "the old key stays in force until now at the least and 30 days at the most"),
    UNKNOWN_KEY("unknown-key", "no such key is enrolled");

    private final String code;
    private final String sentence;

    KeyRefusal(String code, String sentence) {
        this.code = code;
        this.sentence = sentence;
    }

    /** The code as the journal carries it. */
    public String code() {
        return code;
    }

    /** The reason as people read it. */
    public String sentence() {
        return sentence;
    }
}
