package org.portcullis.engine.submission;

import org.portcullis.model.value.Exact;

/** A number as it came in: read, absent, or unreadable; an unreadable number is kept as evidence and evaluates as unknown. */
public sealed interface Given {

    /** Dispatches on what came in. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of input. */
    interface Cases<R> {
        R amount(Amount given);

        R absent(Absent given);

        R unreadable(Unreadable given);
    }

    /** A number in millionths of its unit. */
    record Amount(long micros) implements Given {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amount(this);
        }
    }

    /** Nothing came in. */
    record Absent() implements Given {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.absent(this);
        }
    }

    /** Something came in that is no decimal number with at most six decimals that fits. */
    record Unreadable(String text) implements Given {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unreadable(this);
        }
    }

    /** A whole number of units. */
    static Given whole(long units) {
        return new Amount(Math.multiplyExact(units, Exact.ONE));
    }

    /** Reads a decimal such as `36.37`; blank text is absent, anything else that is no exact number of millionths is unreadable. */
    static Given parse(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty()) {
            return new Absent();
        }
        int point = trimmed.indexOf('.');
        String whole = point < 0 ? trimmed : trimmed.substring(0, point);
        String rest = point < 0 ? "" : trimmed.substring(point + 1);
        boolean negative = whole.startsWith("-");
        String digits = negative ? whole.substring(1) : whole;
        boolean readable =
                isDigits(digits) && (point < 0 || isDigits(rest)) && rest.length() <= 6 && digits.length() <= 19;
        if (!readable) {
            return new Unreadable(text);
        }
        try {
            long micros = Math.multiplyExact(Long.parseLong(digits), Exact.ONE);
            long sum = Math.addExact(micros, rest.isEmpty() ? 0 : Long.parseLong((rest + "000000").substring(0, 6)));
            return new Amount(negative ? -sum : sum);
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            return new Unreadable(text);
        }
    }

    private static boolean isDigits(String text) {
        boolean digits = !text.isEmpty();
        for (int i = 0; digits && i < text.length(); i++) {
            digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        return digits;
    }
}
