package org.portcullis.report.obligation;

import org.portcullis.report.EvidenceRequest;

/** Judges whether every control of the policies of the period was reviewed in time. Mutable; one thread. */
final class ReviewsInTime extends Judging {

    ReviewsInTime(EvidenceRequest request) {
        super(request);
    }

    @Override
    Judgement judgement(Controls controls) {
        for (Controls.Stated each : controls.stated()) {
            String due = each.control().reviewDue();
            boolean held = !due.isEmpty() && due.compareTo(request.lastDay().toString()) > 0;
            String otherwise = due.isEmpty()
                    ? " is reviewed every " + each.control().reviewEvery() + ", which the journal does not count"
                    : " was due for review on " + due;
            instances.add(held, each.entry(), "control " + each.control().id() + otherwise);
        }
        return instances.judge(Obligation.REVIEWS_IN_TIME, false, "no policy was in force in the period");
    }
}
