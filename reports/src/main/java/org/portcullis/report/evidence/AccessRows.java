package org.portcullis.report.evidence;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.alert.HandOver;
import org.portcullis.engine.entry.HandOverEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.PolicyEntry;
import org.portcullis.engine.flow.AlertRefusal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.DutyBook.Duties;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of who asked, who signed and who released, and of duties that changed hands. */
final class AccessRows {

    static final String NAME = "Access and duties";

    static final List<String> TYPES = List.of(
            "hold.begun",
            "desk.handover.offered",
            "desk.handover.accepted",
            "desk.handover.refused",
            "desk.handover.lapsed",
            "people.replaced",
            "time.refused");

    private static final String SIGNATURES = "Signatures";

    private AccessRows() {}

    static Planned of(Grounds grounds) {
        DutyBook duties = grounds.books().duties();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Access and duties: who asked, who signed, who released, and duties that changed hands",
                        List.of(
                                "One row for each hold, with everybody who acted on it up to the checkpoint; and one for each hand-over, each"
                                        + " change of the directory of people and each command whose time was refused. Nobody may sign for what"
                                        + " they asked for: OWN SIGNATURE says that somebody did."),
                        Optional.empty(),
                        columns(),
                        3,
                        Optional.of(SIGNATURES),
                        new JournalRows(grounds.reading(), () -> new Acts(grounds.request(), grounds.survey()))),
                Grounds.entries(TYPES),
                grounds.count(TYPES),
                duties.votes(),
                new Tested(
                        duties.seats() == duties.seatsWithVotes(),
                        duties.seatsWithVotes() + " of " + duties.seats()
                                + " seats by which holds were released belong to somebody whose signature counted"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Entry", 7, "index of the entry"),
                Column.of("Time (UTC)", 20, "when it happened"),
                Column.of("Event", 19, "what happened"),
                Column.of("About", 30, "what the hold is for; the duty that is handed over; what changed"),
                Column.of("Asked or offered by", 13, "who submitted, asked or handed over"),
                Column.of("Could sign", 24, "the people who were eligible when the hold began"),
                Column.of("Could not, and why", 28, "the people who held a role of it and were excluded"),
                Column.of(
                        "Signed",
                        34,
                        "everybody whose signature counted, with what it says and as which role; who accepted a duty"),
                Column.of(SIGNATURES, 10, "how many signatures counted"),
                Column.of("Duties", 18, "whether who asked and who signed are different people"),
                Column.of("Ended", 17, "how the hold ended"),
                Column.of("By", 16, "the people whose signatures released it, or who ended it"),
                Column.onScreen("Hold or hand-over", 24, "the engine's id"),
                Column.onScreen("Digest", 74, "of the directory of people"));
    }

    /** Follows duties. */
    private static final class Acts extends EntryRows {
        private final DutyBook duties;
        private final Chains chains;
        private final Survey survey;
        private final Map<String, HandOver> offers = new HashMap<>();

        Acts(EvidenceRequest request, Survey survey) {
            super(request);
            this.survey = survey;
            this.duties = survey.books().duties();
            this.chains = survey.books().chains();
        }

        @Override
        Listener<Optional<Row>> about(JournalEntry entry) {
            return new Act(entry);
        }

        /** Makes the row of one entry. */
        private final class Act extends Listener<Optional<Row>> {
            private final JournalEntry entry;

            Act(JournalEntry entry) {
                super(Optional.empty());
                this.entry = entry;
            }

            @Override
            public Optional<Row> begun(HoldEntry.Begun body) {
                Duties of = duties.of(body.hold().id());
                Optional<Ending> ending = chains.ofHold(body.hold().id());
                String purpose = Codes.purpose(body.hold().purpose());
                String basket = survey.basket(body.submission());
                Cell separate = of.isOwn()
                        ? Cells.stop("OWN SIGNATURE")
                        : of.votes() == 0 ? Cells.neutral("NOBODY SIGNED") : Cells.good("SEPARATE");
                return Optional.of(Row.of(
                        Cell.of(entry.index()),
                        new Cell.At(entry.at()),
                        Cells.attention("HELD"),
                        Cell.of(purpose + (basket.isEmpty() ? "" : " of " + basket)),
                        Cell.of(of.requester()),
                        Cell.of(of.eligible()),
                        Cell.of(of.excluded()),
                        Cell.of(of.signed()),
                        Cell.of(of.votes()),
                        separate,
                        ending.map(Ending::mark).orElseGet(() -> Cells.attention("STILL WAITING")),
                        Cell.of(ending.map(Ending::by).orElse("")),
                        Cell.code(body.hold().id()),
                        Cells.blank()));
            }

            @Override
            public Optional<Row> offered(HandOverEntry.Offered body) {
                offers.put(body.handOver().id(), body.handOver());
                return handOver(
                        Cells.attention("DUTY OFFERED"),
                        body.handOver().id(),
                        "to " + body.handOver().taker());
            }

            @Override
            public Optional<Row> accepted(HandOverEntry.Accepted body) {
                return handOver(Cells.good("DUTY TAKEN OVER"), body.handOver(), body.person());
            }

            @Override
            public Optional<Row> refused(HandOverEntry.Refused body) {
                return handOver(
                        Cells.stop("HAND-OVER REFUSED"),
                        body.handOver(),
                        body.person() + ", "
                                + Codes.meaning(
                                        body.why(), AlertRefusal.values(), AlertRefusal::code, AlertRefusal::sentence));
            }

            @Override
            public Optional<Row> lapsed(HandOverEntry.Lapsed body) {
                return handOver(Cells.stop("HAND-OVER LAPSED"), body.handOver(), "nobody accepted in time");
            }

            @Override
            public Optional<Row> peopleReplaced(PolicyEntry.PeopleReplaced body) {
                return simple(
                        Cells.attention("PEOPLE REPLACED"),
                        "the directory of people, now " + body.people() + " people",
                        Cell.code(body.digest().value()));
            }

            @Override
            public Optional<Row> timeRefused(PolicyEntry.TimeRefused body) {
                return simple(
                        Cells.stop("TIME REFUSED"),
                        body.command() + " with the time " + body.given() + ", before the latest one",
                        Cells.blank());
            }

            private Optional<Row> handOver(Cell event, String id, String signed) {
                Optional<HandOver> offer = Optional.ofNullable(offers.get(id));
                return row(
                        event,
                        offer.map(known -> known.duty().words() + (known.note().isEmpty() ? "" : ": " + known.note()))
                                .orElse(""),
                        offer.map(HandOver::from).orElse(""),
                        signed,
                        id,
                        Cells.blank());
            }

            private Optional<Row> simple(Cell event, String about, Cell digest) {
                return row(event, about, "", "", "", digest);
            }

            private Optional<Row> row(Cell event, String about, String by, String signed, String id, Cell digest) {
                return Optional.of(Row.of(
                        Cell.of(entry.index()),
                        new Cell.At(entry.at()),
                        event,
                        Cell.of(about),
                        Cell.of(by),
                        Cells.blank(),
                        Cells.blank(),
                        Cell.of(signed),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cell.code(id),
                        digest));
            }
        }
    }
}
