package org.portcullis.engine.flow;

import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PersonEntry;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.entry.WorkEntry;

/** Answers every family of entries with one thing; for questions about few of them. */
class UsualEntry<R> implements EntryBody.Cases<R> {
    private final R usual;

    UsualEntry(R usual) {
        this.usual = usual;
    }

    @Override
    public R key(KeyEntry entry) {
        return usual;
    }

    @Override
    public R person(PersonEntry entry) {
        return usual;
    }

    @Override
    public R policy(PolicyEntry entry) {
        return usual;
    }

    @Override
    public R submission(SubmissionEntry entry) {
        return usual;
    }

    @Override
    public R decision(DecisionEntry entry) {
        return usual;
    }

    @Override
    public R warning(WarningEntry entry) {
        return usual;
    }

    @Override
    public R hold(HoldEntry entry) {
        return usual;
    }

    @Override
    public R token(TokenEntry entry) {
        return usual;
    }

    @Override
    public R work(WorkEntry entry) {
        return usual;
    }

    @Override
    public R killSwitch(SwitchEntry entry) {
        return usual;
    }

    @Override
    public R alert(AlertEntry entry) {
        return usual;
    }
}
