package org.portcullis.app.wiring;

/** Hears how far long work has come. */
@FunctionalInterface
public interface Steps {
    /** Hears what is done next, and how much of how much is behind it. */
    void step(String what, long done, long total);

    /** Hears nothing. */
    static Steps unheard() {
        return (what, done, total) -> {};
    }
}
