package org.portcullis.app.terminal;

/** The exit statuses of every command; stable, so that scripts may rely on them. */
public final class ExitStatus {
    /** Done, and all is well. */
    public static final int DONE = 0;

    /** Done, and the answer is no: a policy has errors, a policy test failed, evidence does not hold. */
    public static final int REFUSED = 1;

    /** Not done: wrong arguments, a missing or unreadable file, or a failure of our own. */
    public static final int NOT_RUN = 2;

    private ExitStatus() {}
}
