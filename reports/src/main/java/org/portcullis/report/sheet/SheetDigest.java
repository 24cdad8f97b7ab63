package org.portcullis.report.sheet;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.model.json.CanonicalJson;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonText;

/**
 * Is what the rows of a table add up to.
 *
 * @param rows how many there are
 * @param total the sum of the totalled column, if there is one; cells without a number count as zero
 * @param digest SHA-256 over the headings and all rows, each the canonical JSON (RFC 8785) of an array of its cells' texts,
 *     each followed by a line feed, in UTF-8
 */
public record SheetDigest(long rows, Optional<BigDecimal> total, Digest digest) {

    /** Says in words how the digest is made. */
    public static final String METHOD =
            "SHA-256 over the headings and then every row: the exact texts of its cells as a JSON array"
                    + " in the canonical form of RFC 8785, UTF-8, a line feed after each";

    /** Reads all rows of a table and adds them up. */
    public static SheetDigest of(TableSheet sheet) throws JournalFailure {
        Adding adding = adding(sheet);
        sheet.rows().forEach(adding::add);
        return adding.result();
    }

    /** Begins to add up the rows of a table while somebody makes them. */
    public static Adding adding(TableSheet sheet) {
        Adding adding = new Adding(sheet.totalledColumn());
        adding.hash(sheet.columns().stream().map(Column::heading).toList());
        return adding;
    }

    /** Adds up rows that come one after the other. Mutable; one thread. */
    public static final class Adding {
        private final Optional<Integer> totalled;
        private final MessageDigest sha256 = sha256();
        private long rows;
        private BigDecimal total = BigDecimal.ZERO;

        private Adding(Optional<Integer> totalled) {
            this.totalled = totalled;
        }

        /** Takes the next row. */
        public void add(Row row) {
            rows++;
            totalled.ifPresent(column -> total = total.add(number(row.cells().get(column))));
            List<String> texts = new ArrayList<>(row.cells().size());
            for (Cell cell : row.cells()) {
                texts.add(wellFormed(cell.text()));
            }
            hash(texts);
        }

        private void hash(List<String> texts) {
            sha256.update(CanonicalJson.bytes(JsonArray.texts(texts)));
            sha256.update((byte) '\n');
        }

        /** Gives what the rows came to; nothing can be added afterwards. */
        public SheetDigest result() {
            return new SheetDigest(rows, totalled.map(column -> total), Digest.ofHash(sha256.digest()));
        }
    }

    /** Gives the number of a cell, zero for a cell without one. */
    static BigDecimal number(Cell cell) {
        return cell.match(new Numbers());
    }

    /** Replaces what JSON cannot carry; texts from a journal have none of it. */
    private static String wellFormed(String text) {
        return JsonText.isWellFormed(text)
                ? text
                : new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }

    private static final class Numbers implements Cell.Cases<BigDecimal> {
        @Override
        public BigDecimal text(Cell.Text cell) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal code(Cell.Code cell) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal whole(Cell.Whole cell) {
            return BigDecimal.valueOf(cell.value());
        }

        @Override
        public BigDecimal amount(Cell.Amount cell) {
            return cell.value();
        }

        @Override
        public BigDecimal at(Cell.At cell) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal mark(Cell.Mark cell) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal formula(Cell.Formula cell) {
            return cell.computed();
        }

        @Override
        public BigDecimal link(Cell.Link cell) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal input(Cell.Input cell) {
            return BigDecimal.ZERO;
        }

        @Override
        public BigDecimal blank(Cell.Blank cell) {
            return BigDecimal.ZERO;
        }
    }
}
