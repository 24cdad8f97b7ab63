package org.portcullis.engine.fact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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

    private final int line;
    private final Instant at;
    private final FactState[] states;
    private final long[] micros;
    private final @Nullable String[] texts;
    private final Set<String> requesterRoles;
    private final Set<String> switchesPulled;
    private final int advTradingDays;
    private final long localPriceMicros;
    private final @Nullable Provenance[] provenance;
    private final @Nullable FactGap[] gaps;
    private final Map<Reference, Derived> derived;

    /** A fact that is computed over time. */
    private record Derived(
            FactState state,
            long micros,
            @Nullable Provenance from,
            @Nullable FactGap gap) {}

    private Facts(Builder builder) {
        line = builder.line;
        at = builder.at;
        states = builder.states.clone();
        micros = builder.micros.clone();
        texts = builder.texts.clone();
        requesterRoles = builder.requesterRoles;
        switchesPulled = builder.switchesPulled;
        advTradingDays = builder.advTradingDays;
        localPriceMicros = builder.localPriceMicros;
        provenance = builder.provenance.clone();
        gaps = builder.gaps.clone();
        derived = Map.copyOf(builder.derived);
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
            Derived fact = derived.get(reference);
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
            Derived fact = derived.get(reference);
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
        return Optional.ofNullable(derived.get(reference)).flatMap(fact -> Optional.ofNullable(fact.from));
    }

    /** Why the fact that the reference names is not known, where that was recorded. */
    public Optional<FactGap> gap(Reference reference) {
        if (reference.derivation().isEmpty()) {
            return gap(reference.measure());
        }
        return Optional.ofNullable(derived.get(reference)).flatMap(fact -> Optional.ofNullable(fact.gap));
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
        return Optional.ofNullable(provenance[index(measure)]);
    }

    /** Why the fact is not known; empty where it is. */
    public Optional<FactGap> gap(Measure measure) {
        return Optional.ofNullable(gaps[index(measure)]);
    }

    /** A builder with the same facts, for deriving others. */
    public Builder toBuilder() {
        return toBuilder(line);
    }

    /** A builder with the same facts for another line. */
    Builder toBuilder(int otherLine) {
        Builder copy = new Builder(otherLine, at);
        System.arraycopy(states, 0, copy.states, 0, states.length);
        System.arraycopy(micros, 0, copy.micros, 0, micros.length);
        System.arraycopy(texts, 0, copy.texts, 0, texts.length);
        System.arraycopy(provenance, 0, copy.provenance, 0, provenance.length);
        System.arraycopy(gaps, 0, copy.gaps, 0, gaps.length);
        copy.requesterRoles = requesterRoles;
        copy.switchesPulled = switchesPulled;
        copy.derived.putAll(derived);
        copy.advTradingDays = advTradingDays;
        copy.localPriceMicros = localPriceMicros;
        return copy;
    }

    // The ordinal indexes arrays within one run and is never written anywhere.
    @SuppressWarnings("EnumOrdinal")
    private static int index(Measure measure) {
        return measure.ordinal();
    }

    /** Collects facts; owned by one thread. */
    public static final class Builder {
        private final int line;
        private final Instant at;
        private final FactState[] states = new FactState[MEASURES.length];
        private final long[] micros = new long[MEASURES.length];
        private final @Nullable String[] texts = new String[MEASURES.length];
        private Set<String> requesterRoles = Set.of();
        private Set<String> switchesPulled = Set.of();
        private final Map<Reference, Derived> derived = new HashMap<>();
        private int advTradingDays;
        private long localPriceMicros;
        private final @Nullable Provenance[] provenance = new Provenance[MEASURES.length];
        private final @Nullable FactGap[] gaps = new FactGap[MEASURES.length];

        private Builder(int line, Instant at) {
            this.line = line;
            this.at = at;
            Arrays.fill(states, FactState.NOT_GIVEN);
            states[index(Measure.SWITCH_PULLED)] = FactState.KNOWN;
        }

        /** Sets a numeric fact in millionths. */
        public Builder number(Measure measure, long value, Provenance from) {
            if (measure.dimension() == Dimension.TEXT) {
                throw new IllegalArgumentException("`" + measure.path() + "` is text, not a number");
            }
            states[index(measure)] = FactState.KNOWN;
            micros[index(measure)] = value;
            provenance[index(measure)] = from;
            gaps[index(measure)] = null;
            return this;
        }

        /** Sets a text fact. */
        public Builder text(Measure measure, String value, Provenance from) {
            if (measure.dimension() != Dimension.TEXT) {
                throw new IllegalArgumentException("`" + measure.path() + "` is a number, not text");
            }
            states[index(measure)] = FactState.KNOWN;
            texts[index(measure)] = value;
            provenance[index(measure)] = from;
            gaps[index(measure)] = null;
            return this;
        }

        /** Sets the requester's roles; makes `requester.role` known even where there is none. */
        public Builder requesterRoles(Set<String> roles, Provenance from) {
            requesterRoles = Collections.unmodifiableSet(new TreeSet<>(roles));
            states[index(Measure.REQUESTER_ROLE)] = FactState.KNOWN;
            provenance[index(Measure.REQUESTER_ROLE)] = from;
            gaps[index(Measure.REQUESTER_ROLE)] = null;
            return this;
        }

        /** Sets the ids of the kill switches that are pulled. */
        public Builder switchesPulled(Set<String> ids, Provenance from) {
            switchesPulled = Collections.unmodifiableSet(new TreeSet<>(ids));
            states[index(Measure.SWITCH_PULLED)] = FactState.KNOWN;
            provenance[index(Measure.SWITCH_PULLED)] = from;
            gaps[index(Measure.SWITCH_PULLED)] = null;
            return this;
        }

        /** Sets the number of the fact that the reference names, in millionths: of a measure, or of what is computed over time. */
        public Builder number(Reference reference, long value, Provenance from) {
            if (reference.derivation().isEmpty()) {
                return number(reference.measure(), value, from);
            }
            derived.put(reference, new Derived(FactState.KNOWN, value, from, null));
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
            derived.put(reference, new Derived(state, 0, null, gap));
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
            if (state == FactState.KNOWN) {
                throw new IllegalArgumentException("a fact with a gap is not known");
            }
            states[index(measure)] = state;
            texts[index(measure)] = null;
            micros[index(measure)] = 0;
            gaps[index(measure)] = gap;
            provenance[index(measure)] = null;
            return this;
        }

        /** Takes over one fact as it is, known or not. */
        Builder copy(Measure measure, Facts from) {
            int at = index(measure);
            states[at] = from.states[at];
            micros[at] = from.micros[at];
            texts[at] = from.texts[at];
            provenance[at] = from.provenance[at];
            gaps[at] = from.gaps[at];
            return this;
        }

        /** Makes the immutable facts. */
        public Facts build() {
            return new Facts(this);
        }
    }
}
