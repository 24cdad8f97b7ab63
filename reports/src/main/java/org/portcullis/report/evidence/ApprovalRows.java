package org.portcullis.report.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portcullis.engine.approval.KeyRefusal;
import org.portcullis.engine.approval.Purpose;
import org.portcullis.engine.approval.Rotation;
import org.portcullis.engine.approval.Statement;
import org.portcullis.engine.approval.VoteRefusal;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.EstimateEntry;
import org.portcullis.engine.entry.HoldEntry;
import org.portcullis.engine.entry.KeyEntry;
import org.portcullis.engine.entry.PetitionEntry;
import org.portcullis.engine.entry.TokenEntry;
import org.portcullis.engine.flow.EstimateRefusal;
import org.portcullis.engine.flow.PetitionRefusal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.token.TokenRefusal;
import org.portcullis.model.control.Role;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.reading.TextBook;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of holds, votes, releases, tokens and the keys behind them. */
final class ApprovalRows {

    static final String NAME = "Approvals";

    static final List<String> TYPES = List.of(
            "key.enrolled",
            "key.rotated",
            "key.revoked",
            "key.refused",
            "petition.asked",
            "petition.refused",
            "petition.withdrawn",
            "hold.begun",
            "hold.quorum",
            "approval.estimate.given",
            "approval.estimate.refused",
            "approval.vote.accepted",
            "approval.vote.refused",
            "hold.escalated",
            "hold.released",
            "hold.rejected",
            "hold.expired",
            "token.issued",
            "token.burned",
            "token.refused");

    private static final String RELEASED = "Released notional";

    private ApprovalRows() {}

    static TableSheet of(Reading reading, EvidenceRequest request, Survey survey) {
        return new TableSheet(
                NAME,
                "Approvals: holds, votes, releases and tokens, in the order in which they happened",
                List.of(
                        "One row for each entry. The signature of every accepted vote was checked again for this workbook, against the key that the"
                                + " journal enrolled for the person; refused votes are kept by digest and cannot be checked again here."),
                request.notice(),
                List.of(
                        Column.of("Entry", 7, "index of the entry"),
                        Column.of("Time (UTC)", 20, "when it happened"),
                        Column.of("Basket", 14, "the basket's id; empty where the entry is not about one"),
                        Column.of("Event", 18, "what happened"),
                        Column.of("Person", 10, "id of the person who acted or is named"),
                        Column.of("Acts as", 18, "the roles in which the person acts"),
                        Column.of("Key", 16, "name of the key that signed, as it was enrolled"),
                        Column.of("Signature", 16, "whether the signature holds, checked again for this workbook"),
                        Column.of("Seconds since held", 9, "from the beginning of the hold"),
                        Column.of("Still needed", 8, "how many people are needed after it"),
                        Column.of(
                                "Reason",
                                38,
                                "the reason that the person signed, or the code of the refusal and what it means"),
                        Column.of("Orders", 7, "orders that the token releases"),
                        Column.of(RELEASED, 17, "notional of the released orders, if it is known"),
                        Column.of("Ccy", 5, "its currency"),
                        Column.onScreen("Submission", 24, "the engine's id of the submission"),
                        Column.onScreen("Hold or token", 40, "id of the hold or token"),
                        Column.onScreen(
                                "Time limit (UTC)",
                                22,
                                "the last instant at which a vote counts or the token is accepted"),
                        Column.onScreen(
                                "Digest",
                                74,
                                "of the text that approvers read, of the basket a token is bound to, or of what was refused"),
                        Column.onScreen("Text shown to approvers", 100, "the text itself")),
                4,
                Optional.of(RELEASED),
                new JournalRows(reading, () -> new Events(request, survey)));
    }

    /** Is one row before it has its place; most events fill few cells. Mutable; one thread. */
    private static final class Draft {
        private final Cell event;
        private String submission = "";
        private String person = "";
        private String roles = "";
        private String key = "";
        private Cell signature = Cells.blank();
        private Cell seconds = Cells.blank();
        private Cell needed = Cells.blank();
        private String reason = "";
        private Cell orders = Cells.blank();
        private Optional<Value.Money> notional = Optional.empty();
        private String id = "";
        private Cell limit = Cells.blank();
        private String digest = "";
        private String text = "";

        Draft(Cell event) {
            this.event = event;
        }

        Draft about(String ofSubmission, String ofId) {
            submission = ofSubmission;
            id = ofId;
            return this;
        }

        Draft by(String who, String asRoles, String withKey) {
            person = who;
            roles = asRoles;
            key = withKey;
            return this;
        }

        Draft because(String why) {
            reason = why;
            return this;
        }

        Draft with(String ofDigest) {
            digest = ofDigest;
            return this;
        }
    }

    /** Follows the holds and tokens of all submissions. */
    private static final class Events implements JournalRows.Fold {
        private final EvidenceRequest request;
        private final SignatureVerdicts signatures;
        private final Survey survey;
        private final Map<String, Instant> held = new LinkedHashMap<>();
        private final TextBook tokens = new TextBook();

        Events(EvidenceRequest request, Survey survey) {
            this.request = request;
            this.survey = survey;
            this.signatures = survey.signatures();
        }

