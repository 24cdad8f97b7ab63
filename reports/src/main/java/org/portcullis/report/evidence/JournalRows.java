package org.portcullis.report.evidence;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;

/**
 * Gives rows by folding over the journal anew each time, so that no table has to fit into memory.
 *
 * @param reading the journal
 * @param folds makes a fold that has seen nothing
 */
record JournalRows(Reading reading, Supplier<Fold> folds) implements Rows {

    /** Sees the entries of the whole journal in their order and gives the rows of the period. Mutable; one thread. */
    @FunctionalInterface
    interface Fold {
        /** Takes one entry. */
        void entry(JournalEntry entry, EntryBody body, Consumer<Row> sink);

        /** Takes an entry that is not the engine's, for example one about the journal itself. */
        default void other(JournalEntry entry, Consumer<Row> sink) {}

        /** Takes the end of the journal. */
        default void end(Consumer<Row> sink) {}
    }

    @Override
    public void forEach(Consumer<Row> sink) throws JournalFailure {
        Fold fold = folds.get();
        reading.forEach((entry, body) ->
                body.ifPresentOrElse(known -> fold.entry(entry, known, sink), () -> fold.other(entry, sink)));
        fold.end(sink);
    }
}
