package org.portcullis.compiler.syntax;

import java.util.List;
import java.util.Optional;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;

/**
 * `baskets in scope LDN-D1 or NYC-D1 where …, when released`.
 *
 * @param scopes the ids as written; none means everything
 */
public record ApplicabilitySyntax(
        Located<Subject> subject,
        List<Located<String>> scopes,
        Optional<ConditionSyntax> where,
        Located<Stage> stage,
        Span span)
        implements Syntax {
    public ApplicabilitySyntax {
        scopes = List.copyOf(scopes);
    }
}
