package org.portcullis.engine.token;

/** Why a gateway check turned a token away; codes are forever. */
public enum TokenRefusal {
    NO_TOKEN("no-token", "nothing goes to an algo without a release token"),
    MALFORMED("malformed", "what was presented is no release token"),
    BAD_SIGNATURE("bad-signature", "the token is altered or was not signed by this engine"),
    UNKNOWN("unknown", "the engine never issued this token"),
    OTHER_SUBMISSION("other-submission", "the token releases another basket than the one presented"),
    EXPIRED("expired", "the token's time is over"),
    SUPERSEDED("superseded", "the basket was submitted again after the token was issued"),
    USED("used", "the token was used before");

    private final String code;
    private final String sentence;

    TokenRefusal(String code, String sentence) {
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
