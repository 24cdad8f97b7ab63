package org.portcullis.app.coverage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.portcullis.app.terminal.Ink;
import org.portcullis.app.terminal.Paragraph;
import org.portcullis.app.terminal.Table;
import org.portcullis.mapping.coverage.Coverage;
import org.portcullis.mapping.coverage.CoverageReport;
import org.portcullis.mapping.coverage.ParityMatrix;
import org.portcullis.mapping.coverage.Place;
import org.portcullis.mapping.coverage.PolicyControl;
import org.portcullis.mapping.coverage.ProvisionCoverage;
import org.portcullis.mapping.coverage.Reach;

/** Tells people about coverage, on lines of at most {@link Table#WIDTH} columns. */
public final class CoverageText {
    private static final String CAVEAT =
            "Verdicts speak of the policies' text and tests. They are no legal opinion; provisions are paraphrased, not"
                    + " quoted, and their marks say how each is known (portcullis explain, docs/regulation.md).";

    private final CoverageReport report;
    private final Ink ink;

    /** Takes what to tell and how to colour it. */
    public CoverageText(CoverageReport report, Ink ink) {
        this.report = report;
        this.ink = ink;
    }

    /** Gives the whole answer: summary, what is required, what is asked. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(ink.paint(Ink.Tone.STRONG, report.profile().title()) + " ("
                + report.profile().name() + ") on " + report.asOf());
        lines.addAll(Paragraph.hanging("  for  ", report.profile().appliesTo(), Table.WIDTH));
        lines.addAll(Paragraph.hanging("  by   ", report.profile().author(), Table.WIDTH));
        String first = "  at   ";
        for (Place place : report.places()) {
            lines.add(first + place.words());
            first = "       ";
        }
        section(lines, "Required: a control has to answer to each", true);
        section(lines, "Asked: people answer, with controls where there are some", false);
        lines.add("");
        lines.add(summary());
        lines.addAll(Paragraph.hanging("", CAVEAT, Table.WIDTH));
        return lines;
    }

    private String summary() {
        long required =
                report.rows().stream().filter(ProvisionCoverage::required).count();
        long gaps = report.rows().stream().filter(ProvisionCoverage::fails).count();
        String counts = Arrays.stream(Coverage.values())
                .map(verdict -> report.count(verdict) + " " + verdict.words())
                .collect(Collectors.joining(", "));
        return counts + ". "
                + (gaps == 0
                        ? "No required provision has a gap."
                        : gaps + " of " + required + " required provisions " + (gaps == 1 ? "has" : "have")
                                + " a gap.");
    }

    private void section(List<String> lines, String title, boolean required) {
        List<ProvisionCoverage> rows =
                report.rows().stream().filter(row -> row.required() == required).toList();
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(ink.paint(Ink.Tone.STRONG, title));
        Table table = new Table(
                List.of(Table.Column.text("Provision"), Table.Column.text("Verdict"), Table.Column.text("Why")));
        List<String> forPeople = new ArrayList<>();
        boolean anyRow = false;
        for (ProvisionCoverage row : rows) {
            if (!required && isForPeople(row)) {
                forPeople.add(row.provision().citation().corpus() + " "
                        + row.provision().citation().provision());
                continue;
            }
            anyRow = true;
            String name = row.provision().citation().corpus() + " "
                    + row.provision().citation().provision() + " ("
                    + row.provision().sureness().mark() + ")";
            for (Map.Entry<Finding, List<Place>> group : grouped(row).entrySet()) {
                String where = group.getValue().size() == report.places().size() ? "" : places(group.getValue()) + ": ";
                table.row(List.of(
                        name,
                        group.getKey().verdict().words(),
                        where + group.getKey().because()));
                name = "";
            }
        }
        if (anyRow) {
            lines.addAll(table.lines());
        }
        if (!forPeople.isEmpty()) {
            lines.add("");
            lines.addAll(Paragraph.hanging(
                    "GAP  ",
                    "until people answer with documents and signatures, since these ask to govern, notify or attest and no"
                            + " control cites them: " + String.join(", ", forPeople) + ".",
                    Table.WIDTH));
        }
    }

    private static boolean isForPeople(ProvisionCoverage row) {
        return !row.provision().shownByControls()
                && row.cells().stream().allMatch(cell -> cell.verdict() == Coverage.GAP);
    }

    /** Places with one verdict for one reason are one line. */
    private static Map<Finding, List<Place>> grouped(ProvisionCoverage row) {
        Map<Finding, List<Place>> groups = new LinkedHashMap<>();
        for (ProvisionCoverage.Cell cell : row.cells()) {
            groups.computeIfAbsent(new Finding(cell.verdict(), cell.because()), unused -> new ArrayList<>())
                    .add(cell.place());
        }
        return groups;
    }

    private static String places(List<Place> places) {
        return places.stream().map(Place::words).collect(Collectors.joining("; "));
    }

    /** Gives the parity matrix: each control at each place, and which rows are uneven. */
    public static List<String> parity(ParityMatrix<PolicyControl> matrix) {
        List<String> lines = new ArrayList<>();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(Table.Column.text("Control"));
        for (int place = 1; place <= matrix.places().size(); place++) {
            lines.add("  " + place + "  " + matrix.places().get(place - 1).words());
            columns.add(Table.Column.text(String.valueOf(place)));
        }
        columns.add(Table.Column.text(""));
        lines.add("");
        Table table = new Table(columns);
        for (ParityMatrix.Row<PolicyControl> row : matrix.rows()) {
            List<String> cells = new ArrayList<>();
            cells.add(row.control().id());
            row.reaches().forEach(reach -> cells.add(cell(reach)));
            cells.add(note(row));
            table.row(cells);
        }
        lines.addAll(table.lines());
        lines.add("");
        lines.add("yes: applies to everything there; part: to some of it; no: to nothing.");
        int uneven = matrix.uneven().size();
        lines.add(
                uneven == 0
                        ? "Every control is the same at every place."
                        : uneven + " of " + matrix.rows().size() + " controls differ between places.");
        return lines;
    }

    private static String note(ParityMatrix.Row<PolicyControl> row) {
        List<String> notes = new ArrayList<>();
        if (row.differs()) {
            notes.add("differs");
        }
        if (!row.control().isEnforced()) {
            notes.add("not enforced");
        }
        return String.join(", ", notes);
    }

    private static String cell(Reach reach) {
        return switch (reach) {
            case ALWAYS -> "yes";
            case SOMETIMES -> "part";
            case NEVER -> "no";
        };
    }

    /** Says in one line what tests show of a control. */
    static String tests(PolicyControl control) {
        long breached =
                control.tests().stream().filter(PolicyControl.Tried::breached).count();
        long failed = control.tests().stream().filter(test -> !test.passed()).count();
        return control.tests().isEmpty()
                ? "no test tries it"
                : control.tests().size() + (control.tests().size() == 1 ? " test tries" : " tests try") + " it, "
                        + breached + " with a breach" + (failed == 0 ? "" : ", " + failed + " FAIL");
    }

    private record Finding(Coverage verdict, String because) {}
}
