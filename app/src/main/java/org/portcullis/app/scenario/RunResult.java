package org.portcullis.app.scenario;

import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.Decision;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.LineDecision;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.value.Value;

/**
 * What came of one run.
 *
 * @param decision what the engine said first
 * @param firstOutcome how it stood then, in one word
 * @param outcome how it stood at the end, in words
 * @param isReleasable whether a token was issued that would let lines go on, whether or not it was presented
 * @param released the lines that went on
 * @param router what the router did, where one works what was released
 * @param events what people did and what came of it
 */
public record RunResult(
        Scenario.Run run,
        Decision decision,
        String firstOutcome,
        String outcome,
        boolean isReleasable,
        LineSet released,
        Optional<RouterResult> router,
        List<Event> events) {
    public RunResult {
        events = List.copyOf(events);
    }

    /** One thing that happened after the decision; {@code refused} carries the reason's code, or is empty. */
    public record Event(java.time.Instant at, String what, String result, Optional<String> refused) {}

    /** The money that went on, and the number of orders. */
    public Sum releasedSum() {
        return sum(true);
    }

    /** The money that was stopped, as far as its amount is known, and the number of orders. */
    public Sum stoppedSum() {
        return sum(false);
    }

    /** Whether it came to what the scenario says that it must. */
    public boolean isAsItMust() {
        return run.must()
                .map(must -> switch (must) {
                    case STOP -> released.isEmpty() && !isReleasable;
                    case STOP_IN_FLIGHT -> router.flatMap(RouterResult::stopped).isPresent();
                    case RELEASE ->
                        stoppedSum().orders() == 0
                                && router.map(done ->
                                                done.isWhole() && done.stopped().isEmpty())
                                        .orElse(true);
                })
                .orElse(true);
    }

    /**
     * What stopped orders: the controls that blocked, and where nothing was blocked and yet something stayed, those that held; a reason's code where no
     * control stands behind it.
     */
    public List<String> stoppedBy() {
        List<String> blocking = causes(Effect.BLOCK);
        return stoppedSum().orders() == 0 ? List.of() : blocking.isEmpty() ? causes(Effect.HOLD) : blocking;
    }

    private List<String> causes(Effect effect) {
        return decision.groups().stream()
                .filter(group -> group.effect() == effect)
                .map(group -> group.control()
                        .map(ControlId::text)
                        .orElse(group.reason().code()))
                .distinct()
                .toList();
    }

    private Sum sum(boolean wanted) {
        long micros = 0;
        int orders = 0;
        int unpriced = 0;
        for (LineDecision line : decision.lines()) {
            if (released.contains(line.line()) == wanted) {
                orders++;
                unpriced += line.notional().isEmpty() ? 1 : 0;
                micros = Math.addExact(
                        micros, line.notional().map(Value.Money::micros).orElse(0L));
            }
        }
        return new Sum(micros, orders, unpriced);
    }

    /**
     * Money in the policy's currency and the orders it belongs to.
     *
     * @param micros in millionths, of the orders whose amount is known
     * @param unpriced how many of the orders have no known amount
     */
    public record Sum(long micros, int orders, int unpriced) {}
}
