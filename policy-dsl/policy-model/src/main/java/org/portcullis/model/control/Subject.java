package org.portcullis.model.control;

/** What a control applies to. */
public enum Subject {
    ORDERS("orders"),
    BASKETS("baskets"),
    EXECUTIONS("executions"),
    MESSAGES("messages"),
    STRATEGIES("strategies");

    private final String word;

    Subject(String word) {
        this.word = word;
    }

    /** The subject as policies write it. */
    public String word() {
        return word;
    }
}
