package org.portcullis.engine.flow;

import org.portcullis.engine.entry.EstimateEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PetitionEntry;

/** Answers every entry about holds with one thing; for questions about few of them. */
class UsualHold<R> implements HoldEntry.HoldCases<R> {
    private final R usual;

    UsualHold(R usual) {
        this.usual = usual;
    }

    @Override
    public R begun(HoldEntry.Begun entry) {
        return usual;
    }

    @Override
    public R frozen(HoldEntry.Frozen entry) {
        return usual;
    }

    @Override
    public R voteAccepted(HoldEntry.VoteAccepted entry) {
        return usual;
    }

    @Override
    public R voteRefused(HoldEntry.VoteRefused entry) {
        return usual;
    }

    @Override
    public R escalated(HoldEntry.Escalated entry) {
        return usual;
    }

    @Override
    public R released(HoldEntry.Released entry) {
        return usual;
    }

    @Override
    public R rejected(HoldEntry.Rejected entry) {
        return usual;
    }

    @Override
    public R expired(HoldEntry.Expired entry) {
        return usual;
    }

    @Override
    public R asked(PetitionEntry.Asked entry) {
        return usual;
    }

    @Override
    public R askingRefused(PetitionEntry.Refused entry) {
        return usual;
    }

    @Override
    public R withdrawn(PetitionEntry.Withdrawn entry) {
        return usual;
    }

    @Override
    public R estimated(EstimateEntry.Estimated entry) {
        return usual;
    }

    @Override
    public R estimateRefused(EstimateEntry.Refused entry) {
        return usual;
    }
}
