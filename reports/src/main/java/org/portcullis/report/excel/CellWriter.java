package org.portcullis.report.excel;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.portcullis.report.sheet.Cell;

/**
 * Writes the content of one cell of the model after the other.
 *
 * <p>Mutable: it keeps the cell that the next case writes. One thread.
 */
final class CellWriter implements Cell.Cases<Boolean> {

    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 9998;

    private final Look look;
    private final CreationHelper creation;
    private final boolean boxed;
    private org.apache.poi.ss.usermodel.Cell target;

    CellWriter(Look look, CreationHelper creation, org.apache.poi.ss.usermodel.Cell first, boolean boxed) {
        this.look = look;
        this.creation = creation;
        this.target = first;
        this.boxed = boxed;
    }

    /** Writes a cell of the model into a cell of the file. */
    void write(Cell cell, org.apache.poi.ss.usermodel.Cell into) {
        target = into;
        cell.match(this);
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
        target.setCellValue((double) cell.value());
        return styled(Look.Style.WHOLE);
    }

    @Override
    public Boolean amount(Cell.Amount cell) {
        target.setCellValue(cell.value().doubleValue());
        return styled(Look.Style.AMOUNT);
    }

    @Override
    public Boolean at(Cell.At cell) {
        LocalDateTime time = LocalDateTime.ofInstant(cell.at(), ZoneOffset.UTC);
        if (!isHeldAsTime(time)) {
            return words(cell.text(), Look.Style.CODE);
        }
        target.setCellValue(time);
        return styled(Look.Style.TIME);
    }

    /** Tells whether spreadsheets can hold the time as such. */
    static boolean isHeldAsTime(LocalDateTime time) {
        return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
    }

    @Override
    public Boolean mark(Cell.Mark cell) {
        return safe(Look.symbol(cell.tone()) + SafeText.of(cell.text()), Look.of(cell.tone()));
    }

    @Override
    public Boolean formula(Cell.Formula cell) {
        target.setCellFormula(cell.expression());
        target.setCellValue(cell.computed().doubleValue());
        return styled(styleOf(cell));
    }

    /** Shows a whole result as one. */
    static Look.Style styleOf(Cell.Formula cell) {
        return cell.computed().stripTrailingZeros().scale() > 0 ? Look.Style.AMOUNT : Look.Style.WHOLE;
    }

    @Override
    public Boolean link(Cell.Link cell) {
        Hyperlink link = creation.createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + cell.sheet() + "'!A1");
        target.setHyperlink(link);
        return words(cell.text(), Look.Style.LINK);
    }

    @Override
    public Boolean input(Cell.Input cell) {
        return styled(Look.Style.INPUT);
    }

    @Override
    public Boolean blank(Cell.Blank cell) {
        return boxed && styled(Look.Style.TEXT);
    }

    private boolean words(String text, Look.Style style) {
        return safe(SafeText.of(text), style);
    }

    private boolean safe(String safe, Look.Style style) {
        target.setCellValue(CellText.encoded(safe));
        target.setCellStyle(SafeText.looksLikeFormula(safe) ? look.quoted(style) : look.of(style));
        return true;
    }

    private boolean styled(Look.Style style) {
        target.setCellStyle(look.of(style));
        return true;
    }
}