        @Override
        public void entry(JournalEntry entry, EntryBody body, Consumer<Row> sink) {
            body.match(new Event(entry))
                    .filter(draft -> request.covers(entry.at()))
                    .ifPresent(draft -> sink.accept(row(entry, draft)));
        }

        private Row row(JournalEntry entry, Draft draft) {
            return Row.of(
                    Cell.of(entry.index()),
                    new Cell.At(entry.at()),
                    Cell.of(survey.basket(draft.submission)),
                    draft.event,
                    Cell.of(draft.person),
                    Cell.of(draft.roles),
                    Cell.code(draft.key),
                    draft.signature,
                    draft.seconds,
                    draft.needed,
                    Cell.of(draft.reason),
                    draft.orders,
                    Cells.amount(draft.notional),
                    Cells.currency(draft.notional),
                    Cell.code(draft.submission),
                    Cell.code(draft.id),
                    draft.limit,
                    Cell.code(draft.digest),
                    Cell.of(draft.text));
        }

        private Cell since(String hold, Instant at) {
            Instant begun = held.get(hold);
            return begun == null
                    ? Cells.blank()
                    : Cell.of(Duration.between(begun, at).toSeconds());
        }

        /** Makes the row of one entry. */
        private final class Event extends Listener<Optional<Draft>> {
            private final JournalEntry entry;

            Event(JournalEntry entry) {
                super(Optional.empty());
                this.entry = entry;
            }

            @Override
            public Optional<Draft> enrolled(KeyEntry.Enrolled body) {
                return Optional.of(new Draft(Cells.neutral("KEY ENROLLED"))
                        .by(body.person(), "", body.keyId())
                        .because("possession proven by the key itself, "
                                + confirmed(body.confirmation().isPresent(), body.confirmedBy())));
            }

            @Override
            public Optional<Draft> rotated(KeyEntry.Rotated body) {
                Rotation rotation = body.rotation();
                return Optional.of(new Draft(Cells.neutral("KEY ROTATED"))
                        .by(rotation.person(), "", rotation.keyId())
                        .because("possession proven by the key itself, with the consent of " + rotation.replaces()
                                + ", which is in force until " + rotation.overlapUntil() + ", "
                                + confirmed(body.confirmation().isPresent(), body.confirmedBy())));
            }

            private static String confirmed(boolean signed, String by) {
                return signed ? "confirmed and signed by " + by : "founding key, named as seen by " + by;
            }

            @Override
            public Optional<Draft> revoked(KeyEntry.Revoked body) {
                return Optional.of(new Draft(Cells.attention("KEY REVOKED"))
                        .by(body.person(), "", body.keyId())
                        .because(body.reason() + "; revoked by " + body.revokedBy()));
            }

            @Override
            public Optional<Draft> refused(KeyEntry.Refused body) {
                return Optional.of(new Draft(Cells.stop("KEY REFUSED"))
                        .by(body.person(), "", body.keyId())
                        .because(Codes.meaning(
                                body.why(), KeyRefusal.values(), KeyRefusal::code, KeyRefusal::sentence)));
            }

            @Override
            public Optional<Draft> asked(PetitionEntry.Asked body) {
                return Optional.of(new Draft(Cells.attention("ASKED"))
                        .about(body.submission(), body.petition())
                        .by(body.person(), "", "")
                        .because(named(body.purpose()) + ": " + body.reason()
                                + (body.circumstances().isEmpty() ? "" : "; " + body.circumstances()))
                        .with(body.about().value()));
            }

            @Override
            public Optional<Draft> askingRefused(PetitionEntry.Refused body) {
                return Optional.of(new Draft(Cells.stop("ASKING REFUSED"))
                        .about(body.submission(), "")
                        .by(body.person(), "", "")
                        .because(named(body.purpose()) + ": "
                                + Codes.meaning(
                                        body.why(),
                                        PetitionRefusal.values(),
                                        PetitionRefusal::code,
                                        PetitionRefusal::sentence)));
            }

