package org.portcullis.compiler.syntax;

import java.util.List;
import org.portcullis.compiler.diagnostic.Span;

/**
 * `changes signed by 2 of role "…" excluding the requester`.
 *
 * @param quorums at least one
 */
public record SigningSyntax(List<QuorumSyntax> quorums, List<ExclusionSyntax> exclusions, Span span) implements Syntax {
    public SigningSyntax {
        quorums = List.copyOf(quorums);
        exclusions = List.copyOf(exclusions);
    }
}
