package org.portcullis.journal.anchor;

import java.io.IOException;

/**
 * Asks one timestamp authority (RFC 3161), which is somebody else.
 *
 * <p>Implementations hand on what the authority says; whoever asks checks it. They MUST end within a bounded time.
 */
@FunctionalInterface
public interface TimestampAuthority {

    /**
     * Gives the authority's answer to a query.
     *
     * @param query a TimeStampReq in DER
     * @return a TimeStampResp in DER, checked by nobody yet
     * @throws IOException when the authority does not answer
     */
    byte[] answer(byte[] query) throws IOException;
}
