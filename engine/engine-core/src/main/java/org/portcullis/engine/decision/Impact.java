package org.portcullis.engine.decision;

import org.portcullis.model.control.Rollout;

/** What a finding does: to what comes in, and to what is working. */
public record Impact(Effect effect, InFlightEffect inFlight) {
    /** Nothing at all. */
    public static final Impact NONE = new Impact(Effect.RELEASE, InFlightEffect.CONTINUE);

    /** Something is noted, and nothing is stopped. */
    public static final Impact NOTED = of(Effect.NOTE);

    /** Does something to what comes in. */
    static Impact of(Effect effect) {
        return new Impact(effect, InFlightEffect.CONTINUE);
    }

    /** Does something to what is working; beside that it is noted. */
    static Impact of(InFlightEffect effect) {
        return new Impact(Effect.NOTE, effect);
    }

    /** The stricter of the two, in both lattices. */
    public Impact join(Impact other) {
        return new Impact(effect.join(other.effect), inFlight.join(other.inFlight));
    }

    /** As much of it as the rollout allows. */
    Impact within(Rollout rollout) {
        return switch (rollout) {
            case ENFORCE -> this;
            case WARN -> of(effect.compareTo(Effect.WARN) > 0 ? Effect.WARN : effect);
            case OBSERVE -> of(effect.compareTo(Effect.NOTE) > 0 ? Effect.NOTE : effect);
        };
    }

    /** The stricter effect as policies write it: what is done to working orders where anything is, else what is done to what comes in. */
    public String word() {
        return inFlight == InFlightEffect.CONTINUE ? effect.word() : inFlight.word();
    }
}
