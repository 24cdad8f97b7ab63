package org.portcullis.engine.flow;

import org.portcullis.engine.entry.WorkEntry;

/** Answers every entry about orders with one thing; for questions about few of them. */
class UsualWork<R> implements WorkEntry.WorkCases<R> {
    private final R usual;

    UsualWork(R usual) {
        this.usual = usual;
    }

    @Override
    public R basketEntered(WorkEntry.BasketEntered entry) {
        return usual;
    }

    @Override
    public R ordersEntered(WorkEntry.OrdersEntered entry) {
        return usual;
    }

    @Override
    public R reported(WorkEntry.Reported entry) {
        return usual;
    }

    @Override
    public R judged(WorkEntry.Judged entry) {
        return usual;
    }

    @Override
    public R stopped(WorkEntry.Stopped entry) {
        return usual;
    }

    @Override
    public R resumed(WorkEntry.Resumed entry) {
        return usual;
    }

    @Override
    public R cancelAsked(WorkEntry.CancelAsked entry) {
        return usual;
    }
}
