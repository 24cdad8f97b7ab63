package org.portcullis.compiler.syntax;

import java.util.List;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.value.Value;

/**
 * `exceptional release of one order by 1 of role "…" and 1 of role "…" within 10 minutes`.
 *
 * @param quorums at least one
 */
public record ExceptionalReleaseSyntax(
        Located<Boolean> ofBasket, List<QuorumSyntax> quorums, Located<Value.TimeSpan> within, Span span)
        implements Syntax {
    public ExceptionalReleaseSyntax {
        quorums = List.copyOf(quorums);
    }
}
