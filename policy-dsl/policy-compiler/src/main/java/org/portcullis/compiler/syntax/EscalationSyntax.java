package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.Target;
import org.portcullis.model.value.Value;

/** A part of an escalation. */
public sealed interface EscalationSyntax extends Syntax {

    /**
     * `after 5 minutes unacknowledged suspend the whole basket and tell role "…"`.
     *
     * @param after empty means at once
     * @param consequences at least one
     */
    record Step(Optional<Located<Value.TimeSpan>> after, List<Consequence> consequences, Span span)
            implements EscalationSyntax {
        public Step {
            consequences = List.copyOf(consequences);
        }
    }

    /**
     * `tell role "…"` or `cancel the whole basket`.
     *
     * @param tell the role, or empty for an act
     * @param act empty where a role is told
     */
    record Consequence(Optional<Located<String>> tell, Optional<Act> act, Span span) implements EscalationSyntax {}

    /** `suspend the whole basket`. */
    record Act(Located<Action> action, Located<Target> target, Span span) implements EscalationSyntax {}
}
