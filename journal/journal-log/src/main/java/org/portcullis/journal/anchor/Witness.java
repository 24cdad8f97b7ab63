package org.portcullis.journal.anchor;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Asks one witness, who is somebody else.
 *
 * <p>Implementations hand on what the witness says; whoever asks checks it with the witness's key. They MUST end within a
 * bounded time.
 */
public interface Witness {

    /**
     * Asks for a cosignature.
     *
     * @param note the checkpoint as a signed note
     * @param oldSize the size that the witness is believed to have cosigned last, or 0
     * @param proof the consistency proof from there; empty from 0
     * @throws IOException when the witness does not answer
     */
    Answer cosign(String note, long oldSize, List<byte[]> proof) throws IOException;

    /**
     * Gives the latest note that the witness cosigned for a journal, or nothing when it says that there is none.
     *
     * @throws IOException when the witness does not answer
     */
    Optional<String> latest(String origin) throws IOException;

    /** Is what a witness answers to the request for a cosignature. */
    sealed interface Answer {

        /**
         * Says that it cosigned.
         *
         * @param lines signature lines
         */
        record Cosigned(String lines) implements Answer {}

        /**
         * Says that it cosigned another size, or another root, before.
         *
         * @param size the size that it has
         */
        record Conflict(long size) implements Answer {}

        /**
         * Says no.
         *
         * @param reason what it said, one line
         */
        record Refused(String reason) implements Answer {}
    }
}
