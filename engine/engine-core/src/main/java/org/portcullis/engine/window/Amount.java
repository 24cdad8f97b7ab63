package org.portcullis.engine.window;

/** Is what an occurrence counts in a window, if that is known. */
record Amount(long micros, boolean isKnown) {
    static final Amount NONE = new Amount(0, true);
    static final Amount UNKNOWN = new Amount(0, false);

    static Amount of(long micros) {
        return new Amount(micros, true);
    }
}
