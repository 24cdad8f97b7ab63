package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;

/**
 * Says what is left to ask of a condition where a text is already known: what Drools' hash table has answered is not asked again.
 *
 * <p>The rest has the truth of the whole for all facts with that text, unknown included.
 */
final class Residual implements Condition.Cases<Condition> {
    private static final Condition TRUE = new Condition.Always();
    private static final Condition FALSE = new Condition.Not(TRUE);

    private final Reference measure;
    private final String value;

    private Residual(FactTest.Key known) {
        measure = Reference.to(known.measure());
        value = known.value();
    }

    static Condition of(Condition condition, FactTest.Key known) {
        return condition.match(new Residual(known));
    }

    static boolean isTrue(Condition condition) {
        return condition.equals(TRUE);
    }

    static boolean isFalse(Condition condition) {
        return condition.equals(FALSE);
    }

    @Override
    public Condition always(Condition.Always condition) {
        return TRUE;
    }

    @Override
    public Condition all(Condition.All condition) {
        List<Condition> left = partsBut(TRUE, condition.parts());
        if (left.contains(FALSE)) {
            return FALSE;
        }
        return left.isEmpty() ? TRUE : left.size() == 1 ? left.get(0) : new Condition.All(left);
    }

    @Override
    public Condition any(Condition.Any condition) {
        List<Condition> left = partsBut(FALSE, condition.parts());
        if (left.contains(TRUE)) {
            return TRUE;
        }
        return left.isEmpty() ? FALSE : left.size() == 1 ? left.get(0) : new Condition.Any(left);
    }

    @Override
    public Condition not(Condition.Not condition) {
        Condition part = condition.part().match(this);
        return isFalse(part) ? TRUE : new Condition.Not(part);
    }

    @Override
    public Condition compare(Condition.Compare condition) {
        if (!condition.left().equals(measure)) {
            return condition;
        }
        return condition.right().match(new Bound.Cases<>() {
            @Override
            public Condition constant(Bound.Constant bound) {
                boolean same = ConditionTypes.text(bound.value()).equals(value);
                return known(same == (condition.comparator() == Comparator.IS));
            }

            @Override
            public Condition shareOf(Bound.ShareOf bound) {
                return condition;
            }

            @Override
            public Condition other(Bound.Other bound) {
                return condition;
            }
        });
    }

    @Override
    public Condition oneOf(Condition.OneOf condition) {
        if (!condition.left().equals(measure)) {
            return condition;
        }
        return known(condition.values().stream()
                .anyMatch(any -> ConditionTypes.text(any).equals(value)));
    }

    @Override
    public Condition missing(Condition.Missing condition) {
        return condition.what().equals(measure) ? FALSE : condition;
    }

    private List<Condition> partsBut(Condition neutral, List<Condition> parts) {
        List<Condition> left = new ArrayList<>();
        for (Condition part : parts) {
            Condition rest = part.match(this);
            if (!rest.equals(neutral)) {
                left.add(rest);
            }
        }
        return left;
    }

    private static Condition known(boolean truth) {
        return truth ? TRUE : FALSE;
    }
}
