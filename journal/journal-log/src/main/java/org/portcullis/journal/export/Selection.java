package org.portcullis.journal.export;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.portcullis.engine.journal.JournalEntry;

/**
 * Finds out which entries an export shows, in as many passes over the journal as new ids turn up.
 *
 * <p>It remembers ids and no entries. Mutable, for one export and one thread.
 */
final class Selection {

    private final Choice choice;
    private long size;
    private final boolean period;

    /** What approvals that are shown are judged by. */
    private final Set<String> needed;

    /** The range of a period that the pass before found. */
    private long knownFrom = -1;

    private long knownTo = -1;
    private boolean grew;

    private Selection(Choice choice, boolean period, Set<String> needed) {
        this.choice = choice;
        this.period = period;
        this.needed = needed;
    }

    /** Begins with nothing but a scope. */
    static Selection of(ExportScope scope) {
        return new Selection(Choice.of(scope), scope instanceof ExportScope.Period, new HashSet<>());
    }

    /** Begins the same selection in the next shard of a series; what either learns, both know. */
    Selection ofNextShard() {
        return new Selection(choice.ofNextShard(), period, needed);
    }

    /** Says how many entries there are to choose from. */
    void among(long entries) {
        size = entries;
    }

    /** Begins a pass at the first entry. */
    void begin() {
        choice.begin();
        grew = false;
    }

    /** Ends a pass at the last entry, and tells whether another one would find more. */
    boolean needsAnotherPass() {
        boolean moved = period && (knownFrom != from() || knownTo != to());
        knownFrom = from();
        knownTo = to();
        return moved || grew || choice.grew();
    }

    /** Learns from the next entry of a pass what belongs together. */
    void learn(JournalEntry entry) {
        boolean chosen = choice.has(entry);
        boolean judged =
                EntryIds.isJudged(entry) && (chosen || isNeighbour(entry, knownFrom, knownTo) || isNeeded(entry));
        if (judged || entry.type().equals("pack.activated")) {
            grew |= needed.addAll(EntryIds.of(entry));
        }
    }

    /** Gives the first index of the range. */
    long from() {
        return choice.from(size);
    }

    /** Gives the first index behind the range. */
    long to() {
        return choice.to(size);
    }

    /** Tells whether an entry is shown, once no further pass is needed. The choice must have begun a pass of its own. */
    boolean shows(JournalEntry entry, long from, long to) {
        boolean chosen = choice.has(entry);
        boolean context =
                EntryIds.isAlwaysShown(entry) || (entry.index() < to && EntryIds.isJudged(entry) && isNeeded(entry));
        boolean policyBehind = entry.index() >= to && entry.type().equals("pack.activated");
        return chosen || isNeighbour(entry, from, to) || (context && !policyBehind);
    }

    /** The entries beside a period show by their times that it ends there. */
    private boolean isNeighbour(JournalEntry entry, long from, long to) {
        return period && (entry.index() == from - 1 || entry.index() == to);
    }

    private boolean isNeeded(JournalEntry entry) {
        return !Collections.disjoint(needed, EntryIds.of(entry));
    }
}
