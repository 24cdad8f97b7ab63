package org.portcullis.model.json;

/** Is thrown when JSON that was expected to have a shape does not have it: a missing key or a value of another kind. */
public final class JsonMismatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JsonMismatch(String message) {
        super(message);
    }
}
