package org.portcullis.report.obligation;

import java.util.Optional;
import org.portcullis.mapping.coverage.Verdict;

/** Counts the instances of one obligation. Mutable; one thread. */
final class Instances {

    private final EntryNumbers evidence = new EntryNumbers();
    private final EntryNumbers exceptions = new EntryNumbers();
    private long count;
    private long held;
    private Optional<String> first = Optional.empty();

    /** Counts one; where it does not hold, the reason of the first is told. */
    void add(boolean holds, long entry, String otherwise) {
        count++;
        if (holds) {
            held++;
            evidence.add(entry);
        } else {
            exceptions.add(entry);
            first = first.or(() -> Optional.of("entry " + entry + ": " + otherwise));
        }
    }

    /**
     * Judges.
     *
     * @param applies whether a policy of the period asks for it at all
     * @param otherwise why it does not apply where it does not
     */
    Judgement judge(Obligation obligation, boolean applies, String otherwise) {
        Verdict verdict;
        String because;
        if (count == 0) {
            verdict = applies ? Verdict.NOT_EVIDENCED : Verdict.NOT_APPLICABLE;
            because = applies ? "no instance in the period" : otherwise;
        } else {
            verdict = held == count ? Verdict.MET : Verdict.PARTIAL;
            because = held + " of " + count
                    + first.map(reason -> "; first exception: " + reason).orElse("");
        }
        return new Judgement(obligation, verdict, because, count, held, evidence.text(), exceptions.text());
    }
}
