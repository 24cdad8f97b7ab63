package org.portcullis.compiler.internal.check;

import java.util.stream.Collectors;
import org.portcullis.compiler.format.CanonicalSpelling;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;

/** Writes a condition so that conditions that say the same in the same order are the same words, wherever they stand. */
final class ConditionWords implements ConditionSyntax.Cases<String>, BoundSyntax.Cases<String> {
    private ConditionWords() {}

    static String of(ConditionSyntax condition) {
        return condition.match(new ConditionWords());
    }

    @Override
    public String all(ConditionSyntax.All condition) {
        return condition.parts().stream().map(part -> part.match(this)).collect(Collectors.joining(" and ", "(", ")"));
    }

    @Override
    public String any(ConditionSyntax.Any condition) {
        return condition.parts().stream().map(part -> part.match(this)).collect(Collectors.joining(" or ", "(", ")"));
    }

    @Override
    public String not(ConditionSyntax.Not condition) {
        return "not (" + condition.part().match(this) + ")";
    }

    @Override
    public String compare(ConditionSyntax.Compare condition) {
        return words(condition.left()) + " " + condition.comparator().value().words() + " "
                + condition.right().match((BoundSyntax.Cases<String>) this);
    }

    @Override
    public String oneOf(ConditionSyntax.OneOf condition) {
        return words(condition.left()) + " is one of "
                + condition.values().stream()
                        .map(value -> value.value().toString())
                        .toList();
    }

    @Override
    public String missing(ConditionSyntax.Missing condition) {
        return words(condition.what()) + " is missing";
    }

    @Override
    public String constant(BoundSyntax.Constant bound) {
        return bound.value().value().toString();
    }

    @Override
    public String shareOf(BoundSyntax.ShareOf bound) {
        return bound.share().value() + " of " + words(bound.of());
    }

    @Override
    public String other(BoundSyntax.Other bound) {
        return words(bound.reference());
    }

    @Override
    public String table(BoundSyntax.Table bound) {
        return bound.file().value();
    }

    private static String words(ReferenceSyntax reference) {
        return CanonicalSpelling.of(reference);
    }
}
