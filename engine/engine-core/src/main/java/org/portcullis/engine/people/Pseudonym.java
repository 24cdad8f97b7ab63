package org.portcullis.engine.people;

import java.util.regex.Pattern;

/**
 * Stands for a person in the journal: it is random and says nothing of who it is.
 *
 * @param value {@code p-} and 16 lower-case hexadecimal digits
 */
public record Pseudonym(String value) implements Comparable<Pseudonym> {

    /** What every pseudonym begins with. */
    public static final String PREFIX = "p-";

    /** What a pseudonym looks like, for texts that may have some in them. */
    public static final Pattern SPELLING = Pattern.compile("(?<![0-9A-Za-z-])p-[0-9a-f]{16}(?![0-9A-Za-z])");

    /** Refuses any other spelling with an {@link IllegalArgumentException}. */
    public Pseudonym {
        if (!isPseudonym(value)) {
            throw new IllegalArgumentException("`" + value + "` is not `p-` and 16 hexadecimal digits");
        }
    }

    /** Tells whether a text is a pseudonym and nothing else. */
    public static boolean isPseudonym(String text) {
        return SPELLING.matcher(text).matches();
    }

    @Override
    public int compareTo(Pseudonym other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
