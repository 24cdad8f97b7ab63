package org.portcullis.app.terminal;

/** Ends a command with status 2 because a file that it needs has problems, all of which it tells. */
public final class RefusedFile extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problems problems;

    /** Takes the problems, at least one. */
    public RefusedFile(Problems problems) {
        super(problems.text());
        this.problems = problems;
    }

    /** What is wrong with the file. */
    public Problems problems() {
        return problems;
    }
}
