package org.portcullis.model.value;

/** The units in which policies write time spans; the span keeps its unit so that it reads back as it was written. */
public enum SpanUnit {
    MILLISECONDS("ms", 1_000L),
    SECONDS("seconds", 1_000_000L),
    MINUTES("minutes", 60_000_000L),
    HOURS("hours", 3_600_000_000L),
    DAYS("days", 86_400_000_000L),
    TRADING_DAYS("trading days", 1_000_000L);

    private final String word;
    private final long microsInOne;

    SpanUnit(String word, long microsInOne) {
        this.word = word;
        this.microsInOne = microsInOne;
    }

    /** The largest unit of clock time of which so many microseconds are a whole number, else milliseconds. */
    static SpanUnit of(long micros) {
        SpanUnit largest = MILLISECONDS;
        for (SpanUnit unit : new SpanUnit[] {SECONDS, MINUTES, HOURS, DAYS}) {
            largest = micros != 0 && micros % unit.microsInOne == 0 ? unit : largest;
        }
        return largest;
    }

    /** The unit as policies write it, in the plural. */
    public String word() {
        return word;
    }

    /** Microseconds in one of this unit; for trading days, millionths in one day. */
    public long microsInOne() {
        return microsInOne;
    }
}
