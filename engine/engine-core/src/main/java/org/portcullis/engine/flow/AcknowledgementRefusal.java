package org.portcullis.engine.flow;

/** Why an acknowledgement does not count; codes are forever. */
public enum AcknowledgementRefusal {
    UNKNOWN_SUBMISSION("unknown-submission", "there is no such submission"),
    NOT_WAITING("not-waiting", "the submission waits for nothing"),
    LATE("late", "the time to acknowledge is over"),
    OTHER_TEXT("other-text", "the person was shown another text than the one about these warnings"),
    NOTHING_OUTSTANDING("nothing-outstanding", "no such warning waits"),
    ONE_BY_ONE("one-by-one", "these warnings are acknowledged one by one"),
    NOT_THE_SUBMITTER("not-the-submitter", "the submitter acknowledges these warnings"),
    ROLE_NOT_HELD("role-not-held", "the person does not hold the role that acknowledges these warnings"),
    REQUESTER("requester", "another person than the submitter acknowledges these warnings"),
    NOT_LARGEST_FIRST("not-largest-first", "a warning about a larger amount waits"),
    NO_REASON("no-reason", "a reason must be stated"),
    WRONG_AMOUNT("wrong-amount", "the amount that was typed is not the amount of the warning");

    private final String code;
    private final String sentence;

    AcknowledgementRefusal(String code, String sentence) {
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
