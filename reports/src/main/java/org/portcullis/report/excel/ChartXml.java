package org.portcullis.report.excel;

import java.util.List;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Chart;
import org.portcullis.report.sheet.PageSheet;

/**
 * Writes a chart as DrawingML (ISO/IEC 29500-1, 21.2).
 *
 * <p>Written out and not built with the library, so that every part of it is there on purpose: fills and outlines that every program draws and
 * that are told apart without colour, the cells that are drawn, and beside them what these cells hold, which programs show until they read the cells.
 */
final class ChartXml {

    /** How axes and labels show numbers. */
    static final String FORMAT = "#,##0.##";

    private static final String INK = "1F3A5F";
    private static final String GRID = "D9D9D9";
    private static final int CATEGORIES = 111_111_111;
    private static final int VALUES = 222_222_222;

    /** Dark, light with stripes, middle, white: in this order they differ most from their neighbours in print. */
    private static final List<String> FILLS =
            List.of(solid(INK), pattern("wdUpDiag", INK, "FFFFFF"), solid("B8C4D6"), solid("FFFFFF"));

    /** The later ones are smaller, so that equal values do not hide each other; some programs draw no outlines, so that none is white. */
    private static final List<String> SHAPES = List.of("dash", "triangle", "diamond", "circle");

    private static final List<String> SHAPE_FILLS =
            List.of(solid("000000"), solid("9DB0CC"), solid(INK), solid("000000"));
    private static final List<Integer> SHAPE_SIZES = List.of(18, 13, 9, 5);

    private final PageSheet page;
    private final Chart chart;
    private final StringBuilder xml = new StringBuilder();

    ChartXml(PageSheet page, Chart chart) {
        this.page = page;
        this.chart = chart;
    }

