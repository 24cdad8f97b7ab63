package org.portcullis.report.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;

/** Reads one tab row by row, and then what the file says about the tab as a whole. Mutable; one thread. */
final class TabReader implements AutoCloseable {

    static final int MAX_ROW = 1_048_576;
    static final int MAX_COLUMN = 16_384;

    /** The type of a cell with two values, of which one program shows the one and another program the other. */
    private static final String TWICE = "twice";

    private final XmlPart part;
    private final SharedTexts texts;
    private final List<String> oddities = new ArrayList<>();
    private final List<int[]> hiddenColumns = new ArrayList<>();
    private final List<CellRangeAddress> merged = new ArrayList<>();
    private final Map<String, String> links = new LinkedHashMap<>();
    private int lastRow = -1;
    private boolean seenRows;
    private boolean inRows;
    private boolean done;

    /** Reads up to the first row. */
    TabReader(XmlPart part, SharedTexts texts) throws UnreadableWorkbook {
        this.part = part;
        this.texts = texts;
        about();
    }

    /** Gives the next row that the file has. */
    Optional<FoundRow> next() throws IOException, UnreadableWorkbook {
        while (inRows && part.next()) {
            if (!part.begins()) {
                inRows = !part.element().equals("sheetData");
            } else if (part.element().equals("row") && part.depth() == 3) {
                return Optional.of(row());
            } else {
                throw part.unreadable("has `" + part.element() + "` among its rows");
            }
        }
        if (!done) {
            about();
        }
        return Optional.empty();
    }

    /** Gives what hides or disguises cells, besides hidden rows and columns; complete after the last row. */
    List<String> oddities() {
        return List.copyOf(oddities);
    }

    /** Gives the first and last column, from zero, of each range of columns that nobody sees. */
    List<int[]> hiddenColumns() {
        return List.copyOf(hiddenColumns);
    }

    /** Gives what is merged; complete after the last row. */
    List<CellRangeAddress> merged() {
        return List.copyOf(merged);
    }

    /** Gives where each cell leads to, by its address; complete after the last row. */
    Map<String, String> links() {
        return Map.copyOf(links);
    }

    /** Reads what stands before or after the rows. */
    private void about() throws UnreadableWorkbook {
        while (part.nextElement()) {
            switch (part.element()) {
                case "sheetData" -> {
                    if (part.depth() != 2 || seenRows) {
                        throw part.unreadable("has rows in more than one place");
                    }
                    seenRows = true;
                    inRows = true;
                    return;
                }
                case "sheetFormatPr" -> odd(part.isTrue("zeroHeight"), "rows without a height");
                case "sheetView" -> {
                    odd(
                            part.attribute("showZeros").equals("0")
                                    || part.attribute("showZeros").equals("false"),
                            "zeros are not shown");
                    odd(part.isTrue("showFormulas"), "formulas are shown in place of values");
                }
                case "col" -> column();
                case "mergeCell" -> merged.add(range(part.attribute("ref")));
                case "hyperlink" -> link();
                case "conditionalFormatting",
                        "legacyDrawing",
                        "picture",
                        "oleObject",
                        "control",
                        "tablePart",
                        "sparklineGroup",
                        "dataConsolidate",
                        "customSheetView",
                        "scenario" -> odd(true, "`" + part.element() + "`");
                default -> {
                    // How it is printed, protected and filtered changes no cell; rows that a filter hides are seen as
                    // hidden rows.
                }
            }
        }
        if (!seenRows) {
            throw part.unreadable("has no rows");
        }
        done = true;
    }

    private void odd(boolean is, String what) {
        if (is && !oddities.contains(what)) {
            oddities.add(what);
        }
    }

    private void column() throws UnreadableWorkbook {
        String width = part.attribute("width");
        if (part.isTrue("hidden") || (!width.isEmpty() && number(width) < 0.2)) {
            hiddenColumns.add(new int[] {whole(part.attribute("min")) - 1, whole(part.attribute("max")) - 1});
        }
    }

    private void link() throws UnreadableWorkbook {
        String to = part.attribute("location");
        if (!part.relationship().isEmpty()) {
            to = "\u0000" + part.relationship() + (to.isEmpty() ? "" : "#" + to);
        }
        links.put(part.attribute("ref").replace("$", ""), to);
    }

