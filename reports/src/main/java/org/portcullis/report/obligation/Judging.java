package org.portcullis.report.obligation;

import org.portcullis.report.EvidenceRequest;

/** Looks at every entry for one obligation. Mutable; one thread. */
abstract class Judging extends Watch {

    final Instances instances = new Instances();

    Judging(EvidenceRequest request) {
        super(request);
    }

    /** Judges what was seen, once everything was. */
    abstract Judgement judgement(Controls controls);

    /** Counts an instance that this entry shows, if it lies in the period; gives whether it held. */
    boolean count(boolean holds, String otherwise) {
        if (inPeriod()) {
            instances.add(holds, index(), otherwise);
        }
        return holds;
    }
}
