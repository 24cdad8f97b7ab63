package org.portcullis.engine.flow;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.alert.Acknowledged;
import org.portcullis.engine.alert.Alert;
import org.portcullis.engine.alert.AlertBook;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.entry.AlertEntry;
import org.portcullis.engine.entry.HandOverEntry;

/** Folds what happens to alerts and to duties into their book, and keeps the deadlines of their steps. */
record AlertFold(EngineState state, Instant at)
        implements AlertEntry.AlertCases<AlertFold>, HandOverEntry.HandOverCases<AlertFold> {

    @Override
    public AlertFold raised(AlertEntry.Raised entry) {
        book().raise(entry.opening(), at);
        return expect(entry.opening().id());
    }

    @Override
    public AlertFold joined(AlertEntry.Joined entry) {
        book().join(entry.alert(), entry.occurrence());
        return this;
    }

    @Override
    public AlertFold told(AlertEntry.Told entry) {
        book().tell(entry.alert(), entry.step(), entry.role(), entry.people(), entry.message());
        return this;
    }

    @Override
    public AlertFold acted(AlertEntry.Acted entry) {
        book().act(entry.alert());
        return this;
    }

    @Override
    public AlertFold stepTaken(AlertEntry.StepTaken entry) {
        forget(entry.alert());
        book().taken(entry.alert(), entry.step(), entry.reached(), at);
        return expect(entry.alert());
    }

    @Override
    public AlertFold acknowledged(AlertEntry.Acknowledged entry) {
        forget(entry.alert());
        book().acknowledge(entry.alert(), new Acknowledged(entry.person(), entry.note(), at));
        return this;
    }

    @Override
    public AlertFold acknowledgementRefused(AlertEntry.AcknowledgementRefused entry) {
        return this;
    }

    @Override
    public AlertFold delivered(AlertEntry.Delivered entry) {
        book().deliver(entry.alert(), entry.person(), entry.revision());
        return this;
    }

    @Override
    public AlertFold seen(AlertEntry.Seen entry) {
        book().see(entry.alert(), entry.person(), entry.revision());
        return this;
    }

    @Override
    public AlertFold confirmationRefused(AlertEntry.ConfirmationRefused entry) {
        return this;
    }

    @Override
    public AlertFold handOver(HandOverEntry entry) {
        return entry.matchHandOver(this);
    }

    @Override
    public AlertFold offered(HandOverEntry.Offered entry) {
        book().offer(entry.handOver());
        state.deadlines.add(limit(entry.handOver()));
        return this;
    }

    @Override
    public AlertFold accepted(HandOverEntry.Accepted entry) {
        over(entry.handOver());
        book().accept(entry.handOver());
        return this;
    }

    @Override
    public AlertFold refused(HandOverEntry.Refused entry) {
        return this;
    }

    @Override
    public AlertFold lapsed(HandOverEntry.Lapsed entry) {
        over(entry.handOver());
        book().lapse(entry.handOver());
        return this;
    }

    private AlertBook book() {
        return state.alerts;
    }

    private void over(String handOver) {
        book().offer(handOver).ifPresent(offer -> state.deadlines.remove(limit(offer)));
    }

    private static Deadline limit(HandOver offer) {
        return Deadline.after(offer.until(), offer.id(), Deadline.Kind.HAND_OVER_LIMIT);
    }

    private AlertFold expect(String alert) {
        Optional<Alert> found = book().find(alert);
        found.ifPresent(known -> known.due().entrySet().forEach(step -> state.deadlines.add(deadline(known, step))));
        return this;
    }

    private void forget(String alert) {
        Optional<Alert> found = book().find(alert);
        found.ifPresent(known -> known.due().entrySet().forEach(step -> state.deadlines.remove(deadline(known, step))));
    }

    private static Deadline deadline(Alert alert, Map.Entry<Integer, Instant> step) {
        return new Deadline(step.getValue(), alert.id(), Deadline.Kind.ALERT_STEP, step.getKey());
    }
}
