package org.portcullis.report.evidence;

import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.RecordedDecision;
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
 * @param effects what each control did
 * @param parity which control was evaluated for which desk
 * @param hours when decisions were made
 */
record Books(
        Chains chains,
        AlertCounts alerts,
        WorkCounts work,
        PolicyBook policies,
        DutyBook duties,
        KeyBook keys,
        ExceptionCounts exceptions,
        ChainBook chain,
        EffectBook effects,
        ParityBook parity,
        HourBook hours) {

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
                new ChainBook(),
                new EffectBook(request),
                new ParityBook(request),
                new HourBook(request));
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
        effects.add(entry, body);
    }

    /** Takes one decision, when all its parts were read. */
    void decision(RecordedDecision decision) {
        effects.decision(decision);
        parity.decision(decision);
        hours.decision(decision);
    }
}
