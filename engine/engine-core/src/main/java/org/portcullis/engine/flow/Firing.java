package org.portcullis.engine.flow;

import java.util.List;
import org.portcullis.engine.approval.Hold;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.people.Person;

/** Writes what a deadline comes to. */
record Firing(Context context) {

    List<Draft> fire(Deadline deadline) {
        return switch (deadline.kind()) {
            case ALERT_STEP -> new AlertSteps(context).fire(deadline.submission(), deadline.step());
            case HAND_OVER_LIMIT -> new HandingOver(context).lapse(deadline.submission());
            case ESCALATION, HOLD_EXPIRY, ACKNOWLEDGEMENT_LIMIT, TOKEN_LIMIT -> ofHold(deadline);
        };
    }

    private List<Draft> ofHold(Deadline deadline) {
        return context.state()
                .petitions
                .find(deadline.submission())
                .map(petition -> List.of(new Petitioning(context).fire(petition, deadline)))
                .orElseGet(() -> ofSubmission(deadline));
    }

    private List<Draft> ofSubmission(Deadline deadline) {
        SubmissionState submission = context.state().known(deadline.submission());
        EntryBody body = switch (deadline.kind()) {
            case ESCALATION -> escalated(hold(submission), deadline.step());
            case HOLD_EXPIRY -> {
                Hold hold = hold(submission);
                yield new HoldEntry.Expired(
                        hold.id(), submission.id(), hold.binding().notAfter());
            }
            case ACKNOWLEDGEMENT_LIMIT ->
                new SubmissionEntry.Ended(submission.id(), SubmissionEntry.Ended.Why.UNACKNOWLEDGED, "");
            case TOKEN_LIMIT -> new SubmissionEntry.Ended(submission.id(), SubmissionEntry.Ended.Why.NOT_PRESENTED, "");
            case ALERT_STEP, HAND_OVER_LIMIT ->
                throw new IllegalStateException("a submission is neither an alert nor a hand-over");
        };
        return List.of(context.about(submission, body));
    }

    private HoldEntry.Escalated escalated(Hold hold, int step) {
        Hold.Escalation escalation = hold.escalation().get(step);
        List<String> people = context.directory().people().stream()
                .filter(person -> person.roles().contains(escalation.to()))
                .map(Person::id)
                .toList();
        return new HoldEntry.Escalated(hold.id(), hold.submission(), step, escalation.at(), escalation.to(), people);
    }

    private static Hold hold(SubmissionState submission) {
        return submission
                .hold
                .map(HoldProgress::hold)
                .orElseThrow(() -> new IllegalStateException("submission `" + submission.id() + "` has no hold"));
    }
}
