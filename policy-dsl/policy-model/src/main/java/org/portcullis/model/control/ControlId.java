package org.portcullis.model.control;

import java.util.regex.Pattern;

/** Names a control or a scope, written `UPPER-WITH-DASHES`. */
public record ControlId(String text) implements Comparable<ControlId> {
    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9]*(-[A-Z0-9]+)+");

    public ControlId {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("an id is written `UPPER-WITH-DASHES`, not `" + text + "`");
        }
    }

    @Override
    public int compareTo(ControlId other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
