package org.portcullis.report.reading;

import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.EstimateEntry;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PackActivated;
import org.portcullis.engine.entry.PackChanges;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WorkEntry;

/**
 * Answers every entry with a value that says nothing; who listens overrides what it is about, and a new type of entry is added here.
 *
 * <p>As immutable and as safe for threads as who extends it.
 */
public class Listener<R>
        implements EntryBody.Cases<R>,
                KeyEntry.KeyCases<R>,
                PolicyEntry.PolicyCases<R>,
                SubmissionEntry.SubmissionCases<R>,
                DecisionEntry.DecisionCases<R>,
                WarningEntry.WarningCases<R>,
                HoldEntry.HoldCases<R>,
                TokenEntry.TokenCases<R>,
                WorkEntry.WorkCases<R>,
                SwitchEntry.SwitchCases<R>,
                AlertEntry.AlertCases<R>,
                HandOverEntry.HandOverCases<R> {

    private final R silence;

    /** Takes the value that says nothing. */
    protected Listener(R silence) {
        this.silence = silence;
    }

    @Override
    public final R key(KeyEntry entry) {
        return entry.matchKey(this);
    }

    /** Pseudonyms and erasures are shown wherever people are, and nowhere by themselves. */
    @Override
    public final R person(PersonEntry entry) {
        return silence;
    }

    @Override
    public final R policy(PolicyEntry entry) {
        return entry.matchPolicy(this);
    }

    @Override
    public final R submission(SubmissionEntry entry) {
        return entry.matchSubmission(this);
    }

    @Override
    public final R decision(DecisionEntry entry) {
        return entry.matchDecision(this);
    }

    @Override
    public final R warning(WarningEntry entry) {
        return entry.matchWarning(this);
    }

    @Override
    public final R hold(HoldEntry entry) {
        return entry.matchHold(this);
    }

    @Override
    public final R token(TokenEntry entry) {
        return entry.matchToken(this);
    }

    @Override
    public R enrolled(KeyEntry.Enrolled entry) {
        return silence;
    }

    @Override
    public R rotated(KeyEntry.Rotated entry) {
        return silence;
    }

    @Override
    public R revoked(KeyEntry.Revoked entry) {
        return silence;
    }

    @Override
    public R refused(KeyEntry.Refused entry) {
        return silence;
    }

    @Override
    public R packActivated(PackActivated entry) {
        return silence;
    }

    @Override
    public R packChanges(PackChanges entry) {
        return silence;
    }

    @Override
    public R packControl(PackControl entry) {
        return silence;
    }

    @Override
    public R peopleReplaced(PolicyEntry.PeopleReplaced entry) {
        return silence;
    }

    @Override
    public R timeRefused(PolicyEntry.TimeRefused entry) {
        return silence;
    }

    @Override
    public R received(SubmissionEntry.Received entry) {
        return silence;
    }

    @Override
    public R refused(SubmissionEntry.Refused entry) {
        return silence;
    }

    @Override
    public R ended(SubmissionEntry.Ended entry) {
        return silence;
    }

    @Override
    public R endRefused(SubmissionEntry.EndRefused entry) {
        return silence;
    }

    @Override
    public R lines(DecisionEntry.Lines entry) {
        return silence;
    }

    @Override
    public R groups(DecisionEntry.Groups entry) {
        return silence;
    }

    @Override
    public R tallies(DecisionEntry.Tallies entry) {
        return silence;
    }

    @Override
    public R made(DecisionEntry.Made entry) {
        return silence;
    }

    @Override
    public R raised(WarningEntry.Raised entry) {
        return silence;
    }

    @Override
    public R shown(WarningEntry.Shown entry) {
        return silence;
    }

    @Override
    public R acknowledged(WarningEntry.Acknowledged entry) {
        return silence;
    }

    @Override
    public R refused(WarningEntry.Refused entry) {
        return silence;
    }

    @Override
    public R begun(HoldEntry.Begun entry) {
        return silence;
    }

    @Override
    public R frozen(HoldEntry.Frozen entry) {
        return silence;
    }

    @Override
    public R voteAccepted(HoldEntry.VoteAccepted entry) {
        return silence;
    }

    @Override
    public R voteRefused(HoldEntry.VoteRefused entry) {
        return silence;
    }

    @Override
    public R escalated(HoldEntry.Escalated entry) {
        return silence;
    }

    @Override
    public R released(HoldEntry.Released entry) {
        return silence;
    }

    @Override
    public R rejected(HoldEntry.Rejected entry) {
        return silence;
    }

    @Override
    public R expired(HoldEntry.Expired entry) {
        return silence;
    }

    @Override
    public R asked(PetitionEntry.Asked entry) {
        return silence;
    }

    @Override
    public R askingRefused(PetitionEntry.Refused entry) {
        return silence;
    }

    @Override
    public R estimated(EstimateEntry.Estimated entry) {
        return silence;
    }

    @Override
    public R estimateRefused(EstimateEntry.Refused entry) {
        return silence;
    }

    @Override
    public R withdrawn(PetitionEntry.Withdrawn entry) {
        return silence;
    }

    @Override
    public R issued(TokenEntry.Issued entry) {
        return silence;
    }

    @Override
    public R burned(TokenEntry.Burned entry) {
        return silence;
    }

    @Override
    public R refused(TokenEntry.Refused entry) {
        return silence;
    }

    @Override
    public final R work(WorkEntry entry) {
        return entry.matchWork(this);
    }

    @Override
    public final R killSwitch(SwitchEntry entry) {
        return entry.matchSwitch(this);
    }

    @Override
    public R basketEntered(WorkEntry.BasketEntered entry) {
        return silence;
    }

    @Override
    public R ordersEntered(WorkEntry.OrdersEntered entry) {
        return silence;
    }

    @Override
    public R reported(WorkEntry.Reported entry) {
        return silence;
    }

    @Override
    public R judged(WorkEntry.Judged entry) {
        return silence;
    }

    @Override
    public R stopped(WorkEntry.Stopped entry) {
        return silence;
    }

    @Override
    public R resumed(WorkEntry.Resumed entry) {
        return silence;
    }

    @Override
    public R cancelAsked(WorkEntry.CancelAsked entry) {
        return silence;
    }

    @Override
    public R asked(SwitchEntry.Asked entry) {
        return silence;
    }

    @Override
    public R pulled(SwitchEntry.Pulled entry) {
        return silence;
    }

    @Override
    public R refused(SwitchEntry.Refused entry) {
        return silence;
    }

    @Override
    public R swept(SwitchEntry.Swept entry) {
        return silence;
    }

    @Override
    public R cleared(SwitchEntry.Cleared entry) {
        return silence;
    }

    @Override
    public final R alert(AlertEntry entry) {
        return entry.matchAlert(this);
    }

    @Override
    public final R handOver(HandOverEntry entry) {
        return entry.matchHandOver(this);
    }

    @Override
    public R raised(AlertEntry.Raised entry) {
        return silence;
    }

    @Override
    public R joined(AlertEntry.Joined entry) {
        return silence;
    }

    @Override
    public R told(AlertEntry.Told entry) {
        return silence;
    }

    @Override
    public R acted(AlertEntry.Acted entry) {
        return silence;
    }

    @Override
    public R stepTaken(AlertEntry.StepTaken entry) {
        return silence;
    }

    @Override
    public R acknowledged(AlertEntry.Acknowledged entry) {
        return silence;
    }

    @Override
    public R acknowledgementRefused(AlertEntry.AcknowledgementRefused entry) {
        return silence;
    }

    @Override
    public R delivered(AlertEntry.Delivered entry) {
        return silence;
    }

    @Override
    public R seen(AlertEntry.Seen entry) {
        return silence;
    }

    @Override
    public R confirmationRefused(AlertEntry.ConfirmationRefused entry) {
        return silence;
    }

    @Override
    public R offered(HandOverEntry.Offered entry) {
        return silence;
    }

    @Override
    public R accepted(HandOverEntry.Accepted entry) {
        return silence;
    }

    @Override
    public R refused(HandOverEntry.Refused entry) {
        return silence;
    }

    @Override
    public R lapsed(HandOverEntry.Lapsed entry) {
        return silence;
    }
}
