package org.portcullis.engine.fact;

import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import org.portcullis.model.measure.Measure;

/** Is a number on its way to becoming a fact: known with its provenance, or unknown with the reason at its root. */
sealed interface Reading {

    <R> R match(Cases<R> cases);

    /** Handles both kinds of number. */
    interface Cases<R> {
        R known(Known amount);

        R unknown(Unknown amount);
    }

    /** A number in millionths. */
    record Known(long micros, Provenance from) implements Reading {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.known(this);
        }
    }

    /**
     * No number.
     *
     * @param state the state of the fact itself: the gap's where the fact is at the root, else derived
     */
    record Unknown(FactState state, Facts.Why why) implements Reading {

        Unknown(FactState state, FactGap gap) {
            this(state, new Facts.Why.Said(gap));
        }

        /** Nobody has given the measure. */
        static Unknown notGiven(Gaps gaps, Measure measure) {
            return new Unknown(FactState.NOT_GIVEN, new Facts.Why.NotGiven(gaps, measure));
        }

        /** Why, in words. */
        FactGap gap() {
            return why.gap();
        }

        static Unknown atRoot(FactGap gap) {
            return new Unknown(gap.state(), gap);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unknown(this);
        }
    }

    /** Combines two numbers; an unknown one makes the result unknown for its reason, the left one's first; so does a result that does not fit. */
    default Reading with(Reading other, LongBinaryOperator exact, String how, Supplier<FactGap> tooLarge) {
        return match(new Cases<>() {
            @Override
            public Reading known(Known left) {
                return other.match(new Cases<>() {
                    @Override
                    public Reading known(Known right) {
                        return combine(left, right, exact, how, tooLarge);
                    }

                    @Override
                    public Reading unknown(Unknown right) {
                        return new Unknown(FactState.DERIVED, right.why());
                    }
                });
            }

            @Override
            public Reading unknown(Unknown left) {
                return new Unknown(FactState.DERIVED, left.why());
            }
        });
    }

    /** Puts the number, or why there is none, among the facts. */
    default void into(Facts.Builder facts, Measure measure) {
        match(new Cases<Facts.Builder>() {
            @Override
            public Facts.Builder known(Known amount) {
                return facts.number(measure, amount.micros(), amount.from());
            }

            @Override
            public Facts.Builder unknown(Unknown amount) {
                return facts.unknown(measure, amount.state(), amount.why());
            }
        });
    }

    private static Reading combine(
            Known left, Known right, LongBinaryOperator exact, String how, Supplier<FactGap> tooLarge) {
        Provenance older = left.from().observedAt().isAfter(right.from().observedAt()) ? right.from() : left.from();
        try {
            return new Known(exact.applyAsLong(left.micros(), right.micros()), new Provenance(how, older.observedAt()));
        } catch (ArithmeticException overflow) {
            return Unknown.atRoot(tooLarge.get());
        }
    }
}
