package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.model.value.Dimension;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** Counts limits, and the values that were held against them, in millionths of the limit's own unit. */
final class LimitValue {

    /** How the unit begins of a limit that is a share of another measure. */
    static final String SHARE = "% of ";

    private static final long HUNDRED = 100;
    private static final long ONE = 1_000_000L;
    private static final int MAX_SPELLING = 40;

    private LimitValue() {}

    /** Gives the limit; empty where it is no number or does not fit. */
    static OptionalLong of(StatedLimit limit) {
        if (limit.value().length() > MAX_SPELLING) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    new BigDecimal(limit.value()).movePointRight(6).longValueExact());
        } catch (NumberFormatException | ArithmeticException noNumber) {
            return OptionalLong.empty();
        }
    }

    /** Gives what a finding says was observed; empty where it says nothing, or speaks of another limit of its control. */
    static OptionalLong observed(StatedLimit limit, RecordedFinding finding) {
        if (limit.unit().startsWith(SHARE)) {
            return times(finding.ratio().map(Value::micros), HUNDRED);
        }
        Optional<Value> observed = finding.observed().filter(LimitValue::isNumber);
        if (!isAbout(limit, finding.limit())) {
            return OptionalLong.empty();
        }
        return inUnit(limit, observed);
    }

    /** A finding of a control with several limits states the one that it was held against. */
    private static boolean isAbout(StatedLimit limit, Optional<Value> stated) {
        OptionalLong own = of(limit);
        OptionalLong other = inUnit(limit, stated.filter(LimitValue::isNumber));
        return own.isPresent() && own.equals(other);
    }

    private static OptionalLong inUnit(StatedLimit limit, Optional<Value> value) {
        if (limit.unit().equals("%")) {
            return times(value.map(Value::micros), HUNDRED);
        }
        for (SpanUnit unit : SpanUnit.values()) {
            if (unit.word().equals(limit.unit())) {
                OptionalLong scaled = times(value.map(Value::micros), ONE);
                return scaled.isPresent() ? OptionalLong.of(scaled.getAsLong() / unit.microsInOne()) : scaled;
            }
        }
        return times(value.map(Value::micros), 1);
    }

    private static boolean isNumber(Value value) {
        return value.dimension() != Dimension.TEXT;
    }

    private static OptionalLong times(Optional<Long> micros, long factor) {
        try {
            return micros.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Math.multiplyExact(micros.get(), factor));
        } catch (ArithmeticException tooLarge) {
            return OptionalLong.empty();
        }
    }
}
