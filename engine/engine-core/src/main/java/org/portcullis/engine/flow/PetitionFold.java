package org.portcullis.engine.flow;

import java.time.Instant;
import org.portcullis.engine.approval.HoldProgress;
import org.portcullis.engine.entry.EstimateEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PetitionEntry;

/**
 * Folds what happens to petitions; answers whether the entry is about one.
 *
 * @param at the entry's time
 * @param pack the fingerprint of the policy that the entry names
 */
record PetitionFold(EngineState state, Instant at, String pack) implements HoldEntry.HoldCases<Boolean> {

    @Override
    public Boolean begun(HoldEntry.Begun entry) {
        state.petitions
                .find(entry.hold().id())
                .ifPresent(petition ->
                        state.petitions.put(petition.begun(HoldProgress.begin(entry.hold()), entry.quorums())));
        boolean isPetition = entry.hold().purpose().isPetition();
        if (isPetition) {
            state.deadlines.addAll(PetitionBook.deadlines(entry.hold()));
        }
        return isPetition;
    }

    @Override
    public Boolean frozen(HoldEntry.Frozen entry) {
        return state.petitions.change(entry.hold(), hold -> hold.with(entry.quorum()));
    }

    @Override
    public Boolean voteAccepted(HoldEntry.VoteAccepted entry) {
        HoldProgress.Vote vote = new HoldProgress.Vote(entry.action(), entry.keyId(), entry.roles(), at);
        return state.petitions.change(entry.hold(), hold -> hold.with(entry.approver(), vote));
    }

    @Override
    public Boolean voteRefused(HoldEntry.VoteRefused entry) {
        return false;
    }

    @Override
    public Boolean escalated(HoldEntry.Escalated entry) {
        boolean isPetition = state.petitions.find(entry.hold()).isPresent();
        if (isPetition) {
            state.deadlines.remove(new Deadline(entry.due(), entry.hold(), Deadline.Kind.ESCALATION, entry.step()));
        }
        return isPetition;
    }

    @Override
    public Boolean released(HoldEntry.Released entry) {
        return state.endPetition(entry.hold(), HoldProgress.End.RELEASED);
    }

    @Override
    public Boolean rejected(HoldEntry.Rejected entry) {
        return state.endPetition(entry.hold(), HoldProgress.End.REJECTED);
    }

    @Override
    public Boolean expired(HoldEntry.Expired entry) {
        return state.endPetition(entry.hold(), HoldProgress.End.EXPIRED);
    }

    @Override
    public Boolean asked(PetitionEntry.Asked entry) {
        state.petitions.put(PetitionState.of(entry, pack));
        return true;
    }

    @Override
    public Boolean askingRefused(PetitionEntry.Refused entry) {
        return true;
    }

    @Override
    public Boolean estimated(EstimateEntry.Estimated entry) {
        return state.petitions.change(entry.hold(), hold -> hold.estimated(entry.person(), entry.ratio()));
    }

    @Override
    public Boolean estimateRefused(EstimateEntry.Refused entry) {
        return true;
    }

    @Override
    public Boolean withdrawn(PetitionEntry.Withdrawn entry) {
        return state.endPetition(entry.petition(), HoldProgress.End.VOIDED);
    }
}
