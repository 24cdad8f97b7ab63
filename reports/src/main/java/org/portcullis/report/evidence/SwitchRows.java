package org.portcullis.report.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.portcullis.engine.entry.SwitchEntry;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.people.CommittedText;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of kill switches: who asked, when it was pulled, how long the cancellations took, who let go. */
final class SwitchRows {

    static final String NAME = "Kill switch";

    static final List<String> TYPES =
            List.of("switch.asked", "switch.pulled", "switch.refused", "switch.swept", "switch.cleared");

    private static final String ORDERS = "Orders out";
    private static final Pattern DRILL = Pattern.compile("\\bdrill");

    /** What the codes of refusals mean. */
    private static final Map<String, String> REFUSALS = Map.of(
            "no-policy", "no-policy: no policy is in force, and so no kill switch",
            "unknown-switch", "unknown-switch: the policy in force has no such kill switch",
            "role-not-held", "role-not-held: the person holds no role that pulls this switch");

    private SwitchRows() {}

    static Planned of(Grounds grounds) {
        WorkCounts counts = grounds.books().work();
        Chains chains = grounds.books().chains();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Kill switch: asked, pulled, swept, let go, refused, and drills",
                        List.of(
                                "One row for each entry. Swept is when the last order whose cancellation the pulled switch had asked for had ended."
                                        + " The journal knows no other kind of pull than a real one: DRILL stands where the reason that the"
                                        + " person gave says drill, and SEE REASON where the journal has only a commitment to it."),
                        Optional.empty(),
                        columns(),
                        3,
                        Optional.of(ORDERS),
                        new JournalRows(grounds.reading(), () -> new Acts(grounds.request(), chains))),
                Grounds.entries(TYPES),
                grounds.count(TYPES),
                counts.switchOrders(),
                new Tested(
                        counts.neverPulled() == 0,
                        counts.letGo() + " switches were let go, of them never pulled in the journal: "
                                + counts.neverPulled()));
    }

    /** Says what the code of a refusal means. */
    static String refusal(String code) {
        return REFUSALS.getOrDefault(code, code);
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Entry", 7, "index of the entry"),
                Column.of("Time (UTC)", 20, "when it happened"),
                Column.of("Kill switch", 24, "the control"),
                Column.of("Event", 15, "what happened: asked, pulled, swept, let go, refused"),
                Column.of("Drill", 13, "whether the reason says that it is a drill"),
                Column.of("Person", 22, "who asked, pulled or was refused; the people who let go"),
                Column.of("Reason", 50, "the reason that was given; why it was refused"),
                Column.of(ORDERS, 9, "orders that were out when the switch was pulled"),
                Column.of("Orders ended", 9, "orders whose cancellation had been asked for and that have ended"),
                Column.of("Milliseconds", 13, "from the pull until the last of them had ended"),
                Column.of("Seconds pulled", 10, "from the pull until people let go"),
                Column.onScreen("Hold", 24, "the hold by which people let go"));
    }

    /** A switch that is pulled. */
    private record Pull(Instant at, boolean drill) {}

    /** Follows the switches. */
    private static final class Acts extends EntryRows {
        private final Chains chains;
        private final Map<String, Pull> pulled = new HashMap<>();

        Acts(EvidenceRequest request, Chains chains) {
            super(request);
            this.chains = chains;
        }

        @Override
        Listener<Optional<Row>> about(JournalEntry entry) {
            return new Act(entry);
        }

        /** Words that the journal keeps as a commitment are shown, where the vault opens them, and not judged. */
        private static Cell unread(String reason) {
            return CommittedText.isCommitted(reason) ? Cells.neutral("SEE REASON") : Cells.blank();
        }

        private static boolean drill(String reason) {
            return DRILL.matcher(reason.toLowerCase(Locale.ROOT)).find();
        }

        /** Makes the row of one entry. */
        private final class Act extends Listener<Optional<Row>> {
            private final JournalEntry entry;

            Act(JournalEntry entry) {
                super(Optional.empty());
                this.entry = entry;
            }

            @Override
            public Optional<Row> asked(SwitchEntry.Asked body) {
                return row(
                        body,
                        Cells.attention("ASKED"),
                        drill(body.reason()),
                        body.person(),
                        body.reason(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        "");
            }

            @Override
            public Optional<Row> pulled(SwitchEntry.Pulled body) {
                boolean drill = drill(body.reason());
                pulled.put(body.control().text(), new Pull(entry.at(), drill));
                return row(
                        body,
                        Cells.stop("PULLED"),
                        drill,
                        body.person(),
                        body.reason(),
                        Cell.of(body.orders()),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        "");
            }

            @Override
            public Optional<Row> refused(SwitchEntry.Refused body) {
                return row(
                        body,
                        Cells.stop("REFUSED"),
                        false,
                        body.person(),
                        refusal(body.why()),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        "");
            }

            @Override
            public Optional<Row> swept(SwitchEntry.Swept body) {
                return row(
                        body,
                        Cells.good("SWEPT"),
                        isDrill(body),
                        "",
                        "every order whose cancellation was asked for has ended",
                        Cells.blank(),
                        Cell.of(body.orders()),
                        Cell.of(body.milliseconds()),
                        Cells.blank(),
                        "");
            }

            @Override
            public Optional<Row> cleared(SwitchEntry.Cleared body) {
                boolean drill = isDrill(body);
                Optional<Pull> pull =
                        Optional.ofNullable(pulled.remove(body.control().text()));
                String people = chains.ofHold(body.by()).map(Ending::by).orElse(body.by());
                return row(
                        body,
                        Cells.good("LET GO"),
                        drill,
                        people,
                        "the signatures that it needs are there",
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        pull.map(known -> Cell.of(
                                        Duration.between(known.at(), entry.at()).toSeconds()))
                                .orElseGet(Cells::blank),
                        body.by());
            }

            private boolean isDrill(SwitchEntry body) {
                Pull pull = pulled.get(body.control().text());
                return pull != null && pull.drill();
            }

            private Optional<Row> row(
                    SwitchEntry body,
                    Cell event,
                    boolean drill,
                    String person,
                    String reason,
                    Cell out,
                    Cell ended,
                    Cell milliseconds,
                    Cell seconds,
                    String hold) {
                return Optional.of(Row.of(
                        Cell.of(entry.index()),
                        new Cell.At(entry.at()),
                        Cell.of(body.control().text()),
                        event,
                        drill ? Cells.neutral("DRILL") : unread(reason),
                        Cell.of(person),
                        Cell.of(reason),
                        out,
                        ended,
                        milliseconds,
                        seconds,
                        Cell.code(hold)));
            }
        }
    }
}
