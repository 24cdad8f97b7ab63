package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.sheet.Row;

/** Reads the journal once for all tables that are made of its entries. Mutable until it reads; one thread. */
final class JournalPass {

    /** A table in the making. */
    private record Lane(JournalRows.Fold fold, Consumer<Row> sink) {
        void entry(JournalEntry entry, EntryBody body) {
            fold.entry(entry, body, sink);
        }

        void other(JournalEntry entry) {
            fold.other(entry, sink);
        }
    }

    private final List<Lane> lanes = new ArrayList<>();

    /** Adds a table; its rows go to the sink. */
    void add(JournalRows.Fold fold, Consumer<Row> sink) {
        lanes.add(new Lane(fold, sink));
    }

    /** Shows every entry to every table. */
    void read(Reading reading) throws JournalFailure {
        reading.forEach((entry, body) -> {
            for (Lane lane : lanes) {
                body.ifPresentOrElse(known -> lane.entry(entry, known), () -> lane.other(entry));
            }
        });
        lanes.forEach(lane -> lane.fold().end(lane.sink()));
    }
}
