package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.value.Value;

/**
 * `until 1 of role "…" … excluding … each stating a reason, retyping …, estimating … within 10 minutes, otherwise reject escalating after …`.
 *
 * @param quorums at least one
 */
public record HoldTermsSyntax(
        List<QuorumSyntax> quorums,
        List<ExclusionSyntax> exclusions,
        boolean reasonRequired,
        Optional<ReferenceSyntax> retyped,
        Optional<ReferenceSyntax> estimated,
        Located<Value.TimeSpan> within,
        List<Step> escalation,
        Span span)
        implements Syntax {
    public HoldTermsSyntax {
        quorums = List.copyOf(quorums);
        exclusions = List.copyOf(exclusions);
        escalation = List.copyOf(escalation);
    }

    /** `after 3 minutes to role "…"`. */
    public record Step(Located<Value.TimeSpan> after, Located<String> to) {}
}