            @Override
            public Optional<Draft> estimated(EstimateEntry.Estimated body) {
                Draft draft = new Draft(body.far() ? Cells.attention("ESTIMATED, FAR OFF") : Cells.neutral("ESTIMATED"))
                        .about(body.submission(), body.hold())
                        .by(body.person(), "", "")
                        .because(body.measure() + " estimated as " + body.typed()
                                + body.ratio()
                                        .map(ratio -> ", " + ValueText.readable(ratio) + " of the amount")
                                        .orElse(""));
                draft.seconds = Cell.of(body.secondsSinceBegun());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> estimateRefused(EstimateEntry.Refused body) {
                return Optional.of(new Draft(Cells.stop("ESTIMATE REFUSED"))
                        .about(body.submission(), body.hold())
                        .by(body.person(), "", "")
                        .because(Codes.meaning(
                                body.why(),
                                EstimateRefusal.values(),
                                EstimateRefusal::code,
                                EstimateRefusal::sentence)));
            }

            @Override
            public Optional<Draft> withdrawn(PetitionEntry.Withdrawn body) {
                return Optional.of(new Draft(Cells.neutral("TAKEN BACK"))
                        .about(body.submission(), body.petition())
                        .by(body.by(), "", ""));
            }

            private String named(Purpose purpose) {
                return purpose.kind().word().replace('-', ' ') + " " + purpose.subject();
            }

            @Override
            public Optional<Draft> begun(HoldEntry.Begun body) {
                held.put(body.hold().id(), body.hold().binding().notBefore());
                Draft draft = new Draft(Cells.attention("HELD"))
                        .about(body.submission(), body.hold().id())
                        .because(
                                body.reachable()
                                        ? "waits for " + body.quorums() + " quorums"
                                        : "waits for quorums that the people who are eligible cannot meet")
                        .with(body.hold().binding().textShownDigest().value());
                draft.needed = Cell.of(body.peopleNeeded());
                draft.limit = new Cell.At(body.hold().binding().notAfter());
                draft.text = body.hold().text();
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> frozen(HoldEntry.Frozen body) {
                String eligible = String.join(", ", body.quorum().eligible().keySet());
                String excluded = body.quorum().excluded().entrySet().stream()
                        .map(person -> person.getKey() + " (" + person.getValue() + ")")
                        .collect(Collectors.joining(", "));
                return Optional.of(new Draft(Cells.neutral("QUORUM SET"))
                        .about(body.submission(), body.hold())
                        .by("", body.quorum().quorum().words(), "")
                        .because(body.quorum().control() + ": eligible " + (eligible.isEmpty() ? "nobody" : eligible)
                                + (excluded.isEmpty() ? "" : "; excluded " + excluded)));
            }

            @Override
            public Optional<Draft> voteAccepted(HoldEntry.VoteAccepted body) {
                boolean approves = body.action() == Statement.Action.APPROVE;
                Draft draft = new Draft(approves ? Cells.good("APPROVED") : Cells.stop("REJECTED BY VOTE"))
                        .about(body.submission(), body.hold())
                        .by(
                                body.approver(),
                                body.roles().stream().map(Role::name).collect(Collectors.joining(", ")),
                                body.keyId())
                        .because(body.reason());
                draft.signature = signatures.mark(body);
                draft.seconds = Cell.of(body.secondsSinceBegun());
                draft.needed = Cell.of(body.missing());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> voteRefused(HoldEntry.VoteRefused body) {
                Draft draft = new Draft(Cells.stop("VOTE REFUSED"))
                        .about(body.submission(), "")
                        .by(body.person(), "", "")
                        .because(Codes.meaning(
                                body.why(), VoteRefusal.values(), VoteRefusal::code, VoteRefusal::sentence))
                        .with(body.envelopeDigest().value());
                draft.signature = Cells.neutral("NOT RE-CHECKED");
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> escalated(HoldEntry.Escalated body) {
                Draft draft = new Draft(Cells.attention("ESCALATED"))
                        .about(body.submission(), body.hold())
                        .by(String.join(", ", body.people()), body.to().name(), "")
                        .because("due at " + body.due());
                draft.seconds = since(body.hold(), entry.at());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> released(HoldEntry.Released body) {
                Draft draft = new Draft(Cells.good("QUORUMS MET"))
                        .about(body.submission(), body.hold())
                        .because(body.seats().stream()
                                .map(seat -> seat.control() + ": " + seat.person())
                                .collect(Collectors.joining(", ")));
                draft.seconds = since(body.hold(), entry.at());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> rejected(HoldEntry.Rejected body) {
                Draft draft = new Draft(Cells.stop("HOLD REJECTED"))
                        .about(body.submission(), body.hold())
                        .by(body.by(), "", "")
                        .because(body.reason());
                draft.seconds = since(body.hold(), entry.at());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> expired(HoldEntry.Expired body) {
                Draft draft = new Draft(Cells.stop("TIME LIMIT"))
                        .about(body.submission(), body.hold())
                        .because("rejected by default: the time limit was " + body.due());
                draft.seconds = since(body.hold(), entry.at());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> issued(TokenEntry.Issued body) {
                tokens.put(body.token().id(), body.token().submission());
                Draft draft = new Draft(Cells.good("TOKEN ISSUED"))
                        .about(body.token().submission(), body.token().id())
                        .with(body.token().submissionDigest().value());
                draft.orders = Cell.of(body.token().lines().size());
                draft.notional = body.notional();
                draft.limit = new Cell.At(body.token().notAfter());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> burned(TokenEntry.Burned body) {
                Draft draft = new Draft(Cells.good("TOKEN USED"))
                        .about(body.submission(), body.token())
                        .because("the gateway let the orders through; the token is used up");
                draft.orders = Cell.of(body.lines().size());
                return Optional.of(draft);
            }

            @Override
            public Optional<Draft> refused(TokenEntry.Refused body) {
                return Optional.of(new Draft(Cells.stop("TOKEN REFUSED"))
                        .about(tokens.find(body.token()).orElse(""), body.token())
                        .because(Codes.meaning(
                                body.why(), TokenRefusal.values(), TokenRefusal::code, TokenRefusal::sentence))
                        .with(body.envelopeDigest().value()));
            }
        }
    }
}
