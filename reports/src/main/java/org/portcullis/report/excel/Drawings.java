package org.portcullis.report.excel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;

/** Finds the charts on the tabs of a workbook. Mutable; for one workbook and one thread. */
final class Drawings {

    private static final String CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
    private static final String DRAWING = "application/vnd.openxmlformats-officedocument.drawing+xml";

    /** How a chart looks, apart from it; Excel writes both beside a chart. */
    private static final Set<String> LOOKS =
            Set.of("application/vnd.ms-office.chartstyle+xml", "application/vnd.ms-office.chartcolorstyle+xml");

    /** What a drawing is made of that holds charts and nothing else. */
    private static final Set<String> OF_CHARTS = Set.of(
            "wsDr",
            "twoCellAnchor",
            "oneCellAnchor",
            "absoluteAnchor",
            "from",
            "to",
            "col",
            "colOff",
            "row",
            "rowOff",
            "pos",
            "ext",
            "off",
            "graphicFrame",
            "nvGraphicFramePr",
            "cNvPr",
            "cNvGraphicFramePr",
            "graphicFrameLocks",
            "xfrm",
            "graphic",
            "graphicData",
            "chart",
            "clientData",
            "extLst",
            "creationId");

    private final OPCPackage archive;
    private final Set<String> known = new HashSet<>();

    Drawings(OPCPackage archive) {
        this.archive = archive;
    }

    /** Tells whether a part belongs to charts that were found; ask after all tabs were read. */
    boolean isKnown(PackagePart part) {
        return known.contains(part.getPartName().getName());
    }

    /** Gives the charts of a tab from top to bottom; a drawing with anything else is left to be found as a part that nobody expects. */
    List<FoundChart> of(PackagePart tab) throws IOException, UnreadableWorkbook, OpenXML4JException {
        List<FoundChart> charts = new ArrayList<>();
        for (PackageRelationship relationship : tab.getRelationships()) {
            Optional<PackagePart> drawing = target(relationship, "/drawing", DRAWING);
            if (drawing.isPresent()) {
                charts.addAll(charts(drawing.get()));
            }
        }
        charts.sort(java.util.Comparator.comparingInt(FoundChart::top));
        return charts;
    }

    private List<FoundChart> charts(PackagePart drawing) throws IOException, UnreadableWorkbook, OpenXML4JException {
        XmlTree tree = tree(drawing);
        List<FoundChart> charts = new ArrayList<>();
        if (!isOfCharts(tree)) {
            return charts;
        }
        for (XmlTree anchor : tree.children()) {
            for (XmlTree frame : anchor.all("graphicFrame")) {
                String id = frame.all("chart").stream()
                        .map(each -> each.attribute("relationship"))
                        .findFirst()
                        .orElse("");
                PackageRelationship relationship = drawing.getRelationship(id);
                Optional<PackagePart> part =
                        relationship == null ? Optional.empty() : target(relationship, "/chart", CHART);
                boolean hidden = frame.all("cNvPr").stream()
                        .map(each -> each.attribute("hidden").toLowerCase(Locale.ROOT))
                        .anyMatch(each -> each.equals("1") || each.equals("true"));
                if (part.isEmpty() || hidden) {
                    return charts;
                }
                charts.add(FoundChart.of(tree(part.get()), row(anchor, "from"), row(anchor, "to")));
                know(part.get());
            }
        }
        known.add(drawing.getPartName().getName());
        return charts;
    }

    private void know(PackagePart chart) throws OpenXML4JException {
        known.add(chart.getPartName().getName());
        for (PackageRelationship relationship : chart.getRelationships()) {
            if (relationship.getTargetMode() != TargetMode.EXTERNAL) {
                PackagePart look = archive.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI()));
                if (look != null && LOOKS.contains(look.getContentType())) {
                    known.add(look.getPartName().getName());
                }
            }
        }
    }

    private static boolean isOfCharts(XmlTree tree) {
        return OF_CHARTS.contains(tree.name()) && tree.children().stream().allMatch(Drawings::isOfCharts);
    }

    private static int row(XmlTree anchor, String end) {
        String row = anchor.at(end, "row").map(XmlTree::text).orElse("");
        return row.matches("[0-9]{1,7}") ? Integer.parseInt(row) : -1;
    }

    private Optional<PackagePart> target(PackageRelationship relationship, String type, String content)
            throws OpenXML4JException {
        if (relationship.getTargetMode() == TargetMode.EXTERNAL
                || !relationship.getRelationshipType().endsWith(type)) {
            return Optional.empty();
        }
        PackagePart part = archive.getPart(PackagingURIHelper.createPartName(relationship.getTargetURI()));
        return Optional.ofNullable(part).filter(each -> each.getContentType().equals(content));
    }

    private static XmlTree tree(PackagePart part) throws IOException, UnreadableWorkbook {
        try (XmlPart xml = new XmlPart(part.getPartName().getName(), part.getInputStream())) {
            return XmlTree.read(xml);
        }
    }
}
