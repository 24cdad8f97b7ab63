package org.portcullis.model.control;

/** Names a control or a scope, written `UPPER-WITH-DASHES`. */
public record ControlId(String text) implements Comparable<ControlId> {
    public ControlId {
        if (!isForm(text)) {
            throw new IllegalArgumentException("an id is written `UPPER-WITH-DASHES`, not `" + text + "`");
        }
    }

    /** A letter, then groups of letters and digits with a dash between; by hand, because entries name controls by the million. */
    private static boolean isForm(String text) {
        boolean right = !text.isEmpty() && isLetter(text.charAt(0)) && text.indexOf('-') > 0 && !text.endsWith("-");
        for (int i = 1; right && i < text.length(); i++) {
            char unit = text.charAt(i);
            right = isLetter(unit) || (unit >= '0' && unit <= '9') || (unit == '-' && text.charAt(i - 1) != '-');
        }
        return right;
    }

    private static boolean isLetter(char unit) {
        return unit >= 'A' && unit <= 'Z';
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
