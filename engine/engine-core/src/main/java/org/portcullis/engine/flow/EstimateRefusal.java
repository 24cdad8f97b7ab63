package org.portcullis.engine.flow;

/** Why an approver's estimate does not count; codes are forever. */
public enum EstimateRefusal {
    UNKNOWN_HOLD("unknown-hold", "there is no such hold"),
    NOT_ASKED("not-asked", "the hold asks nobody for an estimate"),
    HOLD_ENDED("hold-ended", "the hold is over"),
    NOT_ELIGIBLE("not-eligible", "the person does not approve this"),
    ESTIMATED_ALREADY("estimated-already", "the person has estimated and seen the amount"),
    UNREADABLE("unreadable-estimate", "an estimate is an amount above zero in the unit that is asked for");

    private final String code;
    private final String sentence;

    EstimateRefusal(String code, String sentence) {
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
