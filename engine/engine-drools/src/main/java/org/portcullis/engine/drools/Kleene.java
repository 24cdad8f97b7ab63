package org.portcullis.engine.drools;

/** Names the three truth values as small numbers: `and` is the minimum, `or` the maximum. */
final class Kleene {
    static final int FALSE = 0;
    static final int UNKNOWN = 1;
    static final int TRUE = 2;

    private Kleene() {}

    static int of(boolean known) {
        return known ? TRUE : FALSE;
    }

    static int not(int truth) {
        return TRUE - truth;
    }
}
