package org.portcullis.engine.evaluate;

/** Says that a control could not be evaluated; whoever catches it MUST block the submission. */
public final class EvaluationFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Names the control and keeps the cause for the log. */
    public EvaluationFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
