package org.portcullis.report.sheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Is one typed cell; its {@link #text} is exact and is what digests and golden files carry. */
public sealed interface Cell {

    /** Gives the exact content as text; the empty string for a cell without content. */
    String text();

    /** Dispatches on the kind of cell. */
    <R> R match(Cases<R> cases);

    /** Handles each kind of cell. */
    interface Cases<R> {
        /** Handles words. */
        R text(Text cell);

        /** Handles ids and digests. */
        R code(Code cell);

        /** Handles whole numbers. */
        R whole(Whole cell);

        /** Handles decimal numbers. */
        R amount(Amount cell);

        /** Handles instants. */
        R at(At cell);

        /** Handles verdicts. */
        R mark(Mark cell);

        /** Handles formulas. */
        R formula(Formula cell);

        /** Handles links. */
        R link(Link cell);

        /** Handles cells that people fill. */
        R input(Input cell);

        /** Handles empty cells. */
        R blank(Blank cell);
    }

    /** Makes a cell of words, blank for the empty text. */
    static Cell of(String text) {
        return text.isEmpty() ? new Blank() : new Text(text);
    }

    /** Makes a cell of an id or digest, blank for the empty text. */
    static Cell code(String text) {
        return text.isEmpty() ? new Blank() : new Code(text);
    }

    /** Makes a cell of a number that may be wider than spreadsheets hold exactly; then it is text. */
    static Cell of(long value) {
        return Whole.fits(value) ? new Whole(value) : new Code(Long.toString(value));
    }

    /** Is words for people. */
    record Text(String text) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }
    }

    /** Is an id, a key or a digest: text that nobody calculates with. */
    record Code(String text) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.code(this);
        }
    }

    /** Is a whole number of at most 15 digits, which every spreadsheet holds exactly. */
    record Whole(long value) implements Cell {

        private static final long LIMIT = 1_000_000_000_000_000L;

        /** Refuses wider numbers with an {@link IllegalArgumentException}. */
        public Whole {
            if (!fits(value)) {
                throw new IllegalArgumentException(value + " has more than 15 digits");
            }
        }

        static boolean fits(long value) {
            return -LIMIT < value && value < LIMIT;
        }

        @Override
        public String text() {
            return Long.toString(value);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.whole(this);
        }
    }

    /** Is a decimal number, exact here; a spreadsheet shows it to two decimals and computes with its nearest binary fraction. */
    record Amount(BigDecimal value) implements Cell {

        /** Makes a cell of so many millionths. */
        public static Amount ofMicros(long micros) {
            return new Amount(BigDecimal.valueOf(micros, 6));
        }

        /** Writes the number plainly, without trailing zeros. */
        @Override
        public String text() {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.amount(this);
        }
    }

    /** Is an instant, cut to milliseconds: spreadsheets hold no more. */
    record At(Instant at) implements Cell {
        /** Cuts the instant. */
        public At {
            at = at.truncatedTo(ChronoUnit.MILLIS);
        }

        @Override
        public String text() {
            return at.toString();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.at(this);
        }
    }

    /** Is a verdict or state: a word in capitals with the tone in which it is meant. */
    record Mark(Tone tone, String text) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.mark(this);
        }
    }

    /**
     * Is a live formula with the value that it has when nobody touched the workbook.
     *
     * @param expression in the notation of spreadsheets, without the equals sign
     * @param computed the value, computed without the spreadsheet
     */
    record Formula(String expression, BigDecimal computed) implements Cell {
        @Override
        public String text() {
            return "=" + expression + " -> " + new Amount(computed).text();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.formula(this);
        }
    }

    /** Leads to another sheet of the workbook. */
    record Link(String text, String sheet) implements Cell {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.link(this);
        }
    }

    /** Is empty for a person to fill. */
    record Input() implements Cell {
        @Override
        public String text() {
            return "";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.input(this);
        }
    }

    /** Is empty. */
    record Blank() implements Cell {
        @Override
        public String text() {
            return "";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.blank(this);
        }
    }
}
