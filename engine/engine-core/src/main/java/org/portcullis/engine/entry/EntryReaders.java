package org.portcullis.engine.entry;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;
import org.portcullis.model.json.JsonObject;

/** Knows how to read each type of entry. */
final class EntryReaders {
    static final Map<String, Function<JsonObject, EntryBody>> BY_TYPE = Map.ofEntries(
            entry(KeyEntry.Enrolled.TYPE, KeyEntry.Enrolled::fromJson),
            entry(KeyEntry.Revoked.TYPE, KeyEntry.Revoked::fromJson),
            entry(KeyEntry.Refused.TYPE, KeyEntry.Refused::fromJson),
            entry(PersonEntry.Committed.TYPE, PersonEntry.Committed::fromJson),
            entry(PersonEntry.Erased.TYPE, PersonEntry.Erased::fromJson),
            entry(PersonEntry.Refused.TYPE, PersonEntry.Refused::fromJson),
            entry(PackActivated.TYPE, PackActivated::fromJson),
            entry(PackControl.TYPE, PackControl::fromJson),
            entry(PackChanges.TYPE, PackChanges::fromJson),
            entry(PolicyEntry.PeopleReplaced.TYPE, PolicyEntry.PeopleReplaced::fromJson),
            entry(PolicyEntry.TimeRefused.TYPE, PolicyEntry.TimeRefused::fromJson),
            entry(SubmissionEntry.Received.TYPE, SubmissionEntry.Received::fromJson),
            entry(SubmissionEntry.Refused.TYPE, SubmissionEntry.Refused::fromJson),
            entry(SubmissionEntry.Ended.TYPE, SubmissionEntry.Ended::fromJson),
            entry(SubmissionEntry.EndRefused.TYPE, SubmissionEntry.EndRefused::fromJson),
            entry(DecisionEntry.Lines.TYPE, DecisionEntry.Lines::fromJson),
            entry(DecisionEntry.Groups.TYPE, DecisionEntry.Groups::fromJson),
            entry(DecisionEntry.Tallies.TYPE, DecisionEntry.Tallies::fromJson),
            entry(DecisionEntry.Made.TYPE, DecisionEntry.Made::fromJson),
            entry(WarningEntry.Raised.TYPE, WarningEntry.Raised::fromJson),
            entry(WarningEntry.Shown.TYPE, WarningEntry.Shown::fromJson),
            entry(WarningEntry.Acknowledged.TYPE, WarningEntry.Acknowledged::fromJson),
            entry(WarningEntry.Refused.TYPE, WarningEntry.Refused::fromJson),
            entry(HoldEntry.Begun.TYPE, HoldEntry.Begun::fromJson),
            entry(HoldEntry.Frozen.TYPE, HoldEntry.Frozen::fromJson),
            entry(HoldEntry.VoteAccepted.TYPE, HoldEntry.VoteAccepted::fromJson),
            entry(HoldEntry.VoteRefused.TYPE, HoldEntry.VoteRefused::fromJson),
            entry(HoldEntry.Escalated.TYPE, HoldEntry.Escalated::fromJson),
            entry(HoldEntry.Released.TYPE, HoldEntry.Released::fromJson),
            entry(HoldEntry.Rejected.TYPE, HoldEntry.Rejected::fromJson),
            entry(HoldEntry.Expired.TYPE, HoldEntry.Expired::fromJson),
            entry(PetitionEntry.Asked.TYPE, PetitionEntry.Asked::fromJson),
            entry(PetitionEntry.Refused.TYPE, PetitionEntry.Refused::fromJson),
            entry(PetitionEntry.Withdrawn.TYPE, PetitionEntry.Withdrawn::fromJson),
            entry(EstimateEntry.Estimated.TYPE, EstimateEntry.Estimated::fromJson),
            entry(EstimateEntry.Refused.TYPE, EstimateEntry.Refused::fromJson),
            entry(TokenEntry.Issued.TYPE, TokenEntry.Issued::fromJson),
            entry(TokenEntry.Burned.TYPE, TokenEntry.Burned::fromJson),
            entry(TokenEntry.Refused.TYPE, TokenEntry.Refused::fromJson),
            entry(WorkEntry.BasketEntered.TYPE, WorkEntry.BasketEntered::fromJson),
            entry(WorkEntry.OrdersEntered.TYPE, WorkEntry.OrdersEntered::fromJson),
            entry(WorkEntry.Reported.TYPE, WorkEntry.Reported::fromJson),
            entry(WorkEntry.Judged.TYPE, WorkEntry.Judged::fromJson),
            entry(WorkEntry.Stopped.TYPE, WorkEntry.Stopped::fromJson),
            entry(WorkEntry.Resumed.TYPE, WorkEntry.Resumed::fromJson),
            entry(WorkEntry.CancelAsked.TYPE, WorkEntry.CancelAsked::fromJson),
            entry(SwitchEntry.Asked.TYPE, SwitchEntry.Asked::fromJson),
            entry(SwitchEntry.Pulled.TYPE, SwitchEntry.Pulled::fromJson),
            entry(SwitchEntry.Refused.TYPE, SwitchEntry.Refused::fromJson),
            entry(SwitchEntry.Swept.TYPE, SwitchEntry.Swept::fromJson),
            entry(SwitchEntry.Cleared.TYPE, SwitchEntry.Cleared::fromJson),
            entry(AlertEntry.Raised.TYPE, AlertEntry.Raised::fromJson),
            entry(AlertEntry.Joined.TYPE, AlertEntry.Joined::fromJson),
            entry(AlertEntry.Told.TYPE, AlertEntry.Told::fromJson),
            entry(AlertEntry.Acted.TYPE, AlertEntry.Acted::fromJson),
            entry(AlertEntry.StepTaken.TYPE, AlertEntry.StepTaken::fromJson),
            entry(AlertEntry.Acknowledged.TYPE, AlertEntry.Acknowledged::fromJson),
            entry(AlertEntry.AcknowledgementRefused.TYPE, AlertEntry.AcknowledgementRefused::fromJson),
            entry(AlertEntry.Delivered.TYPE, AlertEntry.Delivered::fromJson),
            entry(AlertEntry.Seen.TYPE, AlertEntry.Seen::fromJson),
            entry(AlertEntry.ConfirmationRefused.TYPE, AlertEntry.ConfirmationRefused::fromJson),
            entry(HandOverEntry.Offered.TYPE, HandOverEntry.Offered::fromJson),
            entry(HandOverEntry.Accepted.TYPE, HandOverEntry.Accepted::fromJson),
            entry(HandOverEntry.Refused.TYPE, HandOverEntry.Refused::fromJson),
            entry(HandOverEntry.Lapsed.TYPE, HandOverEntry.Lapsed::fromJson));

    private EntryReaders() {}
}
