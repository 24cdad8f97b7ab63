package org.portcullis.app.testing;

/**
 * Tells when files may have changed.
 *
 * <p>Implementations MAY tell of changes that are none, and MUST tell of each change that was made after they began.
 */
public interface ChangeSource extends AutoCloseable {

    /** Waits for the next change; false when there is nothing more to wait for. */
    boolean awaitChange();

    @Override
    void close();
}
