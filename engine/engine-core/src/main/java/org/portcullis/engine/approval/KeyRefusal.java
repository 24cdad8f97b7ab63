package org.portcullis.engine.approval;

/** Why a key was not enrolled or not revoked; codes are forever. */
public enum KeyRefusal {
    MALFORMED("malformed", "the enrolment is not of the form that is signed"),
    NO_POSSESSION("no-possession", "the enrolment is not signed by the key that it enrols"),
    UNKNOWN_PERSON("unknown-person", "the directory does not know the person"),
    NO_SECOND_PERSON("no-second-person", "another person of the directory confirms an enrolment"),
    KEY_ID_TAKEN("key-id-taken", "the key's name is in use"),
    KEY_TAKEN("key-taken", "the key itself is in use"),
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
