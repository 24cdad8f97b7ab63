package org.portcullis.verifier;

/** Is thrown for arguments that cannot be followed; the message is the one line that the user sees. */
final class WrongUsage extends Exception {

    private static final long serialVersionUID = 1L;

    WrongUsage(String reason) {
        super(reason);
    }
}
