package org.portcullis.engine.reconciliation;

import org.portcullis.engine.work.WorkEvent;

/** Names the order of an event, or its symbol where it is about none. */
final class Named implements WorkEvent.Cases<String> {

    @Override
    public String sent(WorkEvent.Sent event) {
        return event.order();
    }

    @Override
    public String message(WorkEvent.Message event) {
        return event.order();
    }

    @Override
    public String executed(WorkEvent.Executed event) {
        return event.order();
    }

    @Override
    public String ended(WorkEvent.Ended event) {
        return event.order();
    }

    @Override
    public String busted(WorkEvent.Busted event) {
        return event.order();
    }

    @Override
    public String amended(WorkEvent.Amended event) {
        return event.order();
    }

    @Override
    public String market(WorkEvent.Market event) {
        return event.symbol();
    }
}
