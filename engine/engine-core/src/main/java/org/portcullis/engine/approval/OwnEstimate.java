package org.portcullis.engine.approval;

import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.submission.Given;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/**
 * What each approver estimates before being shown the submitter's amount.
 *
 * @param facts what is known without that amount, which is all that approvers are shown before they estimate
 * @param amount what is estimated, with the amount that it is held against
 */
public record OwnEstimate(String facts, RetypedAmount amount) {
    private static final Map<String, Long> SCALES =
            Map.of("thousand", 1_000L, "million", 1_000_000L, "billion", 1_000_000_000L);

    /**
     * Reads an estimate: a number above zero, with or without separators, currency, and `thousand`, `million` or `billion`, in the unit of the amount.
     *
     * @return in millionths; empty where it is nothing of the kind
     */
    public Optional<Long> read(String typed) {
        String text = typed.strip();
        String currency = amount.amount().map(OwnEstimate::currency).orElse("");
        if (!currency.isEmpty() && text.startsWith(currency + " ")) {
            text = text.substring(currency.length() + 1).strip();
        }
        int blank = text.indexOf(' ');
        Optional<Long> scale = blank < 0
                ? Optional.of(1L)
                : Optional.ofNullable(SCALES.get(text.substring(blank + 1).strip()));
        String number = (blank < 0 ? text : text.substring(0, blank)).replace(",", "");
        return scale.flatMap(times -> micros(Given.parse(number), times)).filter(micros -> micros > 0);
    }

    /** The estimate as a multiple of the amount, cut to millionths; empty where the amount is not known or not positive, or the multiple too large. */
    public Optional<Value.Ratio> ratio(long estimateMicros) {
        return amount.amount()
                .map(Value::micros)
                .filter(micros -> micros > 0)
                .flatMap(micros -> quotient(estimateMicros, micros))
                .map(Value.Ratio::new);
    }

    /** Whether a multiple is off by more than the factor, one way or the other. */
    public static boolean isFar(Value.Ratio ratio, int factor) {
        return ratio.micros() > factor * Exact.ONE || ratio.micros() < Exact.ONE / factor;
    }

    /** What a person is told whose estimate was recorded. */
    public String told(String typed, Optional<Value.Ratio> ratio, boolean far) {
        String times = ratio.map(value -> "; your estimate is " + ValueText.readable(value) + " of it")
                .orElse("");
        return "Your estimate: " + typed.strip() + ". The amount: " + amount.words() + times + "."
                + (far ? " They are far apart: look again before you sign." : "") + "\n";
    }

    private static Optional<Long> micros(Given given, long scale) {
        return given.match(new Given.Cases<>() {
            @Override
            public Optional<Long> amount(Given.Amount number) {
                return times(number.micros(), scale);
            }

            @Override
            public Optional<Long> absent(Given.Absent none) {
                return Optional.empty();
            }

            @Override
            public Optional<Long> unreadable(Given.Unreadable text) {
                return Optional.empty();
            }
        });
    }

    private static Optional<Long> times(long micros, long scale) {
        try {
            return Optional.of(Math.multiplyExact(micros, scale));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** The quotient in millionths, six digits by long division, so that nothing overflows before the result does. */
    static Optional<Long> quotient(long dividend, long divisor) {
        try {
            long whole = Math.multiplyExact(dividend / divisor, Exact.ONE);
            long rest = dividend % divisor;
            long fraction = 0;
            for (long unit = Exact.ONE / 10; unit > 0; unit /= 10) {
                int digit = 0;
                // Ten times the rest, as ten additions that stay below twice the divisor.
                long next = 0;
                for (int step = 0; step < 10; step++) {
                    next += rest - divisor;
                    if (next < 0) {
                        next += divisor;
                    } else {
                        digit++;
                    }
                }
                rest = next;
                fraction += digit * unit;
            }
            return Optional.of(Math.addExact(whole, fraction));
        } catch (ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    private static String currency(Value value) {
        return RetypedAmount.currencyOf(value);
    }
}
