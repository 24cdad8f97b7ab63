package org.portcullis.engine.flow;

/** Why something cannot be asked for; codes are forever. */
public enum PetitionRefusal {
    NO_POLICY("no-policy", "no policy is in force"),
    UNKNOWN_SUBMISSION("unknown-submission", "there is no such submission"),
    NOT_THE_SUBMITTER("not-the-submitter", "only its submitter asks for an exceptional release"),
    SUPERSEDED("superseded", "the basket was submitted again, or is over"),
    POLICY_CHANGED("policy-changed", "another policy is in force than the one that blocked; submit the basket again"),
    BASKET_BLOCKED("basket-blocked", "the basket as a whole is blocked, so that no line of it goes alone"),
    NOT_BLOCKED("not-blocked", "the control does not block this line, or the basket"),
    NOT_EXCEPTIONAL("not-exceptional", "something that blocks this states no exceptional release of it"),
    RELEASED_ALREADY("released-already", "this was released exceptionally once"),
    LATE("late", "the time to ask for an exceptional release is over"),
    NO_CIRCUMSTANCES("no-circumstances", "what is exceptional must be stated"),
    NEEDS_SIGNATURES("needs-signatures", "people sign before this policy is in force: propose it"),
    IN_FORCE("in-force", "this policy is in force"),
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
