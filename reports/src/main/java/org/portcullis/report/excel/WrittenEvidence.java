package org.portcullis.report.excel;

import java.io.IOException;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;
import org.portcullis.report.EvidenceRequest;

/** Is evidence that somebody hands over in some form, opened to be held against what its journal gives. */
public interface WrittenEvidence extends AutoCloseable {

    /** Reads what it says that it was asked for. */
    EvidenceRequest request() throws IOException, UnreadableWorkbook;

    /**
     * Compares every value with the evidence, up to the first difference.
     *
     * @throws JournalFailure when the evidence cannot be read
     */
    Comparison compare(Evidence evidence) throws IOException, UnreadableWorkbook, JournalFailure;

    /** Begins a comparison with evidence that is still to be derived; MUST be closed. */
    default EvidenceComparison comparison() {
        return EvidenceComparison.afterwards(this);
    }

    @Override
    void close() throws IOException;
}
