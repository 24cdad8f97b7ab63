package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Compiles conditions to closures that compare scaled longs and texts.
 *
 * <p>Types are checked here, once, so that the closures cannot fail on the order path. Products are compared in 128 bits.
 *
 * @param currency the policy's currency, in which facts of money are given
 */
record ConditionCompiler(CurrencyCode currency) implements CompiledCondition.Compiler {

    @Override
    public CompiledCondition compile(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public CompiledCondition always(Condition.Always always) {
                return facts -> Kleene.TRUE;
            }

            @Override
            public CompiledCondition all(Condition.All all) {
                return conjunction(compileAll(all.parts()));
            }

            @Override
            public CompiledCondition any(Condition.Any any) {
                return disjunction(compileAll(any.parts()));
            }

            @Override
            public CompiledCondition not(Condition.Not not) {
                CompiledCondition part = compile(not.part());
                return facts -> Kleene.not(part.truth(facts));
            }

            @Override
            public CompiledCondition compare(Condition.Compare compare) {
                return ConditionTypes.isText(compare.left()) ? compareTexts(compare) : compareNumbers(compare);
            }

            @Override
            public CompiledCondition oneOf(Condition.OneOf oneOf) {
                return ConditionTypes.isText(oneOf.left()) ? oneOfTexts(oneOf) : oneOfNumbers(oneOf);
            }

            @Override
            public CompiledCondition missing(Condition.Missing missing) {
                FactReading fact = FactReading.of(missing.what());
                return facts -> Kleene.of(!fact.isKnown(facts));
            }
        });
    }

    private CompiledCondition[] compileAll(List<Condition> parts) {
        List<CompiledCondition> compiled = new ArrayList<>();
        for (Condition part : parts) {
            compiled.add(compile(part));
        }
        return compiled.toArray(CompiledCondition[]::new);
    }

    /** False if any part is false, else unknown if any part is unknown. */
    private static CompiledCondition conjunction(CompiledCondition... parts) {
        return facts -> {
            int truth = Kleene.TRUE;
            for (int i = 0; i < parts.length && truth != Kleene.FALSE; i++) {
                truth = Math.min(truth, parts[i].truth(facts));
            }
            return truth;
        };
    }

    /** True if any part is true, else unknown if any part is unknown. */
    private static CompiledCondition disjunction(CompiledCondition... parts) {
        return facts -> {
            int truth = Kleene.FALSE;
            for (int i = 0; i < parts.length && truth != Kleene.TRUE; i++) {
                truth = Math.max(truth, parts[i].truth(facts));
            }
            return truth;
        };
    }

    private CompiledCondition compareNumbers(Condition.Compare compare) {
        FactReading left = FactReading.of(compare.left());
        Comparator comparator = compare.comparator();
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public CompiledCondition constant(Bound.Constant bound) {
                long limit = ConditionTypes.number(compare.left(), bound.value(), currency);
                return compareWithConstant(left, comparator, limit);
            }

            @Override
            public CompiledCondition shareOf(Bound.ShareOf bound) {
                ConditionTypes.requireSameDimension(compare.left(), bound.of());
                return new AgainstShare(left, comparator, bound.share().micros(), FactReading.of(bound.of()));
            }

            @Override
            public CompiledCondition other(Bound.Other bound) {
                ConditionTypes.requireSameDimension(compare.left(), bound.reference());
                return new AgainstShare(left, comparator, Exact.ONE, FactReading.of(bound.reference()));
            }
        });
    }

    private static CompiledCondition compareWithConstant(FactReading left, Comparator comparator, long limit) {
        return switch (comparator) {
            case MORE_THAN -> facts -> left.isKnown(facts) ? Kleene.of(left.micros(facts) > limit) : Kleene.UNKNOWN;
            case LESS_THAN -> facts -> left.isKnown(facts) ? Kleene.of(left.micros(facts) < limit) : Kleene.UNKNOWN;
            case AT_LEAST -> facts -> left.isKnown(facts) ? Kleene.of(left.micros(facts) >= limit) : Kleene.UNKNOWN;
            case AT_MOST -> facts -> left.isKnown(facts) ? Kleene.of(left.micros(facts) <= limit) : Kleene.UNKNOWN;
            case IS -> facts -> left.isKnown(facts) ? Kleene.of(left.micros(facts) == limit) : Kleene.UNKNOWN;
            case IS_NOT -> facts -> left.isKnown(facts) ? Kleene.of(left.micros(facts) != limit) : Kleene.UNKNOWN;
        };
    }

    private CompiledCondition oneOfNumbers(Condition.OneOf oneOf) {
        FactReading left = FactReading.of(oneOf.left());
        long[] numbers = new long[oneOf.values().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ConditionTypes.number(oneOf.left(), oneOf.values().get(i), currency);
        }
        Arrays.sort(numbers);
        return facts ->
                left.isKnown(facts) ? Kleene.of(Arrays.binarySearch(numbers, left.micros(facts)) >= 0) : Kleene.UNKNOWN;
    }

    private static CompiledCondition compareTexts(Condition.Compare compare) {
        ConditionTypes.requireNoOrdering(compare);
        boolean wanted = compare.comparator() == Comparator.IS;
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public CompiledCondition constant(Bound.Constant bound) {
                return textAmong(FactReading.of(compare.left()), List.of(ConditionTypes.text(bound.value())), wanted);
            }

            @Override
            public CompiledCondition shareOf(Bound.ShareOf bound) {
                throw ConditionTypes.noShareOfText(bound.of());
            }

            @Override
            public CompiledCondition other(Bound.Other bound) {
                ConditionTypes.requireSameDimension(compare.left(), bound.reference());
                return sameText(FactReading.of(compare.left()), FactReading.of(bound.reference()), wanted);
            }
        });
    }

    private static CompiledCondition oneOfTexts(Condition.OneOf oneOf) {
        List<String> texts = new ArrayList<>();
        for (Value value : oneOf.values()) {
            texts.add(ConditionTypes.text(value));
        }
        return textAmong(FactReading.of(oneOf.left()), texts, true);
    }

    /** Asks whether a text, or any of a set of them, is among the texts; or, if not {@code wanted}, whether none is. */
    private static CompiledCondition textAmong(FactReading left, List<String> texts, boolean wanted) {
        if (left.isSet()) {
            List<String> any = List.copyOf(texts);
            return facts -> left.isKnown(facts) ? Kleene.of(hasAny(left.texts(facts), any) == wanted) : Kleene.UNKNOWN;
        }
        Set<String> among = Set.copyOf(texts);
        return facts -> {
            String text = left.text(facts);
            return text == null ? Kleene.UNKNOWN : Kleene.of(among.contains(text) == wanted);
        };
    }

    private static boolean hasAny(Set<String> texts, List<String> any) {
        // By index: an iterator would be an allocation on the order path.
        for (int i = 0; i < any.size(); i++) {
            if (texts.contains(any.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Asks whether two text facts have a text in common; a person may hold several roles, or none. */
    private static CompiledCondition sameText(FactReading left, FactReading right, boolean wanted) {
        if (left.isSet() && right.isSet()) {
            return facts -> left.isKnown(facts) && right.isKnown(facts)
                    ? Kleene.of(!Collections.disjoint(left.texts(facts), right.texts(facts)) == wanted)
                    : Kleene.UNKNOWN;
        }
        if (left.isSet() || right.isSet()) {
            FactReading several = left.isSet() ? left : right;
            FactReading other = left.isSet() ? right : left;
            return facts -> {
                String text = other.text(facts);
                boolean known = text != null && several.isKnown(facts);
                return known ? Kleene.of(several.texts(facts).contains(text) == wanted) : Kleene.UNKNOWN;
            };
        }
        return facts -> {
            String text = left.text(facts);
            String other = right.text(facts);
            return text == null || other == null ? Kleene.UNKNOWN : Kleene.of(text.equals(other) == wanted);
        };
    }

    /** Compares a fact with so many millionths of another one, exactly. */
    private record AgainstShare(FactReading left, Comparator comparator, long share, FactReading of)
            implements CompiledCondition {
        @Override
        public int truth(Facts facts) {
            if (!left.isKnown(facts) || !of.isKnown(facts)) {
                return Kleene.UNKNOWN;
            }
            int sign = Exact.compareProducts(left.micros(facts), Exact.ONE, share, of.micros(facts));
            return Kleene.of(comparator.holds(sign));
        }
    }
}
