package org.portcullis.report.evidence;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;

/**
 * Gives rows by folding over the journal, so that no table has to fit into memory: with others in one {@link JournalPass}, or anew by itself.
 *
 * @param reading the journal
 * @param folds makes a fold that has seen nothing
 * @param shown what is done to every row
 */
record JournalRows(Reading reading, Supplier<Fold> folds, UnaryOperator<Row> shown) implements Rows {

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

    JournalRows(Reading reading, Supplier<Fold> folds) {
        this(reading, folds, UnaryOperator.identity());
    }

    /** Gives the same rows with more done to each. */
    JournalRows then(UnaryOperator<Row> more) {
        return new JournalRows(reading, folds, row -> more.apply(shown.apply(row)));
    }

    /** Takes part in a reading of the journal; the rows go to the sink. */
    void join(JournalPass pass, Consumer<Row> sink) {
        pass.add(folds.get(), row -> sink.accept(shown.apply(row)));
    }

    @Override
    public void forEach(Consumer<Row> sink) throws JournalFailure {
        JournalPass pass = new JournalPass();
        join(pass, sink);
        pass.read(reading);
    }
}
