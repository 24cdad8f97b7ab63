package org.portcullis.engine.journal;

/**
 * Is thrown when a key could not sign: its device or agent is gone, refuses, does not answer in time, or gives a signature that does not hold.
 *
 * <p>Unchecked, because a {@link Signer} signs in many places that cannot cure it. What was to be signed MUST NOT take effect: a journal that cannot sign its
 * root stops, and a command that cannot sign its token has not happened.
 */
public final class SigningFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Makes a failure; the message is one sentence that names the key and what is wrong. */
    public SigningFailure(String message) {
        super(message);
    }

    /** Makes a failure with its cause. */
    public SigningFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
