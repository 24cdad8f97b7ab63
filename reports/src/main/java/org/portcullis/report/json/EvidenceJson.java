package org.portcullis.report.json;

import java.io.IOException;
import java.io.OutputStream;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;

/**
 * Writes evidence as one JSON document: what was asked for, and every cell of every sheet, exactly.
 *
 * <p>It is written row by row, so the size of the journal does not decide the memory that is needed. Equal evidence gives equal bytes: members stand
 * in the order in which they are described in the schema beside this class, without white space but for a line feed before each sheet, line and row.
 */
public final class EvidenceJson {

    /** What the member {@code format} says. */
    public static final String FORMAT = "portcullis-evidence";

    /** The version of the format; it grows when a member gets another meaning or goes. */
    public static final long VERSION = 1;

    private EvidenceJson() {}

    /**
     * Writes the document; the stream stays open.
     *
     * @throws JournalFailure when the evidence cannot be read; what was written until then is no document
     * @throws IOException when the stream cannot be written
     */
    public static void write(Evidence evidence, OutputStream out) throws IOException, JournalFailure {
        JsonStream stream = JsonStream.lines(out);
        new EvidenceWalk(stream, Place.NOWHERE).walk(evidence);
        stream.end();
    }
}
