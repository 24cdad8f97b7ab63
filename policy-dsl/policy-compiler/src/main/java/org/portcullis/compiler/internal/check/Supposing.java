package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.compiler.syntax.BoundSyntax;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Value;

/**
 * Reads conditions as if one text attribute had one value and nothing else were known: what cannot be so then is ruled out, everything else is left open.
 *
 * <p>Mutable: it remembers what it found of each scope.
 */
final class Supposing implements ConditionSyntax.Cases<Supposing.Answer> {

    /** Whether something is so. */
    enum Answer {
        YES,
        NO,
        OPEN;

        Answer not() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case OPEN -> OPEN;
            };
        }
    }

    private final Outline policy;
    private final String path;
    private final String value;
    private final Map<String, Boolean> scopes = new TreeMap<>();

    private Supposing(Outline policy, String path, String value) {
        this.policy = policy;
        this.path = path;
        this.value = value;
    }

    /** Supposes that the attribute has the value. */
    static Supposing that(Outline policy, String path, String value) {
        return new Supposing(policy, path, value);
    }

    /** Whether the control may apply to something that has the value. */
    boolean reaches(ControlOutline control) {
        List<Located<String>> names = control.applies().scopes();
        boolean scope = names.isEmpty() || names.stream().anyMatch(name -> reachesScope(name.value()));
        return scope
                && control.applies()
                        .where()
                        .map(where -> where.match(this) != Answer.NO)
                        .orElse(true);
    }

    private boolean reachesScope(String id) {
        return scopes.computeIfAbsent(
                id,
                name -> policy.scope(name)
                        .map(Declaration.Scope::means)
                        .map(means -> means.match(this) != Answer.NO)
                        .orElse(true));
    }

    @Override
    public Answer all(ConditionSyntax.All condition) {
        return joined(condition.parts(), Answer.NO, Answer.YES);
    }

    @Override
    public Answer any(ConditionSyntax.Any condition) {
        return joined(condition.parts(), Answer.YES, Answer.NO);
    }

    /** The deciding answer if one part gives it, the other one if all parts give that, else open. */
    private Answer joined(List<ConditionSyntax> parts, Answer deciding, Answer otherwise) {
        boolean open = false;
        for (ConditionSyntax part : parts) {
            Answer answer = part.match(this);
            if (answer == deciding) {
                return deciding;
            }
            open |= answer == Answer.OPEN;
        }
        return open ? Answer.OPEN : otherwise;
    }

    @Override
    public Answer not(ConditionSyntax.Not condition) {
        return condition.part().match(this).not();
    }

    @Override
    public Answer compare(ConditionSyntax.Compare condition) {
        Comparator comparator = condition.comparator().value();
        if (!isSupposed(condition.left()) || comparator.isOrdering()) {
            return Answer.OPEN;
        }
        return condition.right().match(new BoundSyntax.Cases<>() {
            @Override
            public Answer constant(BoundSyntax.Constant bound) {
                Answer same = is(bound.value());
                return comparator == Comparator.IS ? same : same.not();
            }

            @Override
            public Answer shareOf(BoundSyntax.ShareOf bound) {
                return Answer.OPEN;
            }

            @Override
            public Answer other(BoundSyntax.Other bound) {
                return Answer.OPEN;
            }

            @Override
            public Answer table(BoundSyntax.Table bound) {
                return Answer.OPEN;
            }
        });
    }

    @Override
    public Answer oneOf(ConditionSyntax.OneOf condition) {
        if (!isSupposed(condition.left())) {
            return Answer.OPEN;
        }
        boolean among = condition.values().stream().anyMatch(one -> is(one) == Answer.YES);
        return among ? Answer.YES : Answer.NO;
    }

    @Override
    public Answer missing(ConditionSyntax.Missing condition) {
        return isSupposed(condition.what()) ? Answer.NO : Answer.OPEN;
    }

    private boolean isSupposed(ReferenceSyntax reference) {
        return reference.derivation().isEmpty() && reference.path().value().equals(path);
    }

    private Answer is(Located<Value> other) {
        return other.value().equals(new Value.Text(value)) ? Answer.YES : Answer.NO;
    }
}
