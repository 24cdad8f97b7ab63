package org.portcullis.compiler.diagnostic;

/** Says whether a diagnostic stops compilation. */
public enum Severity {
    /** No policy pack comes out. */
    ERROR("error"),
    /** A policy pack comes out, and somebody should look. */
    WARNING("warning");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** The severity as it is printed. */
    public String word() {
        return word;
    }
}
