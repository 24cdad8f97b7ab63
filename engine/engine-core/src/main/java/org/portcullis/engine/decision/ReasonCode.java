package org.portcullis.engine.decision;

/** Why a finding exists; codes are forever. */
public enum ReasonCode {
    /** The control's condition is true. */
    LIMIT_BREACHED("LIMIT-BREACHED"),
    /** A fact that the control reads is not known. */
    MISSING_DATA("MISSING-DATA"),
    /** No grant covers the submission. */
    NOT_GRANTED("NOT-GRANTED"),
    /** No control's scope covers the submission, or the policy is not in force. */
    NO_POLICY("NO-POLICY"),
    /** The evaluation failed. */
    EVALUATION_FAILED("EVALUATION-FAILED"),
    /** The control's condition is nearly true: an early warning is due. */
    EARLY_WARNING("EARLY-WARNING");

    private final String code;

    ReasonCode(String code) {
        this.code = code;
    }

    /** The code as decisions, journal and workbook carry it. */
    public String code() {
        return code;
    }
}
