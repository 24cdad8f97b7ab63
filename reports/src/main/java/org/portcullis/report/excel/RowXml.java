package org.portcullis.report.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.portcullis.report.sheet.Cell;

/**
 * Spells rows as the XML of ISO/IEC 29500, part 1, section 18.3.1: what {@link CellWriter} writes through the library, but at the speed at which
 * millions of rows have to be written.
 *
 * <p>Mutable: holds one row at a time. One thread.
 */
final class RowXml implements Cell.Cases<Boolean> {

    private static final int BUFFER = 16_384;
    private static final int EXACT_DIGITS = 17;

    private static final byte[] CELL = ascii("<c r=\"");
    private static final byte[] STYLE = ascii("\" s=\"");
    private static final byte[] WORDS = ascii("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    private static final byte[] WORDS_END = ascii("</t></is></c>");
    private static final byte[] VALUE = ascii("\"><v>");
    private static final byte[] VALUE_END = ascii("</v></c>");
    private static final byte[] FORMULA = ascii("\"><f>");
    private static final byte[] FORMULA_END = ascii("</f><v>");
    private static final byte[] NOTHING = ascii("\"/>");
    private static final byte[] ROW = ascii("<row r=\"");
    private static final byte[] HEIGHT = ascii("\" ht=\"");
    private static final byte[] HEIGHT_END = ascii("\" customHeight=\"1\">");
    private static final byte[] ROW_END = ascii("</row>");

    private final Look look;
    private final byte[][] columns;
    private final Map<Look.Style, byte[]> styles = new EnumMap<>(Look.Style.class);
    private final Map<Look.Style, byte[]> quoted = new EnumMap<>(Look.Style.class);
    private byte[] buffer = new byte[BUFFER];
    private int length;
    private byte[] line = {};
    private int column;

    RowXml(Look look, int columns) {
        this.look = look;
        this.columns = new byte[columns][];
        for (int i = 0; i < columns; i++) {
            this.columns[i] = ascii(CellAddresses.letters(i));
        }
    }

    /**
     * Begins a row.
     *
     * @param number of the line in its tab, from 1
     * @param points its height
     */
    void begin(int number, float points) {
        length = 0;
        column = 0;
        line = ascii(Integer.toString(number));
        put(ROW);
        put(line);
        put(HEIGHT);
        put(ascii(Float.toString(points)));
        put(HEIGHT_END);
    }

    /** Adds the next cell. */
    void cell(Cell cell) {
        put(CELL);
        put(columns[column++]);
        put(line);
        cell.match(this);
    }

    void end() {
        put(ROW_END);
    }

    /** Writes the row that has ended; gives its length in bytes. */
    int writeTo(OutputStream out, CRC32 sum) throws IOException {
        out.write(buffer, 0, length);
        sum.update(buffer, 0, length);
        return length;
    }

    @Override
    public Boolean text(Cell.Text cell) {
        return words(cell.text(), Look.Style.TEXT);
    }

    @Override
    public Boolean code(Cell.Code cell) {
        return words(cell.text(), Look.Style.CODE);
    }

    @Override
    public Boolean whole(Cell.Whole cell) {
        return number(Long.toString(cell.value()), Look.Style.WHOLE);
    }

    @Override
    public Boolean amount(Cell.Amount cell) {
        return number(spelled(cell.value()), Look.Style.AMOUNT);
    }

    /** A decimal of so few digits is read as the same binary fraction that the number itself is nearest to. */
    private static String spelled(BigDecimal value) {
        return value.precision() <= EXACT_DIGITS && value.scale() >= 0 && value.scale() <= EXACT_DIGITS
                ? value.toPlainString()
                : Double.toString(value.doubleValue());
    }

    @Override
    public Boolean at(Cell.At cell) {
        LocalDateTime time = LocalDateTime.ofInstant(cell.at(), ZoneOffset.UTC);
        return CellWriter.isHeldAsTime(time)
                ? number(Double.toString(DateUtil.getExcelDate(time)), Look.Style.TIME)
                : words(cell.text(), Look.Style.CODE);
    }

    @Override
    public Boolean mark(Cell.Mark cell) {
        return safe(Look.symbol(cell.tone()) + SafeText.of(cell.text()), Look.of(cell.tone()));
    }

    @Override
    public Boolean formula(Cell.Formula cell) {
        styled(CellWriter.styleOf(cell), false);
        put(FORMULA);
        escaped(cell.expression());
        put(FORMULA_END);
        put(ascii(Double.toString(cell.computed().doubleValue())));
        put(VALUE_END);
        return true;
    }

    @Override
    public Boolean link(Cell.Link cell) {
        return words(cell.text(), Look.Style.LINK);
    }

    @Override
    public Boolean input(Cell.Input cell) {
        return nothing(Look.Style.INPUT);
    }

    @Override
    public Boolean blank(Cell.Blank cell) {
        return nothing(Look.Style.TEXT);
    }

    private boolean nothing(Look.Style style) {
        styled(style, false);
        put(NOTHING);
        return true;
    }

    private boolean number(String spelled, Look.Style style) {
        styled(style, false);
        put(VALUE);
        put(ascii(spelled));
        put(VALUE_END);
        return true;
    }

    private boolean words(String text, Look.Style style) {
        return safe(SafeText.of(text), style);
    }

    private boolean safe(String safe, Look.Style style) {
        styled(style, SafeText.looksLikeFormula(safe));
        put(WORDS);
        escaped(CellText.encoded(safe));
        put(WORDS_END);
        return true;
    }

    private void styled(Look.Style style, boolean asText) {
        put(STYLE);
        put(
                asText
                        ? quoted.computeIfAbsent(style, plain -> index(look.quoted(plain)))
                        : styles.computeIfAbsent(style, plain -> index(look.of(plain))));
    }

    private static byte[] index(XSSFCellStyle style) {
        return ascii(Integer.toString(style.getIndex()));
    }

    /** Adds text as XML spells it; a carriage return would be read as a line feed if it were not named. */
    private void escaped(String text) {
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '<') {
                put(ascii("&lt;"));
            } else if (next == '>') {
                put(ascii("&gt;"));
            } else if (next == '&') {
                put(ascii("&amp;"));
            } else if (next == '\r') {
                put(ascii("&#13;"));
            } else if (next < 0x80) {
                room(1);
                buffer[length++] = (byte) next;
            } else {
                int units = Character.isHighSurrogate(next) ? 2 : 1;
                put(text.substring(i, i + units).getBytes(StandardCharsets.UTF_8));
                i += units - 1;
            }
        }
    }

    private void put(byte[] bytes) {
        room(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void room(int more) {
        if (length + more > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
