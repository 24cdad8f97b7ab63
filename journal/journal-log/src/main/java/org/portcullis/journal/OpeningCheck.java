package org.portcullis.journal;

import java.util.List;
import org.portcullis.engine.journal.JournalFailure;

/**
 * Knows what others have seen of a journal, and is asked each time the journal is opened for writing.
 *
 * <p>The journal's directory alone cannot show that it was put back to an earlier state; somebody elsewhere can.
 */
@FunctionalInterface
public interface OpeningCheck {

    /** Asks nobody. */
    OpeningCheck NOBODY = key -> List.of();

    /**
     * Gives the latest checkpoints of a journal that others hold, each a signed note whose first signature is the journal's.
     *
     * <p>It is asked under the journal's lock, before anything is read or written; the journal then refuses to open with
     * {@code DAMAGED} when one of them is over more entries than it holds, over other entries, or not signed with its key.
     * Implementations MUST throw when fewer answered than their caller needs, and MUST NOT take silence for an empty answer.
     *
     * @throws JournalFailure with kind {@code DAMAGED} when the journal must not be opened
     */
    List<String> seen(VerifierKey key) throws JournalFailure;
}
