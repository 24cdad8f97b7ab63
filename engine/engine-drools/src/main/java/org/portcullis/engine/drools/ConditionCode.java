package org.portcullis.engine.drools;

import java.util.Arrays;
import java.util.List;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.value.Exact;

/**
 * Is a condition as a tree of one class: what it asks is a number and not a type.
 *
 * <p>A closure for each kind of condition is called through a table, since the order path meets all of them in turn; these calls were measured at half of
 * what an order costs. One class is called directly, and the just-in-time compiler sees into it.
 */
final class ConditionCode implements CompiledCondition {

    private enum Kind {
        ALWAYS,
        ALL,
        ANY,
        NOT,
        NUMBER,
        SHARE,
        NUMBERS,
        TEXTS,
        MISSING,
        OTHER
    }

    private static final ConditionCode[] NO_PARTS = {};
    private static final String[] NO_TEXTS = {};
    private static final long[] NO_NUMBERS = {};
    private static final CompiledCondition NO_OTHER = facts -> Kleene.UNKNOWN;

    private final Kind kind;
    private final ConditionCode[] parts;
    private final FactReading left;
    private final FactReading whole;
    private final boolean whenLess;
    private final boolean whenSame;
    private final boolean whenMore;
    private final long limit;
    private final long[] numbers;
    private final String[] texts;
    private final boolean wanted;
    private final CompiledCondition other;

    private ConditionCode(
            Kind kind,
            ConditionCode[] parts,
            FactReading left,
            FactReading whole,
            Comparator comparator,
            long limit,
            long[] numbers,
            String[] texts,
            boolean wanted,
            CompiledCondition other) {
        this.kind = kind;
        this.parts = parts;
        this.left = left;
        this.whole = whole;
        this.whenLess = comparator.holds(-1);
        this.whenSame = comparator.holds(0);
        this.whenMore = comparator.holds(1);
        this.limit = limit;
        this.numbers = numbers;
        this.texts = texts;
        this.wanted = wanted;
        this.other = other;
    }

    static ConditionCode always() {
        return of(Kind.ALWAYS, NO_PARTS);
    }

    static ConditionCode all(List<ConditionCode> parts) {
        return of(Kind.ALL, parts.toArray(NO_PARTS));
    }

    static ConditionCode any(List<ConditionCode> parts) {
        return of(Kind.ANY, parts.toArray(NO_PARTS));
    }

    static ConditionCode not(ConditionCode part) {
        return of(Kind.NOT, new ConditionCode[] {part});
    }

    /** Compares a fact with a number. */
    static ConditionCode number(FactReading left, Comparator comparator, long limit) {
        return new ConditionCode(
                Kind.NUMBER, NO_PARTS, left, left, comparator, limit, NO_NUMBERS, NO_TEXTS, true, NO_OTHER);
    }

    /** Compares a fact with so many millionths of another one, exactly. */
    static ConditionCode share(FactReading left, Comparator comparator, long share, FactReading whole) {
        return new ConditionCode(
                Kind.SHARE, NO_PARTS, left, whole, comparator, share, NO_NUMBERS, NO_TEXTS, true, NO_OTHER);
    }

    /** Asks whether a fact is one of the numbers. */
    static ConditionCode numbers(FactReading left, long[] numbers) {
        long[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new ConditionCode(
                Kind.NUMBERS, NO_PARTS, left, left, Comparator.IS, 0, sorted, NO_TEXTS, true, NO_OTHER);
    }

    /** Asks whether a text is among the texts or, if not {@code wanted}, whether it is not; they are few, or {@link #other} looks them up. */
    static ConditionCode texts(FactReading left, List<String> texts, boolean wanted) {
        return new ConditionCode(
                Kind.TEXTS,
                NO_PARTS,
                left,
                left,
                Comparator.IS,
                0,
                NO_NUMBERS,
                texts.toArray(NO_TEXTS),
                wanted,
                NO_OTHER);
    }

    static ConditionCode missing(FactReading fact) {
        return new ConditionCode(
                Kind.MISSING, NO_PARTS, fact, fact, Comparator.IS, 0, NO_NUMBERS, NO_TEXTS, true, NO_OTHER);
    }

    /** What is asked seldom stays a closure. */
    static ConditionCode other(CompiledCondition condition) {
        return new ConditionCode(
                Kind.OTHER,
                NO_PARTS,
                FactReading.NONE,
                FactReading.NONE,
                Comparator.IS,
                0,
                NO_NUMBERS,
                NO_TEXTS,
                true,
                condition);
    }

    private static ConditionCode of(Kind kind, ConditionCode[] parts) {
        return new ConditionCode(
                kind,
                parts,
                FactReading.NONE,
                FactReading.NONE,
                Comparator.IS,
                0,
                NO_NUMBERS,
                NO_TEXTS,
                true,
                NO_OTHER);
    }

    @Override
    public int truth(Facts facts) {
        return switch (kind) {
            case NUMBER ->
                left.isKnown(facts) ? Kleene.of(holds(Long.compare(left.micros(facts), limit))) : Kleene.UNKNOWN;
            case SHARE -> share(facts);
            case TEXTS -> text(facts);
            case ALL -> all(facts);
            case ANY -> any(facts);
            case NOT -> Kleene.not(parts[0].truth(facts));
            case NUMBERS ->
                left.isKnown(facts) ? Kleene.of(Arrays.binarySearch(numbers, left.micros(facts)) >= 0) : Kleene.UNKNOWN;
            case MISSING -> Kleene.of(!left.isKnown(facts));
            case ALWAYS -> Kleene.TRUE;
            case OTHER -> other.truth(facts);
        };
    }

    private boolean holds(int sign) {
        return sign < 0 ? whenLess : sign == 0 ? whenSame : whenMore;
    }

    private int share(Facts facts) {
        if (!left.isKnown(facts) || !whole.isKnown(facts)) {
            return Kleene.UNKNOWN;
        }
        return Kleene.of(holds(Exact.compareProducts(left.micros(facts), Exact.ONE, limit, whole.micros(facts))));
    }

    private int text(Facts facts) {
        String text = left.text(facts);
        if (text == null) {
            return Kleene.UNKNOWN;
        }
        for (String each : texts) {
            if (each.equals(text)) {
                return Kleene.of(wanted);
            }
        }
        return Kleene.of(!wanted);
    }

    /** False if any part is false, else unknown if any part is unknown. */
    private int all(Facts facts) {
        int truth = Kleene.TRUE;
        for (int i = 0; i < parts.length && truth != Kleene.FALSE; i++) {
            truth = Math.min(truth, parts[i].truth(facts));
        }
        return truth;
    }

    /** True if any part is true, else unknown if any part is unknown. */
    private int any(Facts facts) {
        int truth = Kleene.FALSE;
        for (int i = 0; i < parts.length && truth != Kleene.TRUE; i++) {
            truth = Math.max(truth, parts[i].truth(facts));
        }
        return truth;
    }
}
