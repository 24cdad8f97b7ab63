package org.portcullis.report.excel;

import java.io.IOException;
import java.util.function.Consumer;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.Evidence;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.RowTaker;
import org.portcullis.report.sheet.TableSheet;

/**
 * Compares what was written with evidence that is derived again: the rows of tables while they are made, if it is asked to take them, so that the journal
 * need not be read again for each, and the rest when the evidence is whole. Mutable; for one comparison and one thread.
 */
public interface EvidenceComparison extends RowTaker, AutoCloseable {

    /**
     * Compares every value with the evidence, up to the first difference; rows that were taken count as compared.
     *
     * @throws JournalFailure when the evidence cannot be read
     */
    Comparison with(Evidence evidence) throws IOException, UnreadableWorkbook, JournalFailure;

    @Override
    void close() throws IOException;

    /** Gives one that takes no rows and reads all of them from the evidence. */
    static EvidenceComparison afterwards(WrittenEvidence written) {
        return new EvidenceComparison() {
            @Override
            public Consumer<Row> rowsOf(TableSheet table) {
                return RowTaker.none().rowsOf(table);
            }

            @Override
            public Comparison with(Evidence evidence) throws IOException, UnreadableWorkbook, JournalFailure {
                return written.compare(evidence);
            }

            @Override
            public void close() {
                // Nothing is open between the calls.
            }
        };
    }
}
