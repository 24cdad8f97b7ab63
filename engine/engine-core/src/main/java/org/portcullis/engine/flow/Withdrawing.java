package org.portcullis.engine.flow;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.entry.SubmissionEntry;

/** Takes back submissions and petitions. */
record Withdrawing(Context context) {

    Transition withdraw(Command.Withdraw command) {
        Optional<SubmissionState> submission = context.state().submission(command.submission());
        Optional<PetitionState> petition = context.state().petitions.find(command.submission());
        if (petition.isPresent()) {
            return new Petitioning(context).withdraw(petition.get(), command);
        }
        if (submission.isEmpty()) {
            return refused(command, "unknown-submission", "there is no such submission");
        }
        if (!submission.get().received.requester().equals(command.person())) {
            return refused(command, "not-the-submitter", "only its submitter takes a submission back");
        }
        if (!submission.get().phase.isOpen()) {
            return refused(command, "not-waiting", "the submission is over");
        }
        SubmissionEntry.Ended ended =
                new SubmissionEntry.Ended(command.submission(), SubmissionEntry.Ended.Why.WITHDRAWN, command.person());
        return context.leadingTo(command.submission(), List.of(context.about(submission.get(), ended)));
    }

    Transition refused(Command.Withdraw command, String code, String sentence) {
        SubmissionEntry.EndRefused entry = new SubmissionEntry.EndRefused(command.submission(), command.person(), code);
        return Transition.refused(context.about(command.submission(), entry), code, sentence);
    }
}
