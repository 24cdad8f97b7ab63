package org.portcullis.compiler.internal.parse;

import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.model.value.Exact;

/** Reads written numbers into whole millionths, exactly or not at all. */
final class NumberReader {
    private static final Pattern PLAIN = Pattern.compile("(0|[1-9][0-9]*)(\\.[0-9]+)?");
    private static final Pattern GROUPED = Pattern.compile("[1-9][0-9]{0,2}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final int MAX_DECIMALS = 6;
    /** Longer numbers are out of range whatever they say, and the patterns above never see them. */
    private static final int MAX_LENGTH = 40;

    private static final String LARGEST = "9,223,372,036,854.775807";

    private final Reports reports;

    NumberReader(Reports reports) {
        this.reports = reports;
    }

    /**
     * Millionths of the written number times {@code scale}.
     *
     * @return empty if the number was reported
     */
    OptionalLong micros(String written, Span span, long scale) {
        if (written.length() > MAX_LENGTH) {
            reports.add(tooLarge(written, span));
            return OptionalLong.empty();
        }
        if (!PLAIN.matcher(written).matches() && !GROUPED.matcher(written).matches()) {
            reports.add(malformed(written, span));
            return OptionalLong.empty();
        }
        int point = written.indexOf('.');
        String whole = (point < 0 ? written : written.substring(0, point)).replace(",", "");
        String decimals = point < 0 ? "" : written.substring(point + 1);
        if (decimals.length() > MAX_DECIMALS) {
            reports.add(Diagnostic.of(
                    DiagnosticCode.NUMBER_OUT_OF_RANGE,
                    span,
                    UserText.quoted(written) + " has " + decimals.length()
                            + " decimals, and numbers are kept exactly to " + MAX_DECIMALS,
                    "write at most " + MAX_DECIMALS + " decimals"));
            return OptionalLong.empty();
        }
        try {
            long units = Long.parseLong(whole);
            long rest = Long.parseLong(decimals + "0".repeat(MAX_DECIMALS - decimals.length()));
            return OptionalLong.of(
                    Math.multiplyExact(Math.addExact(Math.multiplyExact(units, Exact.ONE), rest), scale));
        } catch (ArithmeticException | NumberFormatException tooLarge) {
            reports.add(tooLarge(written, span));
            return OptionalLong.empty();
        }
    }

    /**
     * A whole number that fits an int, such as a number of people or days.
     *
     * @return empty if the number was reported
     */
    OptionalLong whole(String written, Span span) {
        OptionalLong micros = micros(written, span, 1);
        if (micros.isEmpty()) {
            return micros;
        }
        if (micros.getAsLong() % Exact.ONE != 0) {
            reports.add(Diagnostic.of(
                    DiagnosticCode.MALFORMED_NUMBER,
                    span,
                    UserText.quoted(written) + " is no whole number",
                    "write a whole number"));
            return OptionalLong.empty();
        }
        long whole = micros.getAsLong() / Exact.ONE;
        if (whole > Integer.MAX_VALUE) {
            reports.add(tooLarge(written, span));
            return OptionalLong.empty();
        }
        return OptionalLong.of(whole);
    }

    static Diagnostic tooLarge(String written, Span span) {
        return Diagnostic.of(
                DiagnosticCode.NUMBER_OUT_OF_RANGE,
                span,
                UserText.quoted(written) + " is too large to be kept exactly",
                "write a number that is at most " + LARGEST + " in its unit");
    }

    private static Diagnostic malformed(String written, Span span) {
        String cause;
        String cure;
        if (written.matches("0[0-9]+([.,][0-9]+)*")) {
            cause = "begins with a zero";
            cure = "leave the zero out";
        } else if (written.indexOf('.') != written.lastIndexOf('.')) {
            cause = "has more than one decimal point";
            cure = "separate thousands with commas, as in `1,000,000`";
        } else {
            cause = "has a comma that does not separate thousands";
            cure = "write commas before groups of three digits, as in `1,000,000`, and a point before decimals";
        }
        return Diagnostic.of(DiagnosticCode.MALFORMED_NUMBER, span, UserText.quoted(written) + " " + cause, cure);
    }
}
