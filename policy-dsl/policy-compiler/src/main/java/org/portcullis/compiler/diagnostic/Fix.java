package org.portcullis.compiler.diagnostic;

/**
 * One edit that takes a mistake out of the text: what an editor offers beside a diagnostic, and what `--fix` does.
 *
 * @param title what the edit does, as an order without a full stop: `write `order.notional``
 * @param where the text that is replaced; empty if something is only put in
 * @param replacement what stands there afterwards; empty if something is only taken out
 */
public record Fix(String title, Span where, String replacement) {
    /** The longest replacement; what is longer is no obvious edit. */
    public static final int MAX_LENGTH = 200;

    public Fix {
        if (title.isBlank() || title.endsWith(".") || title.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("a title is one line without a full stop, not `" + title + "`");
        }
        if (replacement.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a fix writes at most " + MAX_LENGTH + " characters, not " + replacement.length());
        }
    }

    /** Writes something else in place of what was written. */
    public static Fix write(Span where, String replacement) {
        return new Fix("write " + UserText.quoted(replacement), where, replacement);
    }

    /** Puts something in before the character at the offset. */
    public static Fix insert(int offset, String text) {
        return new Fix("put in " + UserText.quoted(text.strip()), Span.at(offset), text);
    }

    /** Takes something out. */
    public static Fix delete(Span where, String what) {
        return new Fix("take out " + what, where, "");
    }
}
