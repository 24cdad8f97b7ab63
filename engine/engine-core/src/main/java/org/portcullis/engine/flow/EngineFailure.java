package org.portcullis.engine.flow;

/** Is thrown when a command could not be recorded: nothing of it has taken effect, and nothing may go to an algo because of it. */
public final class EngineFailure extends Exception {
    private static final long serialVersionUID = 1L;

    /** Says what the caller can do about it. */
    public enum Category {
        /** The evidence cannot be written or read; the engine refuses everything until it is opened again from the journal. */
        STOP,
        /** The journal refused this one command and goes on; the command as it is will be refused again. */
        FIX_AND_RETRY
    }

    private final Category category;

    EngineFailure(Category category, String message, Throwable cause) {
        super(message, cause);
        this.category = category;
    }

    EngineFailure(Category category, String message) {
        super(message);
        this.category = category;
    }

    /** What the caller can do about it. */
    public Category category() {
        return category;
    }
}