    private FoundRow row() throws IOException, UnreadableWorkbook {
        String stated = part.attribute("r");
        int index = stated.isEmpty() ? lastRow + 1 : whole(stated) - 1;
        if (index <= lastRow || index >= MAX_ROW) {
            throw part.unreadable("has row " + (index + 1) + " after row " + (lastRow + 1));
        }
        lastRow = index;
        String height = part.attribute("ht");
        boolean hidden = part.isTrue("hidden") || (!height.isEmpty() && number(height) < 1);
        List<FoundCell> cells = new ArrayList<>();
        int lastColumn = -1;
        while (part.next()) {
            if (!part.begins()) {
                if (part.element().equals("row")) {
                    return new FoundRow(index, hidden, cells);
                }
            } else if (part.element().equals("c") && part.depth() == 4) {
                FoundCell cell = cell(index, lastColumn);
                lastColumn = cell.column();
                cells.add(cell);
            } else if (!part.element().equals("extLst") && part.depth() == 4) {
                throw part.unreadable("has `" + part.element() + "` in row " + (index + 1));
            }
        }
        throw part.unreadable("ends in row " + (index + 1));
    }

    private FoundCell cell(int row, int lastColumn) throws IOException, UnreadableWorkbook {
        String address = part.attribute("r");
        int column = address.isEmpty() ? lastColumn + 1 : columnOf(address, row);
        if (column <= lastColumn || column >= MAX_COLUMN) {
            throw part.unreadable("has cell `" + address + "` out of its place");
        }
        String type = part.attribute("t");
        int style = part.attribute("s").isEmpty() ? 0 : whole(part.attribute("s"));
        String formula = "";
        String value = "";
        boolean valued = false;
        while (part.next()) {
            if (!part.begins()) {
                if (part.element().equals("c")) {
                    return found(column, type, value, valued, formula, style);
                }
                continue;
            }
            switch (part.element()) {
                case "f" -> formula = formula();
                case "v" -> {
                    type = valued ? TWICE : type;
                    value = part.text();
                    valued = true;
                }
                case "is" -> {
                    type = valued || !type.equals("inlineStr") ? TWICE : type;
                    value = part.words();
                    valued = true;
                }
                default -> throw part.unreadable("has `" + part.element() + "` in cell `" + address + "`");
            }
        }
        throw part.unreadable("ends in cell `" + address + "`");
    }

    /** Marks a formula of another kind than a plain one. */
    private String formula() throws UnreadableWorkbook {
        String kind = part.attribute("t");
        String text = part.text();
        return kind.isEmpty() || kind.equals("normal") ? text : kind + " formula " + text;
    }

    private FoundCell found(int column, String type, String value, boolean valued, String formula, int style)
            throws IOException, UnreadableWorkbook {
        if (!valued) {
            return new FoundCell(column, FoundCell.Kind.NOTHING, "", formula, style);
        }
        return switch (type) {
            case "s" -> new FoundCell(column, FoundCell.Kind.WORDS, texts.text(value), formula, style);
            case "inlineStr" -> new FoundCell(column, FoundCell.Kind.WORDS, value, formula, style);
            case "str" -> new FoundCell(column, FoundCell.Kind.WORDS, CellText.decoded(value), formula, style);
            case "", "n" ->
                new FoundCell(
                        column,
                        value.isBlank() ? FoundCell.Kind.NOTHING : FoundCell.Kind.NUMBER,
                        value.strip(),
                        formula,
                        style);
            default -> new FoundCell(column, FoundCell.Kind.OTHER, value, formula, style);
        };
    }

    private int columnOf(String address, int row) throws UnreadableWorkbook {
        int letters = 0;
        int column = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            column = Math.min(MAX_COLUMN + 1, column * 26 + address.charAt(letters) - 'A' + 1);
            letters++;
        }
        if (letters == 0 || !address.substring(letters).equals(Integer.toString(row + 1))) {
            throw part.unreadable("has cell `" + address + "` in row " + (row + 1));
        }
        return column - 1;
    }

    private CellRangeAddress range(String ref) throws UnreadableWorkbook {
        try {
            return CellRangeAddress.valueOf(ref);
        } catch (IllegalArgumentException malformed) {
            throw part.unreadable("merges `" + ref + "`");
        }
    }

    private int whole(String text) throws UnreadableWorkbook {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw part.unreadable("has `" + text + "` where a whole number is expected");
        }
    }

    private double number(String text) throws UnreadableWorkbook {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException malformed) {
            throw part.unreadable("has `" + text + "` where a number is expected");
        }
    }

    @Override
    public void close() throws IOException {
        part.close();
    }
}
