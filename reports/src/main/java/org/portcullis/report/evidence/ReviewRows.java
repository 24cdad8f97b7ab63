package org.portcullis.report.evidence;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.report.evidence.PolicyBook.Activation;
import org.portcullis.report.evidence.PolicyBook.Placed;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.Rows;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of controls whose review was due when the period ended. */
final class ReviewRows {

    static final String NAME = "Overdue reviews";

    private ReviewRows() {}

    static Planned of(Grounds grounds) {
        LocalDate day = grounds.request().lastDay();
        List<Activation> atTheEnd = grounds.books().policies().inForce(grounds.request()).stream()
                .filter(each -> each.until()
                        .map(until -> !until.isBefore(grounds.request().to()))
                        .orElse(true))
                .toList();
        List<Row> rows = new ArrayList<>();
        long controls = 0;
        long due = 0;
        for (Activation activation : atTheEnd) {
            for (Placed placed : activation.controls().values()) {
                controls++;
                if (PolicyBook.isDue(placed.control(), day)) {
                    rows.add(row(activation, placed, day));
                }
            }
            due += activation.due();
        }
        long stated =
                atTheEnd.stream().mapToLong(each -> each.pack().controls()).sum();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Overdue reviews: controls whose review was due when the period ended",
                        List.of("The controls of the policy pack that was in force on " + day
                                + ", the last day of the period, whose next review"
                                + " was due by then as the pack itself states it. BY CALENDAR: the interval counts trading days, which"
                                + " needs a calendar that the journal does not hold; count from the last review."),
                        Optional.empty(),
                        List.of(
                                Column.of("Entry", 8, "index of the entry pack.control"),
                                Column.of("Control", 28, "the control's id"),
                                Column.of("Owner", 26, "who owns the control"),
                                Column.of("Last review", 13, "the day of the last review, as the policy states it"),
                                Column.of("Every", 18, "how often it is to be reviewed"),
                                Column.of("Review due", 13, "the day on which the next one was due"),
                                Column.of("Days overdue", 10, "from that day to the last day of the period"),
                                Column.of(
                                        "State",
                                        16,
                                        "whether the review is overdue, due that day, or needs a calendar"),
                                Column.of("Policy", 30, "name and version of the policy pack"),
                                Column.of("Kind", 20, "the kind of control"),
                                Column.onScreen("Policy fingerprint", 74, "digest of what the pack means")),
                        2,
                        Optional.empty(),
                        Rows.of(rows)),
                "entries pack.control of the pack that was in force at the end of the period, whose review was due by the last day",
                due,
                new Tested(
                        controls == stated,
                        controls + " controls of that pack were looked at; pack.activated states " + stated));
    }

    private static Row row(Activation activation, Placed placed, LocalDate day) {
        PackControl control = placed.control();
        Optional<LocalDate> due =
                control.reviewDue().isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(control.reviewDue()));
        long days = due.map(on -> ChronoUnit.DAYS.between(on, day)).orElse(0L);
        return Row.of(
                Cell.of(placed.entry()),
                Cell.of(control.id()),
                Cell.of(control.owner()),
                Cell.of(control.reviewedOn().toString()),
                Cell.of(control.reviewEvery()),
                Cell.of(control.reviewDue()),
                due.isPresent() ? Cell.of(days) : Cells.blank(),
                due.isEmpty()
                        ? Cells.neutral("BY CALENDAR")
                        : days > 0 ? Cells.stop("OVERDUE") : Cells.attention("DUE THAT DAY"),
                Cell.of(activation.pack().name() + ", " + activation.pack().version()),
                Cell.of(control.kind()),
                Cell.code(activation.pack().fingerprint().value()));
    }
}
