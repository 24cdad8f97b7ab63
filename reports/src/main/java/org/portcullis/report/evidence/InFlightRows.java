package org.portcullis.report.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.entry.WorkEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.work.Stop;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.value.Value;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of what was done to orders that were working. */
final class InFlightRows {

    static final String NAME = "In flight actions";

    static final List<String> TYPES = List.of("work.judged", "work.stopped", "work.resumed", "work.cancel.asked");

    private static final String ORDERS = "Orders";

    private InFlightRows() {}

    static Planned of(Grounds grounds) {
        WorkCounts counts = grounds.books().work();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "In flight actions: what controls and people did to orders that were working",
                        List.of(
                                "One row for each entry. Judged: what controls say of an order has changed. Suspended: what is named works no"
                                        + " longer, until people let go of a latched stop or the control of another is satisfied. Cancels asked:"
                                        + " venues were asked; their answers are reports of the order."),
                        grounds.request().notice(),
                        columns(),
                        3,
                        Optional.of(ORDERS),
                        new JournalRows(grounds.reading(), () -> new Actions(grounds.request(), grounds.survey()))),
                Grounds.entries(TYPES),
                grounds.count(TYPES),
                counts.orders(),
                new Tested(
                        counts.unknownStops() == 0,
                        counts.resumed() + " stops were resumed, of them never begun in the journal: "
                                + counts.unknownStops()));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Entry", 7, "index of the entry"),
                Column.of("Time (UTC)", 20, "when it happened"),
                Column.of("Event", 17, "what happened: judged, suspended, resumed, cancels asked"),
                Column.of(
                        "Control",
                        20,
                        "the controls that object or object no longer; the control, switch or person that acts"),
                Column.of("Target", 13, "what is acted on: the order, basket, strategy, trader or desk"),
                Column.of("Order or key", 22, "the order, or the name of the strategy, trader or desk"),
                Column.of("Basket", 14, "the basket's id, where it is about one"),
                Column.of(ORDERS, 8, "orders that were out and are concerned"),
                Column.of("Open notional", 17, "what of them was not executed, if it is known"),
                Column.of("Ccy", 5, "its currency"),
                Column.of("Until", 15, "whether people have to let go, or it goes when the control is satisfied"),
                Column.of("Why", 40, "the words of the control, or the reason for cancelling"),
                Column.of("Let go by", 16, "the people whose signatures let go of it"),
                Column.of("Seconds stopped", 9, "from the suspension until it was resumed"),
                Column.onScreen("Stop", 12, "the engine's id of the suspension"),
                Column.onScreen("Stage", 14, "the stage at which it was judged"),
                Column.onScreen("Controls asked", 9, "how many controls were asked"),
                Column.onScreen("Submission", 16, "the engine's id of the submission"),
                Column.onScreen("Orders named", 60, "the orders whose cancellation is asked for"));
    }

    /** A suspension that stands. */
    private record Standing(Stop stop, Instant since) {}

    /** Follows what is stopped. */
    private static final class Actions extends EntryRows {
        private final Chains chains;
        private final Survey survey;
        private final Map<String, Standing> standing = new HashMap<>();

        Actions(EvidenceRequest request, Survey survey) {
            super(request);
            this.survey = survey;
            this.chains = survey.books().chains();
        }

        @Override
        Listener<Optional<Row>> about(JournalEntry entry) {
            return new Action(entry);
        }

        /** Makes the row of one entry. */
        private final class Action extends Listener<Optional<Row>> {
            private final JournalEntry entry;

            Action(JournalEntry entry) {
                super(Optional.empty());
                this.entry = entry;
            }

            @Override
            public Optional<Row> judged(WorkEntry.Judged body) {
                List<RecordedFinding> counting =
                        body.findings().stream().filter(RecordedFinding::counts).toList();
                String objecting = counting.stream()
                        .flatMap(finding -> finding.control().stream())
                        .map(ControlId::text)
                        .distinct()
                        .collect(Collectors.joining("\n"));
                String cleared = body.cleared().stream().map(ControlId::text).collect(Collectors.joining(", "));
                String why = counting.stream()
                                .map(RecordedFinding::message)
                                .distinct()
                                .collect(Collectors.joining("\n"))
                        + (cleared.isEmpty() ? "" : (counting.isEmpty() ? "" : "\n") + "objects no longer: " + cleared);
                return row(
                        counting.isEmpty() ? Cells.good("OBJECTION GONE") : Cells.attention("JUDGED"),
                        objecting.isEmpty() ? cleared : objecting,
                        "the order",
                        body.order(),
                        body.submission(),
                        Cells.blank(),
                        Optional.empty(),
                        "",
                        why,
                        "",
                        Cells.blank(),
                        "",
                        body.stage().words(),
                        Cell.of(body.asked()),
                        "");
            }

            @Override
            public Optional<Row> stopped(WorkEntry.Stopped body) {
                Stop stop = body.stop();
                standing.put(stop.id(), new Standing(stop, entry.at()));
                return row(
                        switch (stop.action()) {
                            case CANCEL -> Cells.stop("CANCELLED");
                            case SUSPEND, BLOCK -> Cells.stop("SUSPENDED");
                        },
                        stop.control().text(),
                        stop.target().words(),
                        stop.key(),
                        "",
                        Cell.of(stop.orders()),
                        stop.open(),
                        stop.latched() ? "people let go" : "the control is satisfied",
                        stop.message(),
                        "",
                        Cells.blank(),
                        stop.id(),
                        "",
                        Cells.blank(),
                        stop.order());
            }

            @Override
            public Optional<Row> resumed(WorkEntry.Resumed body) {
                Optional<Standing> known = Optional.ofNullable(standing.remove(body.stop()));
                String people = chains.ofHold(body.by()).map(Ending::by).orElse("");
                return row(
                        Cells.good("RESUMED"),
                        known.map(each -> each.stop().control().text()).orElse(""),
                        known.map(each -> each.stop().target().words()).orElse(""),
                        known.map(each -> each.stop().key()).orElse(""),
                        "",
                        Cells.blank(),
                        Optional.empty(),
                        "",
                        body.why() + (body.by().isEmpty() ? "" : ", by hold " + body.by()),
                        people,
                        known.map(each -> Cell.of(Duration.between(each.since(), entry.at())
                                        .toSeconds()))
                                .orElseGet(Cells::blank),
                        body.stop(),
                        "",
                        Cells.blank(),
                        "");
            }

            @Override
            public Optional<Row> cancelAsked(WorkEntry.CancelAsked body) {
                return row(
                        Cells.attention("CANCELS ASKED"),
                        body.by(),
                        "orders that are out",
                        body.orders().size() == 1 ? body.orders().get(0) : "",
                        "",
                        Cell.of(body.orders().size()),
                        Optional.empty(),
                        "",
                        body.reason(),
                        "",
                        Cells.blank(),
                        "",
                        "",
                        Cells.blank(),
                        String.join(", ", body.orders()));
            }

            private Optional<Row> row(
                    Cell event,
                    String control,
                    String target,
                    String key,
                    String submission,
                    Cell orders,
                    Optional<Value.Money> open,
                    String until,
                    String why,
                    String people,
                    Cell seconds,
                    String stop,
                    String stage,
                    Cell asked,
                    String named) {
                return Optional.of(Row.of(
                        Cell.of(entry.index()),
                        new Cell.At(entry.at()),
                        event,
                        Cell.of(control),
                        Cell.of(target),
                        Cell.of(key),
                        Cell.of(survey.basket(submission)),
                        orders,
                        Cells.amount(open),
                        Cells.currency(open),
                        Cell.of(until),
                        Cell.of(why),
                        Cell.of(people),
                        seconds,
                        Cell.code(stop),
                        Cell.of(stage),
                        asked,
                        Cell.code(submission),
                        Cell.of(named)));
            }
        }
    }
}
