package org.portcullis.mapping;

/** Grades how a statement of the catalogue is known; every print of a statement MUST carry its grade. */
public enum Sureness {
    /** Read from the regulator, venue or legislator itself, or a mirror of its text. */
    PRIMARY("P", "read from the regulator, venue or legislator itself, or a mirror of its text"),
    /** Read from a secondary source that names the primary one. */
    SECONDARY("S", "read from a secondary source that names the primary one"),
    /** Inferred from primary or secondary statements; not itself a published fact. */
    DERIVED("D", "inferred from primary or secondary statements, not itself published"),
    /** General knowledge that nobody has confirmed against the text. */
    GENERAL("K", "general knowledge, not confirmed against the text");

    private final String mark;
    private final String meaning;

    Sureness(String mark, String meaning) {
        this.mark = mark;
        this.meaning = meaning;
    }

    /** Gives the one-letter mark used in catalogue files and sheets. */
    public String mark() {
        return mark;
    }

    /** Says in one sentence without a full stop what the mark means. */
    public String meaning() {
        return meaning;
    }
}
