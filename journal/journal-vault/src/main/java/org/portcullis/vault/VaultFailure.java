package org.portcullis.vault;

/** Says why a vault could not do what it was asked; nothing has been handed out that is not durable. */
public final class VaultFailure extends Exception {
    private static final long serialVersionUID = 1L;

    VaultFailure(String message) {
        super(message);
    }

    VaultFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
