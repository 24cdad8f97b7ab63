package org.portcullis.app.terminal;

/** Says in one line what is wrong with what the user asked for and how to put it right; ends the command with status 2. */
public final class UserMistake extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    /** Takes the line, without a full stop. */
    public UserMistake(String line) {
        super(line);
        this.line = line;
    }

    /** The line. */
    public String line() {
        return line;
    }
}
