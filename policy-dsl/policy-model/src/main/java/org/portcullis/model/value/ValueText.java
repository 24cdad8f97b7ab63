package org.portcullis.model.value;

/** Writes values the way policies spell them, and decimals the way machine output carries them. */
public final class ValueText {
    private static final long TEN_TIMES = 10 * Exact.ONE;
    private static final long MICROS_PER_PERCENT = 10_000L;
    private static final long MICROS_PER_CENT = 10_000L;

    private ValueText() {}

    /** Writes the value exactly, in the language's canonical spelling: `USD 4 billion`, `95%`, `12,500 shares`, `"Delta 1"`. */
    public static String canonical(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public String text(Value.Text text) {
                return '"' + text.text() + '"';
            }

            @Override
            public String money(Value.Money money) {
                return money.currency() + " " + scaled(money.micros());
            }

            @Override
            public String price(Value.Price price) {
                return price.currency() + " " + grouped(price.micros(), 2) + " per share";
            }

            @Override
            public String count(Value.Count count) {
                return scaled(count.micros()) + " "
                        + unit(count.micros(), count.unit().word());
            }

            @Override
            public String ratio(Value.Ratio ratio) {
                return percent(ratio.micros());
            }

            @Override
            public String span(Value.TimeSpan span) {
                return wholeNumber(span);
            }

            @Override
            public String rate(Value.Rate rate) {
                return scaled(rate.micros()) + " "
                        + unit(rate.micros(), rate.unit().word()) + " per second";
            }
        });
    }

    /**
     * Writes the value for people to read in a message: full digits with thousands separators, text without quotes, large ratios as multiples. Money is
     * shown in hundredths, rounded away from zero, so that what is above a limit never reads as the limit.
     */
    public static String readable(Value value) {
        return value.match(new Value.Cases<>() {
            @Override
            public String text(Value.Text text) {
                return text.text();
            }

            @Override
            public String money(Value.Money money) {
                return money.currency() + " " + money(money.micros());
            }

            @Override
            public String price(Value.Price price) {
                return price.currency() + " " + grouped(price.micros(), 2) + " per share";
            }

            @Override
            public String count(Value.Count count) {
                return grouped(count.micros(), 0) + " "
                        + unit(count.micros(), count.unit().word());
            }

            @Override
            public String ratio(Value.Ratio ratio) {
                return ratio(ratio.micros());
            }

            @Override
            public String span(Value.TimeSpan span) {
                boolean whole = span.micros() % span.unit().microsInOne() == 0;
                return whole || span.unit() == SpanUnit.TRADING_DAYS ? wholeNumber(span) : milliseconds(span.micros());
            }

            @Override
            public String rate(Value.Rate rate) {
                return grouped(rate.micros(), 0) + " "
                        + unit(rate.micros(), rate.unit().word()) + " per second";
            }

            private String money(long micros) {
                return grouped(centsAwayFromZero(micros), micros % Exact.ONE == 0 ? 0 : 2);
            }

            private String ratio(long micros) {
                if (Math.abs(micros) < TEN_TIMES) {
                    return percent(micros);
                }
                return separated(micros / Exact.ONE) + " times";
            }
        });
    }

    /** Writes millionths as a plain decimal without separators and without trailing zeros beyond {@code minDecimals}: `444000000054.64`. */
    public static String decimal(long micros, int minDecimals) {
        return plain(micros, minDecimals, false);
    }

    /** Writes millionths with thousands separators and at least {@code minDecimals} decimals; never rounds. */
    public static String grouped(long micros, int minDecimals) {
        return plain(micros, minDecimals, true);
    }

    private static long centsAwayFromZero(long micros) {
        long rest = micros % MICROS_PER_CENT;
        if (rest == 0) {
            return micros;
        }
        long towardsZero = micros - rest;
        long step = micros < 0 ? -MICROS_PER_CENT : MICROS_PER_CENT;
        // The last hundredth before the end of the range cannot be rounded up; it is shown as it is.
        return Long.MAX_VALUE - Math.abs(towardsZero) < MICROS_PER_CENT ? micros : towardsZero + step;
    }

    /** A span that was measured and not written: to the millisecond, rounded up. */
    private static String milliseconds(long micros) {
        long inOne = SpanUnit.MILLISECONDS.microsInOne();
        long up = Math.floorDiv(micros, inOne) + (Math.floorMod(micros, inOne) == 0 ? 0 : 1);
        return up + " " + SpanUnit.MILLISECONDS.word();
    }

    private static String wholeNumber(Value.TimeSpan span) {
        long inOne = span.unit().microsInOne();
        long whole = span.micros() / inOne;
        if (whole * inOne == span.micros()) {
            return whole + " "
                    + (whole == 1 ? singular(span.unit().word()) : span.unit().word());
        }
        throw new IllegalStateException("a time span of " + span.micros() + " microseconds is no whole number of "
                + span.unit().word());
    }

    private static String unit(long micros, String plural) {
        return micros == Exact.ONE ? singular(plural) : plural;
    }

    private static String singular(String plural) {
        return plural.equals(SpanUnit.MILLISECONDS.word()) ? plural : plural.substring(0, plural.length() - 1);
    }

    private static String percent(long micros) {
        long whole = micros / MICROS_PER_PERCENT;
        long rest = Math.abs(micros % MICROS_PER_PERCENT);
        String sign = micros < 0 && whole == 0 ? "-" : "";
        String digits = separated(whole);
        return sign + digits + (rest == 0 ? "" : "." + stripZeros(padded(rest, 4), 1)) + "%";
    }

    private static String scaled(long micros) {
        for (Scale scale : Scale.values()) {
            long inOne = scale.micros;
            // A scale word is used only where at most three decimals remain, so that the text stays exact and short.
            if (Math.abs(micros) >= inOne && micros % (inOne / 1000) == 0) {
                return grouped(micros / (inOne / Exact.ONE), 0) + scale.word;
            }
        }
        return grouped(micros, 0);
    }

    private enum Scale {
        BILLION(" billion", 1_000_000_000_000_000L),
        MILLION(" million", 1_000_000_000_000L);

        private final String word;
        private final long micros;

        Scale(String word, long micros) {
            this.word = word;
            this.micros = micros;
        }
    }

    private static String plain(long micros, int minDecimals, boolean separators) {
        long whole = micros / Exact.ONE;
        long rest = Math.abs(micros % Exact.ONE);
        String sign = micros < 0 && whole == 0 ? "-" : "";
        String digits = separators ? separated(whole) : Long.toString(whole);
        if (rest == 0 && minDecimals == 0) {
            return sign + digits;
        }
        return sign + digits + "." + stripZeros(padded(rest, 6), minDecimals);
    }

    /** Thousands separators by hand: every finding prints several numbers, and a format string costs more than the rest of it. */
    private static String separated(long whole) {
        StringBuilder digits = new StringBuilder(Long.toString(whole));
        int first = whole < 0 ? 1 : 0;
        for (int at = digits.length() - 3; at > first; at -= 3) {
            digits.insert(at, ',');
        }
        return digits.toString();
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String stripZeros(String decimals, int keep) {
        int end = decimals.length();
        while (end > keep && decimals.charAt(end - 1) == '0') {
            end--;
        }
        return decimals.substring(0, end);
    }
}
