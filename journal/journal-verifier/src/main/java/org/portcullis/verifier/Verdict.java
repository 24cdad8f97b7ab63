package org.portcullis.verifier;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Is the verdict on a journal directory.
 *
 * @param outcome what it came to
 * @param entry the index of the first entry concerned, where one can be named
 * @param file the file concerned, relative to the directory, where one can be named
 * @param offset the offset in that file in bytes, where one can be named
 * @param sentence the verdict in words
 * @param counts what was examined before the verdict fell
 * @param trustedKey whether the key was given by the examiner; if not, the verdict speaks of integrity and not of origin
 * @param assurance how far the entries are assured
 * @param notes what the reader of the verdict must also know
 */
public record Verdict(
        Outcome outcome,
        OptionalLong entry,
        Optional<String> file,
        OptionalLong offset,
        String sentence,
        Counts counts,
        boolean trustedKey,
        Assurance assurance,
        List<String> notes) {

    /** Copies the notes. */
    public Verdict {
        notes = List.copyOf(notes);
    }

    /** Tells whether everything that was examined holds. */
    public boolean isValid() {
        return outcome == Outcome.VALID;
    }

    /** Gives the verdict as one JSON document for machines. */
    public String json() {
        return VerdictText.json(this);
    }

    /** Gives the verdict as lines for a terminal. */
    public String text() {
        return VerdictText.lines(this);
    }
}
