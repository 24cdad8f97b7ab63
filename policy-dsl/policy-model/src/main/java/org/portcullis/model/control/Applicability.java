package org.portcullis.model.control;

import java.util.List;
import org.portcullis.model.condition.Condition;

/**
 * To what, where and when a control applies.
 *
 * @param scopes the named scopes as written, for explanations; any of them suffices
 * @param condition the scopes and the `where` clause joined into one condition; where it is unknown, the control's missing-data effect applies
 */
public record Applicability(Subject subject, List<ControlId> scopes, Condition condition, Stage stage) {
    public Applicability {
        scopes = List.copyOf(scopes);
    }
}
