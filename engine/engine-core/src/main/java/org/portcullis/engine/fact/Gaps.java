package org.portcullis.engine.fact;

import java.time.Duration;
import java.time.Instant;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;

/** Words the reasons why facts about one place are not known; each names the cure. */
record Gaps(String where) {

    FactGap notGiven(Measure measure) {
        String what = of(measure);
        return new FactGap(measure, FactState.NOT_GIVEN, where, what + " is not given", "give " + what);
    }

    FactGap unreadable(Measure measure, String text) {
        String what = of(measure);
        return new FactGap(
                measure,
                FactState.UNREADABLE,
                where,
                what + " is `" + shown(text) + "`, which is no decimal number with at most 6 decimals that fits",
                "correct " + what + ": write it as a plain decimal number");
    }

    FactGap notPositive(Measure measure, String value) {
        String what = of(measure);
        return new FactGap(
                measure,
                FactState.NEGATIVE,
                where,
                what + " is " + value + ", where only a positive number makes sense",
                "correct " + what + ": it is " + value);
    }

    FactGap noSuchWord(Measure measure, String text) {
        String what = of(measure);
        return new FactGap(
                measure,
                FactState.NO_SUCH_WORD,
                where,
                what + " is `" + shown(text) + "`, which is none of " + String.join(", ", measure.words()),
                "correct " + what + ": write one of " + String.join(", ", measure.words()));
    }

    FactGap stale(Measure measure, Instant observedAt, Duration age, Duration limit) {
        String what = of(measure);
        String old = Age.beyond(age, limit) + " old and the policy allows " + Age.words(limit);
        return new FactGap(
                measure,
                FactState.STALE,
                where,
                what + ", observed at " + observedAt + ", is " + old,
                "refresh " + what);
    }

    FactGap fromTheFuture(Measure measure, Instant observedAt, Instant at) {
        String what = of(measure);
        return new FactGap(
                measure,
                FactState.FROM_THE_FUTURE,
                where,
                what + " is dated " + observedAt + ", which is after the decision at " + at,
                "correct the time of " + what + ", or the clock");
    }

    FactGap unknownInstrument(Measure measure, String source) {
        return new FactGap(
                measure,
                FactState.UNKNOWN_INSTRUMENT,
                where,
                "`" + source + "` does not know the instrument " + where,
                "add " + where + " to `" + source + "`, or correct the symbol");
    }

    FactGap unknownCurrency(CurrencyCode currency, CurrencyCode into) {
        return new FactGap(
                Measure.FX_RATE,
                FactState.UNKNOWN_CURRENCY,
                where,
                "no rate is pinned from " + currency + " into " + into,
                "pin a rate from " + currency + " into " + into);
    }

    FactGap tooLarge(Measure measure) {
        String what = of(measure);
        return new FactGap(
                measure,
                FactState.TOO_LARGE,
                where,
                what + " is too large to compute with: amounts end at 9,223,372,036,854",
                "correct the quantity and the price of " + where);
    }

    FactGap notCountedYet() {
        return new FactGap(
                Measure.BASKET_WARNINGS,
                FactState.NOT_GIVEN,
                where,
                "basket.warnings of " + where + " is counted only when all soft limits have been evaluated",
                "read basket.warnings in an alert flood, or in a hard limit or approval that applies to baskets");
    }

    FactGap mixed(Measure measure, String one, String other) {
        return new FactGap(
                measure,
                FactState.MIXED,
                where,
                measure.path() + " is `" + shown(one) + "` on one line of " + where + " and `" + shown(other)
                        + "` on another",
                "split " + where + " by " + measure.path() + ", or apply the control to orders");
    }

    private String of(Measure measure) {
        return measure.path() + " of " + where;
    }

    private static String shown(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
