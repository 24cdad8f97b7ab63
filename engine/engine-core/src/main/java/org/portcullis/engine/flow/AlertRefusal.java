package org.portcullis.engine.flow;

/** Why something that people do about alerts and duties does not count; codes are forever. */
public enum AlertRefusal {
    UNKNOWN_ALERT("unknown-alert", "there is no such alert"),
    ACKNOWLEDGED("acknowledged", "the alert was acknowledged before"),
    ROLE_NOT_HELD(
            "role-not-held", "the person neither answers for a role that was told, nor holds it, nor covers for it"),
    NO_REASON("no-reason", "a note must be stated"),
    NOT_TOLD("not-told", "the person was not told of the alert"),
    NO_SUCH_REVISION("no-such-revision", "so much was not recorded of the alert yet"),
    NOBODY_TAKES("nobody-takes", "the person is not known, or nobody holds the role"),
    NOT_IN_TIME("not-in-time", "it must be possible to accept for some time, and within a day"),
    OFFERED_ALREADY("offered-already", "the duty is offered to somebody already"),
    UNKNOWN_HAND_OVER("unknown-hand-over", "nothing of this id waits to be accepted"),
    NOT_OFFERED_TO("not-offered-to", "the duty was offered to somebody else"),
    LATE("late", "the time to accept is over");

    private final String code;
    private final String sentence;

    AlertRefusal(String code, String sentence) {
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
