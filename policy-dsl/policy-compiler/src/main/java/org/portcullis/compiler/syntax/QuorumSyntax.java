package org.portcullis.compiler.syntax;

import java.util.List;
import org.portcullis.compiler.diagnostic.Span;

/**
 * `1 of role "Desk Head" or role "Deputy Desk Head"`.
 *
 * @param roles at least one
 */
public record QuorumSyntax(Located<Integer> needed, List<Located<String>> roles, Span span) implements Syntax {
    public QuorumSyntax {
        roles = List.copyOf(roles);
    }
}
