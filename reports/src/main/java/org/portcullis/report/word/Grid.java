package org.portcullis.report.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/** Is a table that grows downwards. Mutable; one thread. */
final class Grid {

    private static final String LABEL_GROUND = "EEF2F8";
    private static final String INPUT_GROUND = "FFF9E5";
    private static final String LINE = "A6A6A6";

    private final XWPFTable table;
    private final List<Integer> widths;
    private boolean begun;

    Grid(XWPFTable table, int... widths) {
        this.table = table;
        this.widths = java.util.Arrays.stream(widths).boxed().toList();
        table.setWidth(this.widths.stream().mapToInt(Integer::intValue).sum());
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setLeftBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setRightBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setInsideVBorder(XWPFBorderType.SINGLE, 4, 0, LINE);
        table.setCellMargins(50, 90, 50, 90);
        CTTblGrid columns = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        this.widths.forEach(width -> columns.addNewGridCol().setW(BigInteger.valueOf(width)));
    }

    /** Adds a name and what it stands for. */
    void pair(String name, String value) {
        XWPFTableRow row = next();
        fill(row.getCell(0), name, true, LABEL_GROUND);
        fill(row.getCell(1), value, false, "");
    }

    /** Adds a name with room of so many lines for people. */
    void input(String name, int lines) {
        XWPFTableRow row = next();
        row.setHeight(lines * 320);
        fill(row.getCell(0), name, true, LABEL_GROUND);
        fill(row.getCell(1), "", false, INPUT_GROUND);
    }

    /** Adds a row of names. */
    void head(String... names) {
        XWPFTableRow row = next();
        row.setRepeatHeader(true);
        for (int i = 0; i < names.length; i++) {
            fill(row.getCell(i), names[i], true, LABEL_GROUND);
        }
    }

    /** Adds a row whose empty cells are for people. */
    void row(String... texts) {
        XWPFTableRow row = next();
        row.setHeight(560);
        for (int i = 0; i < texts.length; i++) {
            fill(row.getCell(i), texts[i], false, texts[i].isEmpty() ? INPUT_GROUND : "");
        }
    }

    /** Gives the next row; a new table has one already. */
    private XWPFTableRow next() {
        XWPFTableRow row = begun ? table.createRow() : table.getRow(0);
        begun = true;
        while (row.getTableCells().size() < widths.size()) {
            row.addNewTableCell();
        }
        row.setCantSplitRow(true);
        return row;
    }

    private void fill(XWPFTableCell cell, String text, boolean label, String ground) {
        int column = cell.getTableRow().getTableCells().indexOf(cell);
        cell.setWidth(String.valueOf(widths.get(column)));
        if (!ground.isEmpty()) {
            cell.setColor(ground);
        }
        XWPFParagraph paragraph = cell.getParagraphArray(0);
        paragraph.setSpacingAfter(0);
        Paper.write(paragraph, text, 9, "000000").setBold(label);
    }
}
