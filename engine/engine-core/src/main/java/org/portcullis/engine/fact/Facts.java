package org.portcullis.engine.fact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.Value;

/**
 * The facts of one order or one basket, as evaluators read them.
 *
 * <p>Numbers are millionths of the measure's unit, amounts of money are in the policy's currency. Immutable and safe for use by many threads. The
 * evaluator's path reads arrays and allocates nothing; provenance and gaps are kept for explanations.
 *
 * <p>What a policy computes over time, such as `sum of order.notional per order.desk per trading day`, is a fact as well, named by its reference. Nobody
 * computes it here: whoever keeps the past gives it, and it is not known unless given.
 */
public final class Facts {
    private static final Measure[] MEASURES = Measure.values();
    private static final FactState[] NOTHING_KNOWN = nothingKnown();

    private final int line;
    private final Instant at;
    // INVARIANT: nobody writes to an array once facts have it; builders write to copies of what they share.
    private final FactState[] states;
    private final long[] micros;
    private final @Nullable String[] texts;
    /** Of each fact where it comes from, a {@link Provenance}, or why it is not known, a {@link Why}; null where that was not recorded. */
    private final @Nullable Object[] notes;

    private final Set<String> requesterRoles;
    private final Set<String> switchesPulled;
    private final int advTradingDays;
    private final long localPriceMicros;
    private final Derived[] derived;

    /** Why a fact is not known; put into words only where somebody asks. */
    sealed interface Why {
        FactGap gap();

        /** A reason that is in words already. */
        record Said(FactGap gap) implements Why {}

        /** Nobody has given the measure. */
        record NotGiven(Gaps gaps, Measure measure) implements Why {
            @Override
            public FactGap gap() {
                return gaps.notGiven(measure);
            }
        }

        /** The warnings are counted later. */
        record NotCounted(Gaps gaps) implements Why {
            @Override
            public FactGap gap() {
                return gaps.notCountedYet();
            }
        }
    }

    /** A fact that is computed over time. */
    private record Derived(
            Reference reference,
            FactState state,
            long micros,
            @Nullable Provenance from,
            @Nullable FactGap gap) {}

    private static final Derived[] NO_DERIVED = {};

    private Facts(Builder builder) {
        line = builder.line;
        at = builder.at;
        states = builder.states;
        micros = builder.micros;
        texts = builder.texts;
        notes = builder.notes;
        requesterRoles = builder.requesterRoles;
        switchesPulled = builder.switchesPulled;
        advTradingDays = builder.advTradingDays;
        localPriceMicros = builder.localPriceMicros;
        derived = builder.derived;
    }

    /**
     * Starts the facts of line {@code line}, or of the basket for 0, judged at {@code at}; every fact begins as not given, but that no kill switch is
     * pulled.
     */
    public static Builder builder(int line, Instant at) {
        return new Builder(line, at);
    }

    /** The line's number from 1, or 0 for the basket. */
    public int line() {
        return line;
    }

    /** The instant at which the facts are judged. */
    public Instant at() {
        return at;
    }

    /** Whether the fact is known. */
    public boolean isKnown(Measure measure) {
        return states[index(measure)] == FactState.KNOWN;
    }

    /** Whether the fact that the reference names is known, and averaged over the number of trading days that it wants. */
    public boolean isKnown(Reference reference) {
        return state(reference) == FactState.KNOWN;
    }

    /** The state of the fact that the reference names; one that is averaged over another number of trading days is not known. */
    public FactState state(Reference reference) {
        if (reference.derivation().isPresent()) {
            Derived fact = derived(reference);
            return fact == null ? FactState.NOT_GIVEN : fact.state;
        }
        FactState state = states[index(reference.measure())];
        OptionalInt days = reference.overTradingDays();
        boolean otherWindow = days.isPresent() && days.getAsInt() != advTradingDays;
        return state == FactState.KNOWN && otherWindow ? FactState.OTHER_WINDOW : state;
    }

    /** The number of the fact that the reference names, in millionths; meaningful only where it is known and numeric. */
    public long micros(Reference reference) {
        if (reference.derivation().isPresent()) {
            Derived fact = derived(reference);
            return fact == null ? 0 : fact.micros;
        }
        return micros(reference.measure());
    }

    /** The fact that the reference names with its unit, as {@link #value(Measure, CurrencyCode)}. */
    public Optional<Value> value(Reference reference, CurrencyCode currency) {
        if (reference.derivation().isEmpty()) {
            return isKnown(reference) ? value(reference.measure(), currency) : Optional.empty();
        }
        return isKnown(reference)
                ? Optional.of(Value.of(reference.dimension(), micros(reference), currency))
                : Optional.empty();
    }

    /** Where the fact that the reference names comes from, if that was recorded. */
    public Optional<Provenance> provenance(Reference reference) {
        if (reference.derivation().isEmpty()) {
            return provenance(reference.measure());
        }
        Derived fact = derived(reference);
        return fact == null ? Optional.empty() : Optional.ofNullable(fact.from);
    }

