package org.portcullis.report.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Is a chart of a file, without its looks.
 *
 * @param kind how it is drawn, in the words of {@link #kind(XmlTree)}
 * @param axes what each axis says, in their order: title, steps, direction, range
 * @param series what is drawn
 * @param oddities what could show something else than the cells
 * @param top the row at which it begins, from zero
 * @param bottom the row at which it ends
 */
record FoundChart(
        String title, String kind, List<String> axes, List<Series> series, List<String> oddities, int top, int bottom) {

    private static final Set<String> PLOTS = Set.of(
            "barChart",
            "bar3DChart",
            "lineChart",
            "line3DChart",
            "pieChart",
            "pie3DChart",
            "areaChart",
            "area3DChart",
            "scatterChart",
            "bubbleChart",
            "radarChart",
            "doughnutChart",
            "stockChart",
            "surfaceChart",
            "surface3DChart",
            "ofPieChart");

    /** What shows more, less or something else than the values of cells. LibreOffice adds lines from the highest to the lowest point, which show nothing else. */
    private static final Set<String> ODD = Set.of(
            "trendline",
            "errBars",
            "dispUnits",
            "userShapes",
            "externalData",
            "pivotSource",
            "legendEntry",
            "upDownBars",
            "dropLines",
            "datalabelsRange",
            "dLbl",
            "numLit",
            "strLit",
            "multiLvlStrRef",
            "AlternateContent",
            "view3D",
            "dTable",
            "pictureOptions",
            "custSplit");

    private static final Set<String> PLAIN = Set.of("", "General", ChartXml.FORMAT);

    FoundChart {
        axes = List.copyOf(axes);
        series = List.copyOf(series);
        oddities = List.copyOf(oddities);
    }

    /**
     * Is one series.
     *
     * @param name the cell that names it
     * @param categories the cells of the categories
     * @param values the cells that are drawn
     * @param kept what the file keeps beside them: name, categories and values as text
     */
    record Series(String name, String categories, String values, List<Kept> kept) {
        Series {
            kept = List.copyOf(kept);
        }

        String words() {
            return name + " " + categories + " " + values;
        }
    }

    /** Is a text that a file keeps of a cell: of the name, the categories or the values, at a place from zero. */
    record Kept(String of, int place, String text) {}

    /** Reads the part of a chart. */
    static FoundChart of(XmlTree space, int top, int bottom) {
        XmlTree chart = space.child("chart").orElse(space);
        XmlTree area = chart.child("plotArea").orElse(chart);
        List<XmlTree> plots = area.children().stream()
                .filter(each -> PLOTS.contains(each.name()))
                .toList();
        List<XmlTree> series =
                plots.stream().flatMap(plot -> plot.children("ser").stream()).toList();
        List<String> axes = new ArrayList<>();
        for (XmlTree each : area.children()) {
            if (each.name().endsWith("Ax")) {
                axes.add(axis(each));
            }
        }
        axes.sort(String::compareTo);
        return new FoundChart(
                words(chart),
                plots.stream().map(FoundChart::kind).collect(Collectors.joining(" and ")),
                axes,
                series.stream().map(FoundChart::series).toList(),
                odd(space, series),
                top,
                bottom);
    }

    /** Says how a plot is drawn. */
    static String kind(XmlTree plot) {
        String grouping = plot.value("grouping");
        String direction = plot.value("barDir");
        return plot.name() + (direction.isEmpty() ? "" : " " + direction) + (grouping.isEmpty() ? "" : " " + grouping);
    }

    /** Gives the words of a title, whatever runs they are in. */
    private static String words(XmlTree titled) {
        return titled.at("title", "tx", "rich").stream()
                .flatMap(rich -> rich.all("t").stream())
                .map(XmlTree::text)
                .collect(Collectors.joining());
    }

    private static String axis(XmlTree axis) {
        String max = axis.value("scaling", "max");
        String min = axis.value("scaling", "min");
        String base = axis.value("scaling", "logBase");
        boolean hidden = isTrue(axis.value("delete"));
        return "`" + words(axis) + "`" + (hidden ? ", not shown" : "")
                + (base.isEmpty() ? "" : ", logarithmic " + plain(base))
                + (axis.value("scaling", "orientation").equals("maxMin") ? ", turned round" : "")
                + (min.isEmpty() ? "" : ", from " + plain(min))
                + (max.isEmpty() ? "" : ", up to " + plain(max));
    }

    private static String plain(String number) {
        return number.replaceAll("\\.0+$", "");
    }

    private static boolean isTrue(String value) {
        return value.equals("1") || value.toLowerCase(Locale.ROOT).equals("true");
    }

    private static Series series(XmlTree series) {
        List<Kept> kept = new ArrayList<>();
        series.child("tx").ifPresent(tx -> keep("name", tx, kept));
        category(series).forEach(each -> keep("categories", each, kept));
        drawn(series).forEach(each -> keep("values", each, kept));
        return new Series(
                series.child("tx").map(FoundChart::reference).orElse(""),
                category(series).stream().map(FoundChart::reference).collect(Collectors.joining(";")),
                drawn(series).stream().map(FoundChart::reference).collect(Collectors.joining(";")),
                kept);
    }

    private static List<XmlTree> category(XmlTree series) {
        return series.children().stream()
                .filter(each -> each.name().equals("cat") || each.name().equals("xVal"))
                .toList();
    }

    private static List<XmlTree> drawn(XmlTree series) {
        return series.children().stream()
                .filter(each -> List.of("val", "yVal", "bubbleSize").contains(each.name()))
                .toList();
    }

    /** Writes a reference without the signs that programs put or leave out. */
    static String plainReference(String reference) {
        return reference.replace("'", "").replace("$", "");
    }

    private static String reference(XmlTree source) {
        return source.all("f").stream()
                .map(XmlTree::text)
                .map(FoundChart::plainReference)
                .collect(Collectors.joining(";"));
    }

    private static void keep(String of, XmlTree source, List<Kept> kept) {
        for (XmlTree point : source.all("pt")) {
            String place = point.attribute("idx");
            String text = point.child("v").map(XmlTree::text).orElse("");
            kept.add(new Kept(of, place.matches("[0-9]{1,6}") ? Integer.parseInt(place) : -1, text));
        }
    }

    private static List<String> odd(XmlTree space, List<XmlTree> series) {
        List<String> odd = new ArrayList<>();
        for (String name : new java.util.TreeSet<>(ODD)) {
            if (!space.all(name).isEmpty()) {
                odd.add("the element `" + name + "`");
            }
        }
        for (XmlTree each : series) {
            if (each.at("spPr", "noFill").isPresent() && each.child("marker").isEmpty()) {
                odd.add("a series that nobody sees");
            }
        }
        boolean plain = space.all("numFmt").stream()
                .map(each -> each.attribute("formatCode"))
                .allMatch(PLAIN::contains);
        if (!plain) {
            odd.add("a number format that could show something else");
        }
        if (hasFiltered(space)) {
            odd.add("a series that is filtered away");
        }
        if (isFalse(space.value("chart", "plotVisOnly")) || isTrue(space.value("date1904"))) {
            odd.add("what it draws of hidden cells or of days");
        }
        return odd;
    }

    private static boolean hasFiltered(XmlTree tree) {
        return tree.name().startsWith("filtered") || tree.children().stream().anyMatch(FoundChart::hasFiltered);
    }

    private static boolean isFalse(String value) {
        return value.equals("0") || value.toLowerCase(Locale.ROOT).equals("false");
    }
}
