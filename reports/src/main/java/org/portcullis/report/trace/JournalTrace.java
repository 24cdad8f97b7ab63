package org.portcullis.report.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.EntrySource;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.mapping.coverage.ControlTrace;
import org.portcullis.mapping.coverage.ControlTrace.Acted;
import org.portcullis.mapping.coverage.PeriodTrace;

/**
 * Reads from a journal what its controls decided in a period, and who acted about it.
 *
 * <p>A person acts about a control who requested what it fired on, acknowledged its warnings or alerts, asked for, voted on or was seated for the release of
 * what it held, or pulled or let go of it. The act counts where its own entry lies in the period; a request where its decision does. Memory grows with the
 * submissions on which something fired, not with the others. Immutable once read.
 */
public final class JournalTrace implements PeriodTrace {
    private final List<ControlTrace> controls;
    private final Optional<DecisionTrace> asked;
    private final long decisions;

    JournalTrace(List<ControlTrace> controls, Optional<DecisionTrace> asked, long decisions) {
        this.controls = List.copyOf(controls);
        this.asked = asked;
        this.decisions = decisions;
    }

    /**
     * Reads a journal, which MUST have been verified.
     *
     * @param from the first instant of the period
     * @param to the first instant after it
     * @throws JournalFailure when an entry cannot be read
     */
    public static JournalTrace of(EntrySource journal, Instant from, Instant to) throws JournalFailure {
        return new Tracing(from, to, -1).read(journal);
    }

    /** Reads it with the decision to which one entry belongs, whatever the period. */
    public static JournalTrace of(EntrySource journal, Instant from, Instant to, long entry) throws JournalFailure {
        return new Tracing(from, to, entry).read(journal);
    }

    /** Gives the number of decisions in the period. */
    public long decisions() {
        return decisions;
    }

    /** Gives every control that was evaluated or acted about in the period, in the order of the packs and of the first decision. */
    public List<ControlTrace> controls() {
        return controls;
    }

    /** Gives the decision to which the entry belongs that was asked about. */
    public Optional<DecisionTrace> decision() {
        return asked;
    }

    @Override
    public List<ControlTrace> of(String policy, String control) {
        return controls.stream()
                .filter(each -> each.policy().equals(policy) && each.control().equals(control))
                .toList();
    }

    /** Gives the controls about which a person acted in the period, each with that person's acts alone. */
    public List<ControlTrace> by(String person) {
        List<ControlTrace> found = new ArrayList<>();
        for (ControlTrace each : controls) {
            List<Acted> own = each.people().stream()
                    .filter(acted -> acted.person().equals(person))
                    .toList();
            if (!own.isEmpty()) {
                found.add(new ControlTrace(
                        each.policy(),
                        each.version(),
                        each.fingerprint(),
                        each.control(),
                        each.evaluated(),
                        each.fired(),
                        each.effects(),
                        own));
            }
        }
        return found;
    }

    /** Gives the people who acted in the period, as the journal names them. */
    public List<String> people() {
        return controls.stream()
                .flatMap(each -> each.people().stream())
                .map(Acted::person)
                .distinct()
                .sorted()
                .toList();
    }
}