    /** Gives the whole part. */
    String text() {
        xml.append("<c:chartSpace xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\"")
                .append(" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"")
                .append(" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">")
                .append("<c:date1904 val=\"0\"/><c:roundedCorners val=\"0\"/><c:chart>");
        title(chart.title(), 1200, 0);
        xml.append("<c:autoTitleDeleted val=\"0\"/><c:plotArea><c:layout/>");
        switch (chart.kind()) {
            case BARS -> bars("bar", "clustered", 60, 0);
            case STACKED_COLUMNS -> bars("col", "stacked", 100, 100);
            case POINTS -> points();
        }
        categories();
        values();
        xml.append("<c:spPr><a:noFill/>")
                .append(line("7F7F7F"))
                .append("</c:spPr></c:plotArea><c:legend>")
                .append("<c:legendPos val=\"b\"/><c:overlay val=\"0\"/>")
                .append(words(900))
                .append("</c:legend><c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart><c:spPr>")
                .append(solid("FFFFFF"))
                .append(line("BFBFBF"))
                .append("</c:spPr>")
                .append(words(900))
                .append("</c:chartSpace>");
        return xml.toString();
    }

    private void bars(String direction, String grouping, int gap, int overlap) {
        xml.append("<c:barChart><c:barDir val=\"")
                .append(direction)
                .append("\"/><c:grouping val=\"")
                .append(grouping)
                .append("\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.columns().size(); i++) {
            begin(i);
            xml.append("<c:spPr>")
                    .append(FILLS.get(i))
                    .append(line("000000"))
                    .append("</c:spPr>")
                    .append("<c:invertIfNegative val=\"0\"/>");
            if (chart.kind() == Chart.Kind.BARS) {
                labels();
            }
            end(i);
        }
        xml.append("<c:gapWidth val=\"")
                .append(gap)
                .append("\"/><c:overlap val=\"")
                .append(overlap)
                .append("\"/>");
        axes();
        xml.append("</c:barChart>");
    }

    private void points() {
        xml.append("<c:lineChart><c:grouping val=\"standard\"/><c:varyColors val=\"0\"/>");
        for (int i = 0; i < chart.columns().size(); i++) {
            begin(i);
            xml.append("<c:spPr><a:ln w=\"19050\"><a:noFill/></a:ln></c:spPr><c:marker><c:symbol val=\"")
                    .append(SHAPES.get(i))
                    .append("\"/><c:size val=\"")
                    .append(SHAPE_SIZES.get(i))
                    .append("\"/><c:spPr>")
                    .append(SHAPE_FILLS.get(i))
                    .append(line("000000"))
                    .append("</c:spPr></c:marker>");
            end(i);
            xml.insert(xml.length() - "</c:ser>".length(), "<c:smooth val=\"0\"/>");
        }
        xml.append("<c:marker val=\"1\"/>");
        axes();
        xml.append("</c:lineChart>");
    }

    private void begin(int series) {
        int column = chart.columns().get(series);
        xml.append("<c:ser><c:idx val=\"")
                .append(series)
                .append("\"/><c:order val=\"")
                .append(series)
                .append("\"/><c:tx><c:strRef><c:f>")
                .append(escaped(chart.name(page.name(), column)))
                .append("</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>")
                .append(escaped(ChartCells.head(page, chart, column)))
                .append("</c:v></c:pt></c:strCache></c:strRef></c:tx>");
    }

    private void end(int series) {
        int column = chart.columns().get(series);
        xml.append("<c:cat><c:strRef><c:f>")
                .append(escaped(chart.cells(page.name(), 0)))
                .append("</c:f><c:strCache>");
        cache(ChartCells.of(page, chart, 0));
        xml.append("</c:strCache></c:strRef></c:cat><c:val><c:numRef><c:f>")
                .append(escaped(chart.cells(page.name(), column)))
                .append("</c:f><c:numCache><c:formatCode>General</c:formatCode>");
        cache(ChartCells.of(page, chart, column));
        xml.append("</c:numCache></c:numRef></c:val></c:ser>");
    }

    private void cache(List<Cell> cells) {
        xml.append("<c:ptCount val=\"").append(cells.size()).append("\"/>");
        for (int i = 0; i < cells.size(); i++) {
            String text = ChartCells.shown(cells.get(i));
            if (!text.isEmpty()) {
                xml.append("<c:pt idx=\"")
                        .append(i)
                        .append("\"><c:v>")
                        .append(escaped(text))
                        .append("</c:v></c:pt>");
            }
        }
    }

    private void labels() {
        xml.append("<c:dLbls><c:numFmt formatCode=\"" + FORMAT
                        + "\" sourceLinked=\"0\"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>")
                .append(words(800))
                .append(
                        "<c:showLegendKey val=\"0\"/><c:showVal val=\"1\"/><c:showCatName val=\"0\"/><c:showSerName val=\"0\"/>")
                .append("<c:showPercent val=\"0\"/><c:showBubbleSize val=\"0\"/></c:dLbls>");
    }

    private void axes() {
        xml.append("<c:axId val=\"")
                .append(CATEGORIES)
                .append("\"/><c:axId val=\"")
                .append(VALUES)
                .append("\"/>");
    }

    /** The first category of bars stands on top, as in the grid. */
    private void categories() {
        boolean bars = chart.kind() == Chart.Kind.BARS;
        xml.append("<c:catAx><c:axId val=\"")
                .append(CATEGORIES)
                .append("\"/><c:scaling><c:orientation val=\"")
                .append(bars ? "maxMin" : "minMax")
                .append("\"/></c:scaling><c:delete val=\"0\"/><c:axPos val=\"")
                .append(bars ? "l" : "b")
                .append("\"/>");
        title(chart.categoryTitle(), 900, bars ? -5_400_000 : 0);
        xml.append(
                        "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>")
                .append("<c:tickLblPos val=\"low\"/><c:spPr>")
                .append(line("595959"))
                .append("</c:spPr>")
                .append(words(800, chart.kind() == Chart.Kind.POINTS ? -2_700_000 : 0))
                .append("<c:crossAx val=\"")
                .append(VALUES)
                .append("\"/><c:crosses val=\"")
                .append(chart.logarithmic() ? "min" : "autoZero")
                .append("\"/><c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/><c:lblOffset val=\"100\"/>")
                .append("<c:noMultiLvlLbl val=\"1\"/></c:catAx>");
    }

    private void values() {
        boolean bars = chart.kind() == Chart.Kind.BARS;
        xml.append("<c:valAx><c:axId val=\"")
                .append(VALUES)
                .append("\"/><c:scaling>")
                .append(chart.logarithmic() ? "<c:logBase val=\"10\"/>" : "")
                .append("<c:orientation val=\"minMax\"/>")
                .append(chart.logarithmic() ? "" : "<c:min val=\"0\"/>")
                .append("</c:scaling><c:delete val=\"0\"/><c:axPos val=\"")
                .append(bars ? "b" : "l")
                .append("\"/><c:majorGridlines><c:spPr>")
                .append(line(GRID))
                .append("</c:spPr></c:majorGridlines>");
        title(chart.valueTitle(), 900, bars ? 0 : -5_400_000);
        xml.append("<c:numFmt formatCode=\"" + FORMAT
                        + "\" sourceLinked=\"0\"/><c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>")
                .append("<c:tickLblPos val=\"nextTo\"/><c:spPr>")
                .append(line("595959"))
                .append("</c:spPr>")
                .append(words(800))
                .append("<c:crossAx val=\"")
                .append(CATEGORIES)
                .append("\"/><c:crosses val=\"")
                .append(bars ? "max" : "autoZero")
                .append("\"/><c:crossBetween val=\"between\"/></c:valAx>");
    }

    private void title(String text, int size, int turned) {
        xml.append("<c:title><c:tx><c:rich><a:bodyPr rot=\"")
                .append(turned)
                .append("\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"")
                .append(size)
                .append("\" b=\"1\"/></a:pPr><a:r><a:rPr lang=\"en-GB\" sz=\"")
                .append(size)
                .append("\" b=\"1\">")
                .append(solid("000000"))
                .append("</a:rPr><a:t>")
                .append(escaped(text))
                .append("</a:t></a:r></a:p></c:rich></c:tx><c:overlay val=\"0\"/></c:title>");
    }

    private static String words(int size) {
        return words(size, 0);
    }

    private static String words(int size, int turned) {
        return "<c:txPr><a:bodyPr rot=\"" + turned + "\" vert=\"horz\"/><a:lstStyle/><a:p><a:pPr><a:defRPr sz=\"" + size
                + "\">" + solid("000000") + "</a:defRPr></a:pPr><a:endParaRPr lang=\"en-GB\"/></a:p></c:txPr>";
    }

    private static String solid(String rgb) {
        return "<a:solidFill><a:srgbClr val=\"" + rgb + "\"/></a:solidFill>";
    }

    private static String pattern(String name, String front, String back) {
        return "<a:pattFill prst=\"" + name + "\"><a:fgClr><a:srgbClr val=\"" + front
                + "\"/></a:fgClr><a:bgClr><a:srgbClr val=\"" + back + "\"/></a:bgClr></a:pattFill>";
    }

    private static String line(String rgb) {
        return "<a:ln w=\"9525\">" + solid(rgb) + "</a:ln>";
    }

    private static String escaped(String text) {
        return SafeText.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
