package org.portcullis.app.orders;

/**
 * A line that is not evaluated.
 *
 * @param line its number in the file, from 1
 * @param basket the basket that it belongs to, which is not evaluated either; empty where that cannot be told
 * @param message what is wrong
 * @param cure what to do about it
 */
public record BadLine(long line, String basket, String message, String cure) implements OrderLineRead {

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.bad(this);
    }

    /** The line as mistakes are told, in a file that the user calls {@code shown}. */
    public String told(String shown) {
        return shown + ":" + line + ": " + message + "; " + cure;
    }
}
