package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.engine.reconciliation.Reconciliation;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet that proves for each control and monitor that what was raised was delivered and seen, or says what was not. */
final class AlertRouting {

    static final String NAME = "Alert routing";

    private static final List<String> TYPES = List.of("alert.raised", "alert.joined");
    private static final String RAISED = "Raised";
    private static final int MAX_DIFFERENCES = 6;

    /** The kinds of control that do nothing but watch: they have a row also where they noticed nothing. */
    private static final Set<String> WATCHING = Set.of(ControlKind.MONITOR.words(), ControlKind.ESCALATION.words());

    private AlertRouting() {}

    static Planned of(Grounds grounds) {
        Reconciliation reconciliation = grounds.survey().reconciliation();
        AlertCounts counts = grounds.books().alerts();
        Set<String> silent = silent(grounds.survey(), reconciliation);
        List<Row> rows = new ArrayList<>();
        reconciliation.lines().forEach(line -> rows.add(row(line, reconciliation, counts)));
        silent.forEach(control -> rows.add(row(
                new Reconciliation.Line(new ControlId(control), true, 0, 0, 0, 0, 0, 0, 0), reconciliation, counts)));
        return grounds.traced(
                sheet(reconciliation, rows),
                "what decisions and judgements of the period noticed, against entries " + String.join(", ", TYPES)
                        + " of the period and what followed them up to the checkpoint; one row for each control that"
                        + " told or should have, by its id, then the monitors and escalations that noticed nothing",
                counts.controls().size() + silent.size(),
                grounds.count(TYPES),
                new Tested(
                        counts.controls().equals(told(reconciliation)),
                        "the controls of the rows against those that findings and alerts name: "
                                + counts.controls().size()));
    }

    private static Set<String> told(Reconciliation reconciliation) {
        return reconciliation.lines().stream()
                .map(line -> line.control().text())
                .collect(Collectors.toSet());
    }

    private static Set<String> silent(Survey survey, Reconciliation reconciliation) {
        Set<String> silent = new java.util.TreeSet<>();
        survey.packs()
                .forEach(pack -> pack.controls().stream()
                        .filter(control -> WATCHING.contains(control.kind()))
                        .forEach(control -> silent.add(control.id())));
        silent.removeAll(told(reconciliation));
        return silent;
    }

    private static TableSheet sheet(Reconciliation reconciliation, List<Row> rows) {
        String events = reconciliation.events().entrySet().stream()
                .map(event -> event.getKey().word() + " " + event.getValue().happened()
                        + ", of them told by no escalation " + event.getValue().untold())
                .collect(Collectors.joining("; "));
        return new TableSheet(
                NAME,
                "Alert routing: raised = delivered = seen, for each control and monitor",
                List.of(
                        "Counted in occurrences: an alert that nobody has acknowledged takes in what occurs again. Noticed is what decisions"
                                + " and judgements found, counted without the alerts; for escalations it is taken as raised, since the journal"
                                + " does not judge their scope. Of several roles that are told, the one that was reached least counts.",
                        (reconciliation.lines().isEmpty()
                                        ? "No control told anybody of anything."
                                        : reconciliation.isProved()
                                                ? "Raised = delivered = seen for every control."
                                                : "There are "
                                                        + reconciliation
                                                                .differences()
                                                                .size()
                                                        + " differences between noticed, raised, delivered and seen.")
                                + " What escalations listen for: " + events + "."),
                Optional.empty(),
                columns(),
                1,
                Optional.of(RAISED),
                Rows.of(rows));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Control", 24, "the control, monitor or escalation that tells"),
                Column.of("Noticed", 9, "how often the control found something of which it tells"),
                Column.of(RAISED, 9, "occurrences that were raised in an alert, or joined to one"),
                Column.of("Alerts", 8, "how many alerts these are"),
                Column.of("Told", 8, "occurrences in alerts of which every role had somebody to be told"),
                Column.of("Delivered", 10, "occurrences that somebody of each role told was delivered"),
                Column.of("Seen", 8, "occurrences that somebody of each role told has confirmed as seen"),
                Column.of("Acknowledged", 13, "occurrences in alerts that somebody took on"),
                Column.of("Not raised", 9, "noticed less raised"),
                Column.of("Not seen", 9, "raised less seen"),
                Column.of("Verdict", 17, "whether everything noticed was raised, delivered and seen"),
                Column.of("Differences", 46, "what is not as it must be, the first " + MAX_DIFFERENCES + " of them"),
                Column.of(
                        "Seconds to acknowledge, p50", 13, "half of the alerts that were acknowledged were so by then"),
                Column.of("p95", 8, "seconds by which 95 of 100 of them were acknowledged, by the nearest rank"),
                Column.of("Longest", 8, "seconds of the one that took longest"),
                Column.of("Refused", 9, "acknowledgements and confirmations that did not count"));
    }

    private static Row row(Reconciliation.Line line, Reconciliation reconciliation, AlertCounts counts) {
        List<String> differences = reconciliation.differences().stream()
                .filter(difference -> difference.control().equals(line.control()))
                .map(difference ->
                        (difference.alert().isEmpty() ? "" : difference.alert() + ": ") + difference.sentence())
                .toList();
        String control = line.control().text();
        return Row.of(
                Cell.of(control),
                Cell.of(line.noticed()),
                Cell.of(line.raised()),
                Cell.of(line.alerts()),
                Cell.of(line.told()),
                Cell.of(line.delivered()),
                Cell.of(line.seen()),
                Cell.of(line.acknowledged()),
                Cell.of(line.noticed() - line.raised()),
                Cell.of(line.raised() - line.seen()),
                verdict(line, differences),
                Cell.of(first(differences)),
                counts.secondsToAcknowledge(control, 50),
                counts.secondsToAcknowledge(control, 95),
                counts.secondsToAcknowledge(control, 100),
                Cell.of(counts.refused(control)));
    }

    private static Cell verdict(Reconciliation.Line line, List<String> differences) {
        if (!differences.isEmpty()) {
            return Cells.stop("NOT PROVED");
        }
        return line.raised() == 0 ? Cells.neutral("NOTHING NOTICED") : Cells.good("PROVED");
    }

    private static String first(List<String> differences) {
        List<String> shown = new ArrayList<>(differences.subList(0, Math.min(MAX_DIFFERENCES, differences.size())));
        if (differences.size() > MAX_DIFFERENCES) {
            shown.add("and " + (differences.size() - MAX_DIFFERENCES) + " more; `portcullis alerts` lists all");
        }
        return String.join("\n", shown);
    }
}
