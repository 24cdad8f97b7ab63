package org.portcullis.engine.people;

import java.util.regex.Pattern;
import org.portcullis.model.json.Digest;

/**
 * Stands in the journal for what a person wrote: a commitment that shows nothing of the text without its opening.
 *
 * @param commitment the digest of salt, type and text
 */
public record CommittedText(Digest commitment) {
    /** What every committed text begins with. */
    public static final String PREFIX = "committed:";

    /** What a committed text looks like, for texts that may have some in them. */
    public static final Pattern SPELLING =
            Pattern.compile("(?<![0-9A-Za-z-])committed:sha256:[0-9a-f]{64}(?![0-9A-Za-z])");

    /** Reads it; refuses any other spelling with an {@link IllegalArgumentException}. */
    public static CommittedText of(String text) {
        if (!isCommitted(text)) {
            throw new IllegalArgumentException("`" + text + "` is not `committed:sha256:` and 64 hexadecimal digits");
        }
        return new CommittedText(new Digest(text.substring(PREFIX.length())));
    }

    /** Tells whether a text is a committed text and nothing else. */
    public static boolean isCommitted(String text) {
        return SPELLING.matcher(text).matches();
    }

    /** The spelling in entries and in what people sign. */
    public String text() {
        return PREFIX + commitment.value();
    }

    @Override
    public String toString() {
        return text();
    }
}
