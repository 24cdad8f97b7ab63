package org.portcullis.report.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Chart;
import org.portcullis.report.sheet.PageSheet;

/**
 * Compares the charts of a tab with those of its page: how many there are, where each lies, its title, its kind, the titles, steps and directions of its axes,
 * the cells of every series, and what the file keeps of these cells. Colours, fonts and sizes are not compared.
 */
final class ChartComparison {

    private static final BigDecimal ADDED_UP = new BigDecimal("1e-9");

    /** Programs move a chart by a row when heights are rounded. */
    private static final int ROUNDED_ROWS = 2;

    private ChartComparison() {}

    /** Gives the first difference. */
    static Optional<Difference> first(String sheet, Optional<PageSheet> page, List<FoundChart> found) {
        List<Chart> charts = page.map(PageSheet::charts).orElse(List.of());
        for (int i = 0; i < Math.max(charts.size(), found.size()); i++) {
            String place = "chart " + (i + 1);
            if (i >= found.size()) {
                return differs(
                        sheet,
                        place,
                        "the chart " + FoundCell.quoted(charts.get(i).title()),
                        "no more charts");
            }
            if (i >= charts.size()) {
                return differs(
                        sheet,
                        place,
                        "no more charts",
                        "the chart " + FoundCell.quoted(found.get(i).title()));
            }
            Optional<Difference> difference = one(sheet, place, page.orElseThrow(), charts.get(i), found.get(i));
            if (difference.isPresent()) {
                return difference;
            }
        }
        return Optional.empty();
    }

    private static Optional<Difference> one(String sheet, String place, PageSheet page, Chart chart, FoundChart found) {
        if (!found.title().equals(SafeText.of(chart.title()))) {
            return differs(
                    sheet,
                    place,
                    "the title " + FoundCell.quoted(chart.title()),
                    "the title " + FoundCell.quoted(found.title()));
        }
        String about = place + " " + FoundCell.quoted(chart.title());
        if (!found.kind().equals(kind(chart))) {
            return differs(sheet, about, "a " + kind(chart), "a " + FoundCell.quoted(found.kind()));
        }
        if (!found.axes().equals(axes(chart))) {
            return differs(sheet, about, "the axes " + axes(chart), "the axes " + found.axes());
        }
        int top = PageSheet.row(chart.top());
        if (Math.abs(found.top() - top) > ROUNDED_ROWS
                || Math.abs(found.bottom() - top - chart.lines()) > ROUNDED_ROWS) {
            return differs(
                    sheet,
                    about,
                    "rows " + (top + 1) + " to " + (top + chart.lines()),
                    "rows " + (found.top() + 1) + " to " + found.bottom());
        }
        if (!found.oddities().isEmpty()) {
            return differs(sheet, about, "nothing of the kind", found.oddities().get(0));
        }
        return series(sheet, about, page, chart, found);
    }

    private static Optional<Difference> series(
            String sheet, String about, PageSheet page, Chart chart, FoundChart found) {
        for (int i = 0; i < Math.max(chart.columns().size(), found.series().size()); i++) {
            String has = i < found.series().size() ? found.series().get(i).words() : "no more series";
            String wanted = i < chart.columns().size()
                    ? references(page, chart, chart.columns().get(i))
                    : "no more series";
            if (!has.equals(wanted)) {
                return differs(sheet, about, wanted, has);
            }
            for (FoundChart.Kept kept : found.series().get(i).kept()) {
                Optional<Difference> difference =
                        kept(sheet, about, page, chart, chart.columns().get(i), kept);
                if (difference.isPresent()) {
                    return difference;
                }
            }
        }
        return Optional.empty();
    }

    /** Compares what programs show until they read the cells. */
    private static Optional<Difference> kept(
            String sheet, String about, PageSheet page, Chart chart, int column, FoundChart.Kept kept) {
        List<Cell> cells = switch (kept.of()) {
            case "name" -> List.of(Cell.of(ChartCells.head(page, chart, column)));
            case "categories" -> ChartCells.of(page, chart, 0);
            default -> ChartCells.of(page, chart, column);
        };
        String wanted = kept.place() >= 0 && kept.place() < cells.size()
                ? ChartCells.shown(cells.get(kept.place()))
                : "nothing";
        boolean same = kept.of().equals("values")
                ? isNumber(wanted, kept.text())
                : SafeText.of(wanted).equals(kept.text());
        return same
                ? Optional.empty()
                : differs(
                        sheet,
                        about,
                        kept.of() + " " + (kept.place() + 1) + " " + FoundCell.quoted(wanted),
                        FoundCell.quoted(kept.text()));
    }

    /** Blank cells are kept as nothing, as zero, or as what is no number. */
    private static boolean isNumber(String wanted, String found) {
        if (wanted.isEmpty()) {
            return found.isEmpty() || found.equals("0") || found.equals("NaN");
        }
        if (!wanted.matches("-?[0-9.]{1,60}") || !found.matches("-?[0-9.]{1,40}([Ee][-+]?[0-9]{1,2})?")) {
            return false;
        }
        BigDecimal right = new BigDecimal(wanted);
        BigDecimal off = new BigDecimal(found).subtract(right).abs();
        return off.compareTo(right.abs().multiply(ADDED_UP)) <= 0;
    }

    private static String kind(Chart chart) {
        return switch (chart.kind()) {
            case BARS -> "barChart bar clustered";
            case STACKED_COLUMNS -> "barChart col stacked";
            case POINTS -> "lineChart standard";
        };
    }

    private static List<String> axes(Chart chart) {
        List<String> axes = new ArrayList<>();
        axes.add("`" + SafeText.of(chart.categoryTitle()) + "`"
                + (chart.kind() == Chart.Kind.BARS ? ", turned round" : ""));
        axes.add("`" + SafeText.of(chart.valueTitle()) + "`" + (chart.logarithmic() ? ", logarithmic 10" : ", from 0"));
        axes.sort(String::compareTo);
        return axes;
    }

    private static String references(PageSheet page, Chart chart, int column) {
        return FoundChart.plainReference(chart.name(page.name(), column)
                + " " + chart.cells(page.name(), 0)
                + " " + chart.cells(page.name(), column));
    }

    private static Optional<Difference> differs(String sheet, String place, String journal, String workbook) {
        return Optional.of(new Difference(sheet, place, journal, workbook));
    }
}
