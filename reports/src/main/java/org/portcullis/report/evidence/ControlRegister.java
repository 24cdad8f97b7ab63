package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.mapping.coverage.ControlEvidence;
import org.portcullis.model.citation.Citation;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the register of controls, with the columns that supervisors ask of a risk-control inventory. */
final class ControlRegister {

    static final String NAME = "Control register";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,30}(\\.[0-9]{1,30})?");

    private ControlRegister() {}

    static TableSheet of(EvidenceRequest request, Survey survey) {
        List<Row> rows = new ArrayList<>();
        for (Pack pack : survey.packs()) {
            pack.controls().forEach(control -> rows.add(row(request, pack, control)));
        }
        return new TableSheet(
                NAME,
                "Control register: the controls of every policy pack that was in force or decided in the period",
                List.of(
                        "The columns follow what PRA SS5/18, chapter 5, asks of an inventory of risk controls, in our reading of it. Every"
                                + " row is taken from the entry pack.control that was written when the pack was put in force.",
                        "Evaluated and fired are counted in the decisions of the period; unknown counts as fired, since unknown blocks or holds."),
                Optional.empty(),
                columns(),
                2,
                Optional.empty(),
                Rows.of(rows));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Entry", 7, "index of the entry pack.control"),
                Column.of("Control", 20, "the control's id"),
                Column.of(
                        "The control's own sentence",
                        40,
                        "what the control says, in the canonical spelling of the policy language"),
                Column.of("Alert or trading", 14, "whether it only alerts, or changes what is traded"),
                Column.of("Limit or trigger", 18, "the measure and the comparison"),
                Column.of("Value", 13, "the limit's value"),
                Column.of("Unit", 13, "the limit's unit"),
                Column.of("Scope", 17, "to what, where and when it applies, and on what it acts"),
                Column.of(
                        "Recipients and approvers",
                        20,
                        "who is told, whose signatures release, and who is told when nobody signs"),
                Column.of("Owner", 14, "who owns the control"),
                Column.of("Provisions", 19, "the provisions that the control cites"),
                Column.of("Last review", 11, "the day of the last review, as the policy states it"),
                Column.of("Next review", 11, "the day on which the next one is due"),
                Column.of("Review", 11, "whether the next review is due by the last day of the period"),
                Column.of("Policy", 16, "name and version of the policy pack"),
                Column.onScreen("Kind", 12, "grant, hard limit, soft limit, alert flood or approval"),
                Column.onScreen("Terms", 40, "acknowledgement, exclusions, time limit"),
                Column.onScreen("Evaluated", 10, "how often it was evaluated in the period, passes included"),
                Column.onScreen("Fired", 8, "how often it fired or its answer was unknown"),
                Column.onScreen("Missing data", 12, "what an unknown answer does"),
                Column.onScreen("Message", 50, "what people are shown, with placeholders"),
                Column.onScreen(
                        "Test evidence",
                        40,
                        "where the tests of the control are: a policy's own tests run when it is compiled and are not in the journal"),
                Column.onScreen("Sentence digest", 74, "digest of the whole sentence as a JSON text"),
                Column.onScreen("Policy fingerprint", 74, "digest of what the policy pack means"));
    }

    private static Row row(EvidenceRequest request, Pack pack, PackControl control) {
        ControlEvidence evidence = pack.evidence(control.id());
        return Row.of(
                Cell.of(pack.entryOf(control)),
                Cell.of(control.id()),
                Cell.of(control.sentence()),
                Cell.of(
                        control.changesTrading()
                                ? "changes trading: " + control.effect()
                                : "alert only: " + control.effect()),
                Cell.of(lines(control.limits().stream()
                        .map(limit -> limit.measure() + " " + limit.comparator())
                        .toList())),
                values(control.limits()),
                Cell.of(lines(control.limits().stream().map(StatedLimit::unit).toList())),
                Cell.of(scope(control)),
                Cell.of(lines(control.recipients())),
                Cell.of(control.owner()),
                Cell.of(lines(
                        control.citations().stream().map(Citation::toString).toList())),
                Cell.of(control.reviewedOn().toString()),
                Cell.of(control.reviewDue()),
                review(request, control),
                Cell.of(pack.label()),
                Cell.of(control.kind()),
                Cell.of(lines(control.terms())),
                Cell.of(evidence.evaluated()),
                Cell.of(evidence.fired()),
                Cell.of(control.missingData()),
                Cell.of(control.message()),
                Cell.of("tests of policy " + pack.activated().title() + "; not recorded in the journal"),
                Cell.code(control.sentenceDigest().value()),
                Cell.code(control.fingerprint().value()));
    }

    private static Cell review(EvidenceRequest request, PackControl control) {
        if (control.reviewDue().isEmpty()) {
            return Cells.neutral("BY CALENDAR");
        }
        boolean due = control.reviewDue().compareTo(request.lastDay().toString()) <= 0;
        return due ? Cells.attention("DUE") : Cells.good("NOT DUE");
    }

    private static String scope(PackControl control) {
        String scopes = control.scopes().isEmpty()
                ? "everywhere"
                : control.scopes().stream().collect(Collectors.joining(" or ", "in ", ""));
        return control.subject() + " " + scopes + ", " + control.stage() + ", acting on " + control.target();
    }

    /** Gives one value as a number and several, or what is no number, as text. */
    private static Cell values(List<StatedLimit> limits) {
        boolean numbers =
                limits.stream().allMatch(limit -> NUMBER.matcher(limit.value()).matches());
        if (limits.size() == 1 && numbers) {
            return number(new BigDecimal(limits.get(0).value()));
        }
        return Cell.of(lines(limits.stream()
                .map(limit ->
                        numbers ? String.format(Locale.ROOT, "%,.2f", new BigDecimal(limit.value())) : limit.value())
                .toList()));
    }

    /** Gives the value of a limit as a number where it is one. */
    static Cell value(String value) {
        return NUMBER.matcher(value).matches() ? number(new BigDecimal(value)) : Cell.of(value);
    }

    private static Cell number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0 && number.precision() - number.scale() <= 15;
        return whole ? Cell.of(number.longValueExact()) : new Cell.Amount(number);
    }

    private static String lines(List<String> items) {
        return String.join("\n", items);
    }
}
