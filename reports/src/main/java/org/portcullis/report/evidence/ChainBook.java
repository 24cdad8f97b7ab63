package org.portcullis.report.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.Digest;

/** Keeps for each day which entries were written on it. Mutable while the journal is read, then only read; one thread. */
final class ChainBook {

    private final List<Day> days = new ArrayList<>();
    private String latest = "";
    private long changes;

    /** Is one day, or a part of one by another writer. Mutable while the journal is read. */
    static final class Day {
        private final LocalDate date;
        private final String writer;
        private final long first;
        private final Instant from;
        private long last;
        private Instant to;
        private long entries;
        private long gaps;
        private long brokenLinks;
        private Digest root;

        Day(LocalDate date, JournalEntry entry) {
            this.date = date;
            this.writer = entry.writer();
            this.first = entry.index();
            this.from = entry.at();
            this.last = entry.index();
            this.to = entry.at();
            this.root = entry.leafHash();
        }

        LocalDate date() {
            return date;
        }

        String writer() {
            return writer;
        }

        long first() {
            return first;
        }

        long last() {
            return last;
        }

        Instant from() {
            return from;
        }

        Instant to() {
            return to;
        }

        long entries() {
            return entries;
        }

        long gaps() {
            return gaps;
        }

        long brokenLinks() {
            return brokenLinks;
        }

        /** Gives the root over all entries up to the last one. */
        Digest root() {
            return root;
        }

        private boolean holds(LocalDate day, JournalEntry entry) {
            return date.equals(day) && writer.equals(entry.writer());
        }
    }

    /**
     * Takes one entry.
     *
     * @param before the root over the entries before it
     */
    void add(JournalEntry entry, boolean gap, boolean broken, MerkleRoot before) {
        LocalDate date = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
        String now = date + " " + entry.writer();
        changes += now.equals(latest) ? 0 : 1;
        latest = now;
        if (days.isEmpty() || !last().holds(date, entry)) {
            close(before);
            days.add(new Day(date, entry));
        }
        Day day = last();
        day.last = entry.index();
        day.to = entry.at();
        day.entries++;
        day.gaps += gap ? 1 : 0;
        day.brokenLinks += broken ? 1 : 0;
    }

    /** Notes the root over everything that was read. */
    void close(MerkleRoot root) {
        if (!days.isEmpty()) {
            last().root = root.value();
        }
    }

    private Day last() {
        return days.get(days.size() - 1);
    }

    /** Gives the days in the order of the journal. */
    List<Day> days() {
        return List.copyOf(days);
    }

    /** Gives how often the day or the writer is another than that of the entry before; the first entry is one time. */
    long changes() {
        return changes;
    }
}
