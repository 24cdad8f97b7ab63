package org.portcullis.model.control;

/** What a control stops, holds or warns. */
public enum Target {
    ORDER("the order"),
    WHOLE_BASKET("the whole basket"),
    RELEASE("the release"),
    STRATEGY("the strategy"),
    TRADER("the trader"),
    DESK("the desk");

    private final String words;

    Target(String words) {
        this.words = words;
    }

    /** The target as policies write it. */
    public String words() {
        return words;
    }
}
