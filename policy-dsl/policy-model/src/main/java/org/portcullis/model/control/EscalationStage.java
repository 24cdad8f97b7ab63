package org.portcullis.model.control;

import java.util.List;
import java.util.Optional;
import org.portcullis.model.value.Value;

/**
 * What an escalation does once an alert was not acknowledged for so long.
 *
 * @param after the time since the alert; empty means at once
 * @param tell the roles that are told
 * @param actions what is suspended or cancelled
 */
public record EscalationStage(Optional<Value.TimeSpan> after, List<Role> tell, List<Act> actions) {
    public EscalationStage {
        tell = List.copyOf(tell);
        actions = List.copyOf(actions);
        if (tell.isEmpty() && actions.isEmpty()) {
            throw new IllegalArgumentException("a stage of an escalation does something");
        }
    }

    /** `suspend the whole basket`. */
    public record Act(Action action, Target target) {
        public Act {
            if (action == Action.BLOCK) {
                throw new IllegalArgumentException("an escalation suspends or cancels; it does not block");
            }
        }
    }
}
