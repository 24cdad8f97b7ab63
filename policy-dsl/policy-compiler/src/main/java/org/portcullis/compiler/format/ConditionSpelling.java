package org.portcullis.compiler.format;

import java.util.List;
import java.util.stream.Collectors;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;

/** Writes a condition; its depth is what the reader allows. */
final class ConditionSpelling implements ConditionSyntax.Cases<String>, BoundSyntax.Cases<String> {

    @Override
    public String all(ConditionSyntax.All condition) {
        return joined(condition.parts(), " and ");
    }

    @Override
    public String any(ConditionSyntax.Any condition) {
        return joined(condition.parts(), " or ");
    }

    @Override
    public String not(ConditionSyntax.Not condition) {
        return "not (" + condition.part().match(this) + ")";
    }

    @Override
    public String compare(ConditionSyntax.Compare condition) {
        return CanonicalSpelling.of(condition.left()) + " "
                + condition.comparator().value().words() + " "
                + condition.right().match(this);
    }

    @Override
    public String oneOf(ConditionSyntax.OneOf condition) {
        return condition.values().stream()
                .map(value -> CanonicalSpelling.value(value.value()))
                .collect(Collectors.joining(", ", CanonicalSpelling.of(condition.left()) + " is one of (", ")"));
    }

    @Override
    public String missing(ConditionSyntax.Missing condition) {
        return CanonicalSpelling.of(condition.what()) + " is missing";
    }

    @Override
    public String constant(BoundSyntax.Constant bound) {
        return CanonicalSpelling.value(bound.value().value());
    }

    @Override
    public String shareOf(BoundSyntax.ShareOf bound) {
        return CanonicalSpelling.value(bound.share().value()) + " of " + CanonicalSpelling.of(bound.of());
    }

    @Override
    public String other(BoundSyntax.Other bound) {
        return CanonicalSpelling.of(bound.reference());
    }

    @Override
    public String table(BoundSyntax.Table bound) {
        return "the limit from table \"" + bound.file().value() + "\"";
    }

    private String joined(List<ConditionSyntax> parts, String connective) {
        return parts.stream().map(this::part).collect(Collectors.joining(connective));
    }

    /** A part that joins others itself stands in parentheses, so that no two connectives stand side by side. */
    private String part(ConditionSyntax part) {
        boolean joins = part instanceof ConditionSyntax.All || part instanceof ConditionSyntax.Any;
        return joins ? "(" + part.match(this) + ")" : part.match(this);
    }
}