    /** Why the fact that the reference names is not known, where that was recorded. */
    public Optional<FactGap> gap(Reference reference) {
        if (reference.derivation().isEmpty()) {
            return gap(reference.measure());
        }
        Derived fact = derived(reference);
        return fact == null ? Optional.empty() : Optional.ofNullable(fact.gap);
    }

    /** The fact's state. */
    public FactState state(Measure measure) {
        return states[index(measure)];
    }

    /** The fact's number in millionths; meaningful only where {@link #isKnown} and the measure is numeric. */
    public long micros(Measure measure) {
        return micros[index(measure)];
    }

    /** The fact's text, or null where it is not known or no text. */
    public @Nullable String text(Measure measure) {
        return texts[index(measure)];
    }

    /** The fact with its unit; amounts of money are in {@code currency}, the policy's. Empty where it is not known, and for what has several texts. */
    public Optional<Value> value(Measure measure, CurrencyCode currency) {
        if (!isKnown(measure)) {
            return Optional.empty();
        }
        if (measure.dimension() == Dimension.TEXT) {
            return Optional.ofNullable(text(measure)).map(Value.Text::new);
        }
        return Optional.of(Value.of(measure.dimension(), micros(measure), currency));
    }

    /** The names of the roles that the requester holds; `requester.role is "X"` asks whether X is among them. */
    public Set<String> requesterRoles() {
        return requesterRoles;
    }

    /** The ids of the kill switches that are pulled. */
    public Set<String> switchesPulled() {
        return switchesPulled;
    }

    /** Whether a fact of the measure is a set of texts, of which `is "X"` asks whether X is among them. */
    public static boolean hasSeveralTexts(Measure measure) {
        return measure == Measure.REQUESTER_ROLE || measure == Measure.SWITCH_PULLED;
    }

    /** The texts of a fact that has several; meaningful only where it is known. */
    public Set<String> texts(Measure measure) {
        if (!hasSeveralTexts(measure)) {
            throw new IllegalArgumentException("`" + measure.path() + "` has one text at most");
        }
        return measure == Measure.REQUESTER_ROLE ? requesterRoles : switchesPulled;
    }

    /** The number of trading days over which `market.adv` is averaged; 0 where not known. */
    public int advTradingDays() {
        return advTradingDays;
    }

    /** The order's price in the instrument's own currency, from which `order.notional` was computed; 0 where not known. */
    public long localPriceMicros() {
        return localPriceMicros;
    }

    /** Where the fact comes from, if that was recorded. */
    public Optional<Provenance> provenance(Measure measure) {
        return notes[index(measure)] instanceof Provenance from ? Optional.of(from) : Optional.empty();
    }

    /** Why the fact is not known; empty where it is. */
    public Optional<FactGap> gap(Measure measure) {
        return notes[index(measure)] instanceof Why why ? Optional.of(why.gap()) : Optional.empty();
    }

    /** A builder with the same facts, for deriving others. */
    public Builder toBuilder() {
        return toBuilder(line);
    }

    /** A builder with the same facts for another line. */
    Builder toBuilder(int otherLine) {
        return new Builder(otherLine, this);
    }

    /** Whether the fact is known or not, with the same number and text, as in other facts. */
    boolean isSame(Measure measure, Facts other) {
        int i = index(measure);
        return states[i] == other.states[i]
                && (states[i] != FactState.KNOWN
                        || (micros[i] == other.micros[i] && Objects.equals(texts[i], other.texts[i])));
    }

    // Who asks has most often the very reference that the fact was computed for; equal ones are found next.
    @SuppressWarnings("ReferenceEquality")
    private @Nullable Derived derived(Reference reference) {
        for (Derived fact : derived) {
            if (fact.reference == reference) {
                return fact;
            }
        }
        for (Derived fact : derived) {
            if (fact.reference.equals(reference)) {
                return fact;
            }
        }
        return null;
    }

    // The ordinal indexes arrays within one run and is never written anywhere.
    @SuppressWarnings("EnumOrdinal")
    private static int index(Measure measure) {
        return measure.ordinal();
    }

    private static FactState[] nothingKnown() {
        FactState[] states = new FactState[MEASURES.length];
        Arrays.fill(states, FactState.NOT_GIVEN);
        states[index(Measure.SWITCH_PULLED)] = FactState.KNOWN;
        return states;
    }

    /** Collects facts; owned by one thread. */
    public static final class Builder {
        private final int line;
        private final Instant at;
        private FactState[] states;
        private long[] micros;
        private @Nullable String[] texts;
        private @Nullable Object[] notes;
        private Set<String> requesterRoles;
        private Set<String> switchesPulled;
        private Derived[] derived;
        private int advTradingDays;
        private long localPriceMicros;
        private boolean shared;

