package org.portcullis.engine.evaluate;

import org.portcullis.model.control.Control;

/**
 * Answers with one thing for every kind of control that is not overridden.
 *
 * <p>For questions that most kinds answer alike by what they are; where a new kind must not be forgotten, implement {@link Control.Cases} itself.
 */
public class Kinds<R> implements Control.Cases<R> {
    private final R usual;

    /** Answers with {@code usual} unless overridden. */
    public Kinds(R usual) {
        this.usual = usual;
    }

    @Override
    public R grant(Control.Grant control) {
        return usual;
    }

    @Override
    public R hardLimit(Control.HardLimit control) {
        return usual;
    }

    @Override
    public R softLimit(Control.SoftLimit control) {
        return usual;
    }

    @Override
    public R alertFlood(Control.AlertFlood control) {
        return usual;
    }

    @Override
    public R approval(Control.Approval control) {
        return usual;
    }

    @Override
    public R windowLimit(Control.WindowLimit control) {
        return usual;
    }

    @Override
    public R inFlight(Control.InFlight control) {
        return usual;
    }

    @Override
    public R monitor(Control.Monitor control) {
        return usual;
    }

    @Override
    public R escalation(Control.Escalation control) {
        return usual;
    }

    @Override
    public R killSwitch(Control.KillSwitch control) {
        return usual;
    }
}
