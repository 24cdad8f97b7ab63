package org.portcullis.report.excel;

import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.xmlbeans.XmlException;
import org.openxmlformats.schemas.drawingml.x2006.chart.ChartSpaceDocument;
import org.portcullis.report.sheet.Chart;
import org.portcullis.report.sheet.PageSheet;

/** Puts the charts of a page on its tab. */
final class ChartDrawing {

    private final XSSFSheet sheet;
    private final PageSheet page;

    ChartDrawing(XSSFSheet sheet, PageSheet page) {
        this.sheet = sheet;
        this.page = page;
    }

    void draw() {
        for (Chart chart : page.charts()) {
            XSSFDrawing drawing = sheet.createDrawingPatriarch();
            int top = PageSheet.row(chart.top());
            XSSFChart drawn = drawing.createChart(
                    new XSSFClientAnchor(0, 0, 0, 0, 0, top, page.widths().size(), top + chart.lines()));
            drawn.getGraphicFrame().setName(chart.title());
            try {
                drawn.getCTChartSpace()
                        .set(ChartSpaceDocument.Factory.parse(new ChartXml(page, chart).text())
                                .getChartSpace());
            } catch (XmlException ourOwn) {
                throw new IllegalStateException("chart `" + chart.title() + "` is not well formed", ourOwn);
            }
        }
    }
}
