package org.portcullis.engine.flow;

/** Why something that was asked about an order may not be, or what was reported changes nothing; codes are forever. */
public enum WorkRefusal {
    NO_POLICY("no-policy", "no policy is in force, and nothing goes without one"),
    UNKNOWN_ORDER("unknown-order", "no order with this id was let through"),
    NOT_RELEASED("not-released", "the order waits for its release"),
    ALREADY_SENT("already-sent", "the order is with an algo already"),
    NOT_SENT("not-sent", "the order is not with an algo"),
    OVER("over", "the order is over"),
    DUPLICATE("duplicate", "it was reported before"),
    UNKNOWN_EXECUTION("unknown-execution", "no such execution stands"),
    MORE_THAN_PARENT("more-than-parent", "the child orders would have more out than is left of the order"),
    LESS_THAN_EXECUTED("less-than-executed", "more than that was executed already"),
    SUSPENDED("suspended", "the order is suspended"),
    CANCELLING("cancelling", "the order's cancellation was asked for"),
    BLOCKED("blocked", "a control blocks it"),
    NEEDS_RELEASE("needs-release", "people must acknowledge or approve it: submit the basket again");

    private final String code;
    private final String sentence;

    WorkRefusal(String code, String sentence) {
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
