package org.portcullis.report.evidence;

import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.sheet.RowTaker;

/** Is a table that joins one reading of the journal with others, and is traced after it. Mutable; one thread. */
interface Planned {

    /** Takes part in the reading; each row goes to the taker when it is made. */
    void join(JournalPass pass, RowTaker taker) throws JournalFailure;

    /** Gives the table with what its rows came to; only after the reading. */
    Traced traced();

    /** Gives a table that is traced already. */
    static Planned of(Traced traced) {
        return new Planned() {
            @Override
            public void join(JournalPass pass, RowTaker taker) {
                // Its rows are at hand for whoever wants them.
            }

            @Override
            public Traced traced() {
                return traced;
            }
        };
    }
}
