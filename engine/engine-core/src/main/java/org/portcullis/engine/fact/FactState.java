package org.portcullis.engine.fact;

/** Whether a fact is known, and if not, why; every state but {@link #KNOWN} evaluates as unknown. */
public enum FactState {
    KNOWN("known"),
    NOT_GIVEN("not given"),
    STALE("too old"),
    UNREADABLE("not a readable number"),
    NEGATIVE("negative where only a positive number makes sense"),
    UNKNOWN_CURRENCY("in a currency without a pinned rate"),
    UNKNOWN_INSTRUMENT("of an instrument that the snapshot does not know"),
    NO_SUCH_WORD("none of the words that it may be"),
    FROM_THE_FUTURE("dated after the decision"),
    OTHER_WINDOW("averaged over another number of trading days"),
    MIXED("different on different lines"),
    TOO_LARGE("too large to compute with"),
    DERIVED("computed from a fact that is not known");

    private final String phrase;

    FactState(String phrase) {
        this.phrase = phrase;
    }

    /** The state as explanations say it. */
    public String phrase() {
        return phrase;
    }
}
