package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

/**
 * Compiles conditions to code that compares scaled longs and texts.
 *
 * <p>Types are checked here, once, so that the code cannot fail on the order path. Products are compared in 128 bits.
 *
 * @param currency the policy's currency, in which facts of money are given
 */
record ConditionCompiler(CurrencyCode currency) implements CompiledCondition.Compiler {
    /** The most texts that are compared in turn; more are looked up. */
    private static final int MAX_COMPARED = 8;

    @Override
    public ConditionCode compile(Condition condition) {
        return condition.match(new Condition.Cases<>() {
            @Override
            public ConditionCode always(Condition.Always always) {
                return ConditionCode.always();
            }

            @Override
            public ConditionCode all(Condition.All all) {
                return ConditionCode.all(compileAll(all.parts()));
            }

            @Override
            public ConditionCode any(Condition.Any any) {
                return ConditionCode.any(compileAll(any.parts()));
            }

            @Override
            public ConditionCode not(Condition.Not not) {
                return ConditionCode.not(compile(not.part()));
            }

            @Override
            public ConditionCode compare(Condition.Compare compare) {
                return ConditionTypes.isText(compare.left()) ? compareTexts(compare) : compareNumbers(compare);
            }

            @Override
            public ConditionCode oneOf(Condition.OneOf oneOf) {
                return ConditionTypes.isText(oneOf.left()) ? oneOfTexts(oneOf) : oneOfNumbers(oneOf);
            }

            @Override
            public ConditionCode missing(Condition.Missing missing) {
                return ConditionCode.missing(FactReading.of(missing.what()));
            }
        });
    }

    /** Without a stream, whose frames would more than double the stack that a deep condition takes. */
    private List<ConditionCode> compileAll(List<Condition> parts) {
        List<ConditionCode> compiled = new ArrayList<>();
        for (Condition part : parts) {
            compiled.add(compile(part));
        }
        return compiled;
    }

    private ConditionCode compareNumbers(Condition.Compare compare) {
        FactReading left = FactReading.of(compare.left());
        Comparator comparator = compare.comparator();
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public ConditionCode constant(Bound.Constant bound) {
                long limit = ConditionTypes.number(compare.left(), bound.value(), currency);
                return ConditionCode.number(left, comparator, limit);
            }

            @Override
            public ConditionCode shareOf(Bound.ShareOf bound) {
                ConditionTypes.requireSameDimension(compare.left(), bound.of());
                return ConditionCode.share(left, comparator, bound.share().micros(), FactReading.of(bound.of()));
            }

            @Override
            public ConditionCode other(Bound.Other bound) {
                ConditionTypes.requireSameDimension(compare.left(), bound.reference());
                return ConditionCode.share(left, comparator, Exact.ONE, FactReading.of(bound.reference()));
            }
        });
    }

    private ConditionCode oneOfNumbers(Condition.OneOf oneOf) {
        FactReading left = FactReading.of(oneOf.left());
        long[] numbers = new long[oneOf.values().size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = ConditionTypes.number(oneOf.left(), oneOf.values().get(i), currency);
        }
        return ConditionCode.numbers(left, numbers);
    }

    private static ConditionCode compareTexts(Condition.Compare compare) {
        ConditionTypes.requireNoOrdering(compare);
        boolean wanted = compare.comparator() == Comparator.IS;
        return compare.right().match(new Bound.Cases<>() {
            @Override
            public ConditionCode constant(Bound.Constant bound) {
                return textAmong(FactReading.of(compare.left()), List.of(ConditionTypes.text(bound.value())), wanted);
            }

            @Override
            public ConditionCode shareOf(Bound.ShareOf bound) {
                throw ConditionTypes.noShareOfText(bound.of());
            }

            @Override
            public ConditionCode other(Bound.Other bound) {
                ConditionTypes.requireSameDimension(compare.left(), bound.reference());
                return sameText(FactReading.of(compare.left()), FactReading.of(bound.reference()), wanted);
            }
        });
    }

    private static ConditionCode oneOfTexts(Condition.OneOf oneOf) {
        List<String> texts = new ArrayList<>();
        for (Value value : oneOf.values()) {
            texts.add(ConditionTypes.text(value));
        }
        return textAmong(FactReading.of(oneOf.left()), texts, true);
    }

    /** Asks whether a text, or any of a set of them, is among the texts; or, if not {@code wanted}, whether none is. */
    private static ConditionCode textAmong(FactReading left, List<String> texts, boolean wanted) {
        if (left.isSet()) {
            List<String> any = List.copyOf(texts);
            return ConditionCode.other(facts ->
                    left.isKnown(facts) ? Kleene.of(hasAny(left.texts(facts), any) == wanted) : Kleene.UNKNOWN);
        }
        if (texts.size() <= MAX_COMPARED) {
            return ConditionCode.texts(left, texts, wanted);
        }
        Set<String> among = Set.copyOf(texts);
        return ConditionCode.other(facts -> {
            String text = left.text(facts);
            return text == null ? Kleene.UNKNOWN : Kleene.of(among.contains(text) == wanted);
        });
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
    private static ConditionCode sameText(FactReading left, FactReading right, boolean wanted) {
        if (left.isSet() && right.isSet()) {
            return ConditionCode.other(facts -> left.isKnown(facts) && right.isKnown(facts)
                    ? Kleene.of(!Collections.disjoint(left.texts(facts), right.texts(facts)) == wanted)
                    : Kleene.UNKNOWN);
        }
        if (left.isSet() || right.isSet()) {
            FactReading several = left.isSet() ? left : right;
            FactReading other = left.isSet() ? right : left;
            return ConditionCode.other(facts -> {
                String text = other.text(facts);
                boolean known = text != null && several.isKnown(facts);
                return known ? Kleene.of(several.texts(facts).contains(text) == wanted) : Kleene.UNKNOWN;
            });
        }
        return ConditionCode.other(facts -> {
            String text = left.text(facts);
            String other = right.text(facts);
            return text == null || other == null ? Kleene.UNKNOWN : Kleene.of(text.equals(other) == wanted);
        });
    }
}
