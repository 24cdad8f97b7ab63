package org.portcullis.report.evidence;

import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;

/**
 * Is what sheets know from one reading of the journal beside the rows that they make of it.
 *
 * @param chains how alerts and holds ended
 * @param alerts what alerts of the period came to, by control
 * @param work what was done to working orders in the period
 * @param policies every time that a policy pack was put in force
 * @param duties who asked, who signed, who released
 * @param keys the life of every key
 * @param exceptions what is an exception by its content
 * @param chain which entries lie on which day
 */
record Books(
        Chains chains,
        AlertCounts alerts,
        WorkCounts work,
        PolicyBook policies,
        DutyBook duties,
        KeyBook keys,
        ExceptionCounts exceptions,
        ChainBook chain) {

    /** Opens books that have seen nothing. */
    static Books open(EvidenceRequest request) {
        return new Books(
                new Chains(request),
                new AlertCounts(request),
                new WorkCounts(request),
                new PolicyBook(request),
                new DutyBook(request),
                new KeyBook(request),
                new ExceptionCounts(request),
                new ChainBook());
    }

    /** Takes one entry of the engine. */
    void add(JournalEntry entry, EntryBody body) {
        chains.add(entry, body);
        alerts.add(entry, body);
        work.add(entry, body);
        policies.add(entry, body);
        duties.add(entry, body);
        keys.add(entry, body);
        exceptions.add(entry, body);
    }
}
