package org.portcullis.engine.flow;

import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.HandOverEntry;

/** Answers every entry about alerts with one thing; for questions about few of them. */
class UsualAlert<R> implements AlertEntry.AlertCases<R> {
    private final R usual;

    UsualAlert(R usual) {
        this.usual = usual;
    }

    @Override
    public R raised(AlertEntry.Raised entry) {
        return usual;
    }

    @Override
    public R joined(AlertEntry.Joined entry) {
        return usual;
    }

    @Override
    public R told(AlertEntry.Told entry) {
        return usual;
    }

    @Override
    public R acted(AlertEntry.Acted entry) {
        return usual;
    }

    @Override
    public R stepTaken(AlertEntry.StepTaken entry) {
        return usual;
    }

    @Override
    public R acknowledged(AlertEntry.Acknowledged entry) {
        return usual;
    }

    @Override
    public R acknowledgementRefused(AlertEntry.AcknowledgementRefused entry) {
        return usual;
    }

    @Override
    public R delivered(AlertEntry.Delivered entry) {
        return usual;
    }

    @Override
    public R seen(AlertEntry.Seen entry) {
        return usual;
    }

    @Override
    public R confirmationRefused(AlertEntry.ConfirmationRefused entry) {
        return usual;
    }

    @Override
    public R handOver(HandOverEntry entry) {
        return usual;
    }
}
