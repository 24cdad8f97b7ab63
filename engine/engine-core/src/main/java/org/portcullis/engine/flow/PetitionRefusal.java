package org.portcullis.engine.flow;

/** Why something cannot be asked for; codes are forever. */
public enum PetitionRefusal {
    NO_POLICY("no-policy", "no policy is in force"),
    NOT_STOPPED("not-stopped", "nothing of this id is stopped"),
    NOT_RE_ENABLED("not-re-enabled", "the control does not say who re-enables, so nobody does"),
    ASKED_ALREADY("asked-already", "this waits for signatures already"),
    NO_REASON("no-reason", "a reason must be stated");

    private final String code;
    private final String sentence;

    PetitionRefusal(String code, String sentence) {
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
