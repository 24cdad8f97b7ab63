package org.portcullis.engine.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.approval.VoteCheck;
import org.portcullis.engine.approval.VoteRefusal;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonObject;

/** Takes signed votes: records every one, and releases when the last one needed has come. */
record Voting(Context context) {

    Transition vote(Command.Vote command) {
        VoteCheck check = new VoteCheck(
                context.state(),
                context.state()::hold,
                context.directory(),
                context.ports().signatures());
        return check.check(command.envelope(), context.at()).match(new VoteCheck.Result.Cases<>() {
            @Override
            public Transition counts(VoteCheck.Counts result) {
                if (isPackMissing(result.hold().hold().purpose())) {
                    return VoteCheck.refusal(result, VoteRefusal.PACK_NOT_HERE).match(this);
                }
                return counted(result, command.envelope());
            }

            @Override
            public Transition refused(VoteCheck.Refused result) {
                HoldEntry.VoteRefused entry = new HoldEntry.VoteRefused(
                        result.submission(), result.person(), result.why().code(), Digest.of(command.envelope()));
                return Transition.refused(
                        context.about(result.submission(), entry),
                        result.why().code(),
                        result.why().sentence());
            }
        });
    }

    private boolean isPackMissing(Purpose purpose) {
        return purpose.kind() == Purpose.Kind.ACTIVATION && !context.proposed().containsKey(purpose.subject());
    }

    private Transition counted(VoteCheck.Counts vote, JsonObject envelope) {
        Statement statement = vote.statement();
        HoldProgress after = vote.hold().with(statement.approver(), vote.vote());
        HoldEntry.VoteAccepted entry = new HoldEntry.VoteAccepted(
                after.hold().id(),
                after.hold().submission(),
                statement.approver(),
                statement.action(),
                statement.roles(),
                vote.vote().keyId(),
                envelope,
                statement.reason(),
                Duration.between(after.hold().binding().notBefore(), context.at())
                        .toSeconds(),
                after.seating(context.directory(), context.state()).missing(),
                Optional.ofNullable(after.estimates().get(statement.approver())).flatMap(ratio -> ratio));
        if (after.hold().purpose().isPetition()) {
            return new Petitioning(context).counted(after, statement, entry);
        }
        SubmissionState submission = context.state().known(after.hold().submission());
        List<Draft> drafts = new ArrayList<>();
        drafts.add(context.about(submission, entry));
        switch (statement.action()) {
            case REJECT ->
                drafts.add(context.about(
                        submission,
                        new HoldEntry.Rejected(
                                after.hold().id(), submission.id(), statement.approver(), statement.reason())));
            case APPROVE, VERIFY, AUTHORISE ->
                submission
                        .releaseSeating(0, Optional.of(after), context)
                        .ifPresent(seating -> drafts.addAll(Release.drafts(context, submission, seating)));
        }
        return context.leadingTo(submission.id(), drafts);
    }
}
