package org.portcullis.model.control;

/** What a control does that may act before or after the release: in flight nothing can be blocked, only suspended or cancelled. */
public enum Action {
    BLOCK("block"),
    SUSPEND("suspend"),
    CANCEL("cancel");

    private final String word;

    Action(String word) {
        this.word = word;
    }

    /** The action as policies write it. */
    public String word() {
        return word;
    }
}
