package org.portcullis.report.excel;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.poi.ss.usermodel.DateUtil;
import org.portcullis.report.sheet.Cell;

/**
 * Compares one cell of a file with what the evidence gives for it.
 *
 * <p>Numbers are compared as far as every spreadsheet keeps them, to 15 digits; instants to a millisecond; results of formulas, which other
 * programs add up in another order, to a cent or twelve digits. What people fill is theirs.
 */
final class CellComparison {

    private static final int KEPT_DIGITS = 15;
    private static final int MAX_SPELLING = 60;
    private static final int MAX_SCALE = 400;
    private static final BigDecimal ROUNDED = new BigDecimal("0.51");
    private static final BigDecimal CENT = new BigDecimal("0.005");
    private static final BigDecimal ADDED_UP = new BigDecimal("1e-12");
    private static final double MILLIS_OF_A_DAY = 86_400_000;

    private final ShownAs shownAs;

    CellComparison(ShownAs shownAs) {
        this.shownAs = shownAs;
    }

    /**
     * Says what came out.
     *
     * @param agrees whether they are the same
     * @param journal what the evidence gives, for a person
     * @param workbook what the file has, for a person
     */
    record Answer(boolean agrees, String journal, String workbook) {}

    Answer of(Cell expected, FoundCell found) {
        return expected.match(new Against(found));
    }

    private final class Against implements Cell.Cases<Answer> {
        private final FoundCell found;

        Against(FoundCell found) {
            this.found = found;
        }

        @Override
        public Answer text(Cell.Text cell) {
            return words(cell.text());
        }

        @Override
        public Answer code(Cell.Code cell) {
            return words(cell.text());
        }

        @Override
        public Answer whole(Cell.Whole cell) {
            return number(BigDecimal.valueOf(cell.value()));
        }

        @Override
        public Answer amount(Cell.Amount cell) {
            return number(cell.value());
        }

        @Override
        public Answer at(Cell.At cell) {
            LocalDateTime time = LocalDateTime.ofInstant(cell.at(), ZoneOffset.UTC);
            if (!CellWriter.isHeldAsTime(time)) {
                return words(cell.text());
            }
            boolean same = isNumber()
                    && found.formula().isEmpty()
                    && Math.round(Double.parseDouble(found.value()) * MILLIS_OF_A_DAY)
                            == Math.round(DateUtil.getExcelDate(time) * MILLIS_OF_A_DAY);
            return shown(same, shownAs.showsInstants(found.style()), "the instant " + cell.text());
        }

        @Override
        public Answer mark(Cell.Mark cell) {
            return safe(Look.symbol(cell.tone()) + SafeText.of(cell.text()));
        }

        @Override
        public Answer formula(Cell.Formula cell) {
            boolean same = isNumber()
                    && Expressions.plain(found.formula()).equals(Expressions.plain(cell.expression()))
                    && isResult(cell.computed());
            return shown(
                    same,
                    shownAs.showsNumbers(found.style()),
                    "the formula " + FoundCell.quoted("=" + cell.expression()) + " with the number "
                            + new Cell.Amount(cell.computed()).text());
        }

        @Override
        public Answer link(Cell.Link cell) {
            return words(cell.text());
        }

        @Override
        public Answer input(Cell.Input cell) {
            boolean plain = found.formula().isEmpty() && found.kind() != FoundCell.Kind.OTHER;
            return new Answer(plain, "words, a number or nothing, filled by a person", found.described());
        }

        @Override
        public Answer blank(Cell.Blank cell) {
            return new Answer(found.isBlank(), "nothing", found.described());
        }

        private Answer words(String text) {
            return safe(SafeText.of(text));
        }

        private Answer safe(String safe) {
            if (safe.isEmpty()) {
                return new Answer(found.isBlank(), "nothing", found.described());
            }
            boolean same = found.kind() == FoundCell.Kind.WORDS
                    && found.formula().isEmpty()
                    && found.value().equals(safe);
            return shown(same, shownAs.showsWords(found.style()), "the text " + FoundCell.quoted(safe));
        }

        private Answer number(BigDecimal value) {
            boolean same = isNumber() && found.formula().isEmpty() && isKept(value);
            return shown(same, shownAs.showsNumbers(found.style()), "the number " + new Cell.Amount(value).text());
        }

        private Answer shown(boolean same, boolean asItIs, String journal) {
            String has = found.described();
            return new Answer(
                    same && asItIs,
                    journal,
                    same && !asItIs
                            ? has + " shown by the format " + FoundCell.quoted(shownAs.format(found.style()))
                            : has);
        }

        /** Leaves out spellings that no program writes, some of which would take all memory to calculate with. */
        private boolean isNumber() {
            if (found.kind() != FoundCell.Kind.NUMBER || found.value().length() > MAX_SPELLING) {
                return false;
            }
            try {
                return Math.abs(new BigDecimal(found.value()).scale()) <= MAX_SCALE;
            } catch (NumberFormatException malformed) {
                return false;
            }
        }

        /** Allows for the rounding of a program that writes only the 15 digits that it shows. */
        private boolean isKept(BigDecimal value) {
            BigDecimal off = new BigDecimal(found.value()).subtract(value).abs();
            int digits = value.precision() - value.scale();
            return off.compareTo(ROUNDED.scaleByPowerOfTen(digits - KEPT_DIGITS)) <= 0;
        }

        private boolean isResult(BigDecimal computed) {
            BigDecimal off = new BigDecimal(found.value()).subtract(computed).abs();
            return off.compareTo(CENT) <= 0 || off.compareTo(computed.abs().multiply(ADDED_UP)) <= 0;
        }
    }
}