        private Builder(int line, Instant at) {
            this.line = line;
            this.at = at;
            states = NOTHING_KNOWN.clone();
            micros = new long[MEASURES.length];
            texts = new String[MEASURES.length];
            notes = new Object[MEASURES.length];
            requesterRoles = Set.of();
            switchesPulled = Set.of();
            derived = NO_DERIVED;
        }

        private Builder(int line, Facts from) {
            this.line = line;
            at = from.at;
            states = from.states;
            micros = from.micros;
            texts = from.texts;
            notes = from.notes;
            requesterRoles = from.requesterRoles;
            switchesPulled = from.switchesPulled;
            derived = from.derived;
            advTradingDays = from.advTradingDays;
            localPriceMicros = from.localPriceMicros;
            shared = true;
        }

        /** Copies what facts have, before it is written to. */
        private void own() {
            if (shared) {
                states = states.clone();
                micros = micros.clone();
                texts = texts.clone();
                notes = notes.clone();
                shared = false;
            }
        }

        private void know(Measure measure, Provenance from) {
            own();
            states[index(measure)] = FactState.KNOWN;
            notes[index(measure)] = from;
        }

        private void putDerived(Derived fact) {
            int i = 0;
            while (i < derived.length && !derived[i].reference.equals(fact.reference)) {
                i++;
            }
            derived = Arrays.copyOf(derived, Math.max(derived.length, i + 1));
            derived[i] = fact;
        }

        /** Sets a numeric fact in millionths. */
        public Builder number(Measure measure, long value, Provenance from) {
            if (measure.dimension() == Dimension.TEXT) {
                throw new IllegalArgumentException("`" + measure.path() + "` is text, not a number");
            }
            know(measure, from);
            micros[index(measure)] = value;
            return this;
        }

        /** Sets a text fact. */
        public Builder text(Measure measure, String value, Provenance from) {
            if (measure.dimension() != Dimension.TEXT) {
                throw new IllegalArgumentException("`" + measure.path() + "` is a number, not text");
            }
            know(measure, from);
            texts[index(measure)] = value;
            return this;
        }

        /** Sets the requester's roles; makes `requester.role` known even where there is none. */
        public Builder requesterRoles(Set<String> roles, Provenance from) {
            requesterRoles = sorted(roles);
            know(Measure.REQUESTER_ROLE, from);
            return this;
        }

        /** Sets the ids of the kill switches that are pulled. */
        public Builder switchesPulled(Set<String> ids, Provenance from) {
            switchesPulled = sorted(ids);
            know(Measure.SWITCH_PULLED, from);
            return this;
        }

        /** Sets the number of the fact that the reference names, in millionths: of a measure, or of what is computed over time. */
        public Builder number(Reference reference, long value, Provenance from) {
            if (reference.derivation().isEmpty()) {
                return number(reference.measure(), value, from);
            }
            putDerived(new Derived(reference, FactState.KNOWN, value, from, null));
            return this;
        }

        /** Makes the fact that the reference names unknown and says why. */
        public Builder unknown(Reference reference, FactState state, FactGap gap) {
            if (reference.derivation().isEmpty()) {
                return unknown(reference.measure(), state, gap);
            }
            if (state == FactState.KNOWN) {
                throw new IllegalArgumentException("a fact with a gap is not known");
            }
            putDerived(new Derived(reference, state, 0, null, gap));
            return this;
        }

        /** Sets the number of trading days over which `market.adv` is averaged. */
        public Builder advTradingDays(int days) {
            advTradingDays = days;
            return this;
        }

        /** Sets the order's price in the instrument's own currency, in millionths. */
        public Builder localPrice(long priceMicros) {
            localPriceMicros = priceMicros;
            return this;
        }

        /** Makes a fact unknown and says why. */
        public Builder unknown(Measure measure, FactState state, FactGap gap) {
            return unknown(measure, state, new Why.Said(gap));
        }

        /** Makes a fact unknown; why is put into words when somebody asks. */
        Builder unknown(Measure measure, FactState state, Why why) {
            if (state == FactState.KNOWN) {
                throw new IllegalArgumentException("a fact with a gap is not known");
            }
            own();
            states[index(measure)] = state;
            texts[index(measure)] = null;
            micros[index(measure)] = 0;
            notes[index(measure)] = why;
            return this;
        }

        /** Takes over one fact as it is, known or not. */
        Builder copy(Measure measure, Facts from) {
            own();
            int i = index(measure);
            states[i] = from.states[i];
            micros[i] = from.micros[i];
            texts[i] = from.texts[i];
            notes[i] = from.notes[i];
            return this;
        }

        /** Makes the immutable facts. */
        public Facts build() {
            shared = true;
            return new Facts(this);
        }

        /**
         * The facts as they are so far, to be read until the builder goes on: what is written afterwards shows in them.
         *
         * <p>They MUST NOT leave the thread that builds.
         */
        Facts peek() {
            return new Facts(this);
        }

        private static Set<String> sorted(Set<String> texts) {
            return texts.size() <= 1 ? Set.copyOf(texts) : Collections.unmodifiableSet(new TreeSet<>(texts));
        }
    }
}
