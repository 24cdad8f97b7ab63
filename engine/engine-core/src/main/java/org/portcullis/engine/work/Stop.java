package org.portcullis.engine.work;

import java.util.Optional;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Value;

/**
 * A suspension that a control, or an escalation of an alert, put on what is working.
 *
 * @param id the engine's id, for example `X-000012`
 * @param action {@link Action#SUSPEND} or {@link Action#CANCEL}
 * @param key what is stopped, by the target: an order's id, a submission's, a strategy's, a trader's, a desk's name
 * @param latched whether it stands until people let go; otherwise it goes when the control that raised it is satisfied
 * @param order the order on which it was raised; empty for a stop by an alert
 * @param orders how many orders it concerned when it began
 * @param open what of them was not executed then, in the policy's currency, if known
 * @param message the control's own words
 */
public record Stop(
        String id,
        ControlId control,
        Action action,
        Target target,
        String key,
        boolean latched,
        String order,
        int orders,
        Optional<Value.Money> open,
        String message) {
    public Stop {
        if (action == Action.BLOCK) {
            throw new IllegalArgumentException("nothing is blocked in flight");
        }
    }

    /** The same with another message. */
    public Stop saying(String other) {
        return new Stop(id, control, action, target, key, latched, order, orders, open, other);
    }

    /** Whether this stop is by the control on the same target. */
    public boolean isOf(ControlId other, Target otherTarget, String otherKey) {
        return control.equals(other) && target == otherTarget && key.equals(otherKey);
    }
}
