package org.portcullis.engine.fact;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Writes how old a fact is, for people: the two largest units that are not zero. */
public final class Age {
    private Age() {}

    /**
     * The limit as a clock duration. Trading days count as calendar days, which are shorter or as long: a fact becomes too old sooner, never later.
     */
    static Duration limit(Value.TimeSpan span) {
        return span.unit() == SpanUnit.TRADING_DAYS
                ? Duration.ofDays(span.micros() / span.unit().microsInOne())
                : span.toDuration();
    }

    /** The age in its two largest units that are not zero: `4 days 2 hours`. */
    public static String words(Duration age) {
        List<String> words = new ArrayList<>();
        add(words, age.toDaysPart(), "day");
        add(words, age.toHoursPart(), "hour");
        add(words, age.toMinutesPart(), "minute");
        add(words, age.toSecondsPart(), "second");
        add(words, age.toMillisPart(), "millisecond");
        return words.isEmpty() ? "under a millisecond" : String.join(" ", words.subList(0, Math.min(2, words.size())));
    }

    /** The age beside a limit that it passed: never the same words as the limit. */
    static String beyond(Duration age, Duration limit) {
        String words = words(age);
        return words.equals(words(limit)) ? "slightly more than " + words : words;
    }

    private static void add(List<String> words, long count, String unit) {
        if (count != 0) {
            words.add(count + " " + unit + (count == 1 ? "" : "s"));
        }
    }
}
