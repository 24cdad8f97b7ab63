package org.portcullis.journal.export;

import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.journal.EntryFormat;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.json.Json;

/** Chooses entries by a scope while a journal is read, in any number of passes. Mutable, for one export and one thread. */
interface Choice {

    /** Makes the choice of a scope. */
    static Choice of(ExportScope scope) {
        return scope.match(new ExportScope.Cases<>() {
            @Override
            public Choice all(ExportScope.All all) {
                return new Everything();
            }

            @Override
            public Choice period(ExportScope.Period period) {
                return new InPeriod(period);
            }

            @Override
            public Choice desk(ExportScope.Desk desk) {
                return new OfCases(Optional.of(desk.desk()), Set.of());
            }

            @Override
            public Choice submission(ExportScope.Case one) {
                return new OfCases(Optional.empty(), Set.of(one.id()));
            }
        });
    }

    /** Makes the same choice in the next shard of a series; what either learns, both know. */
    Choice ofNextShard();

    /** Begins a pass at the first entry. */
    void begin();

    /** Tells whether the next entry of the pass is chosen. */
    boolean has(JournalEntry entry);

    /** Tells whether the pass found something by which entries before it may be chosen too. */
    boolean grew();

    /** Gives the first index of the range that the last pass found, in a journal of a size. */
    long from(long size);

    /** Gives the first index behind that range. */
    long to(long size);

    /** Chooses every entry. */
    final class Everything implements Choice {

        @Override
        public Choice ofNextShard() {
            return new Everything();
        }

        @Override
        public void begin() {}

        @Override
        public boolean has(JournalEntry entry) {
            return true;
        }

        @Override
        public boolean grew() {
            return false;
        }

        @Override
        public long from(long size) {
            return 0;
        }

        @Override
        public long to(long size) {
            return size;
        }
    }

    /**
     * Chooses a period and one second on both sides of it: entries overtake each other by up to a second, so the times of the neighbours then show that no
     * entry of the period lies beyond them.
     */
    final class InPeriod implements Choice {

        private final ExportScope.Period period;
        private final Instant from;
        private final Instant to;
        private long begun = -1;
        private long ended = -1;

        InPeriod(ExportScope.Period period) {
            this.period = period;
            this.from = period.from().map(at -> at.minus(EntryFormat.MAX_LAG)).orElse(Instant.MIN);
            this.to = period.to().map(at -> at.plus(EntryFormat.MAX_LAG)).orElse(Instant.MAX);
        }

        @Override
        public Choice ofNextShard() {
            return new InPeriod(period);
        }

        @Override
        public void begin() {
            begun = -1;
            ended = -1;
        }

        @Override
        public boolean has(JournalEntry entry) {
            if (begun < 0 && !entry.at().isBefore(from)) {
                begun = entry.index();
            }
            if (ended < 0 && !entry.at().isBefore(to)) {
                ended = entry.index();
            }
            return begun >= 0 && ended < 0;
        }

        @Override
        public boolean grew() {
            return false;
        }

        @Override
        public long from(long size) {
            return begun < 0 ? size : begun;
        }

        @Override
        public long to(long size) {
            return ended < 0 ? size : ended;
        }
    }

    /** Chooses what belongs to cases: to those of a desk, or to one. */
    final class OfCases implements Choice {

        private final Optional<Json> desk;
        private final Set<String> ids;
        private long first = -1;
        private long last = -1;
        private boolean grew;

        OfCases(Optional<String> desk, Set<String> ids) {
            this(new HashSet<>(ids), desk.map(Json::text));
        }

        private OfCases(Set<String> shared, Optional<Json> desk) {
            this.desk = desk;
            this.ids = shared;
        }

        @Override
        public Choice ofNextShard() {
            return new OfCases(ids, desk);
        }

        @Override
        public void begin() {
            first = -1;
            last = -1;
            grew = false;
        }

        @Override
        public boolean has(JournalEntry entry) {
            boolean ofDesk = desk.isPresent() && entry.body().find("desk").equals(desk);
            boolean chosen = ofDesk || !Collections.disjoint(ids, EntryIds.of(entry));
            if (chosen) {
                grew |= ids.addAll(EntryIds.parts(entry));
                grew |= ofDesk && ids.addAll(EntryIds.of(entry));
                first = first < 0 ? entry.index() : first;
                last = entry.index();
            }
            return chosen;
        }

        @Override
        public boolean grew() {
            return grew;
        }

        @Override
        public long from(long size) {
            return first < 0 ? size : first;
        }

        @Override
        public long to(long size) {
            return first < 0 ? size : last + 1;
        }
    }
}
