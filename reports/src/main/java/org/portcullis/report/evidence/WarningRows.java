package org.portcullis.report.evidence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.engine.entry.WarningEntry;
import org.portcullis.engine.flow.AcknowledgementRefusal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.json.Digest;
import org.portcullis.model.value.Value;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Listener;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.reading.TextBook;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of warnings: raised, shown, acknowledged in one act, refused, lapsed. */
final class WarningRows {

    static final String NAME = "Warnings and overrides";

    /** The types of entry that have a row each; an ended submission has one only where nobody acknowledged. */
    static final List<String> TYPES =
            List.of("warning.raised", "warning.shown", "warning.acknowledged", "warning.acknowledgement.refused");

    private static final String CLEARED = "Cleared by this act";

    private WarningRows() {}

    static TableSheet of(Reading reading, EvidenceRequest request, Survey survey) {
        return new TableSheet(
                NAME,
                "Warnings and overrides: what was raised, what was shown, who cleared how much with one act",
                List.of(
                        "An acknowledgement is an override of a soft limit. One row for each entry: seconds run from when the text was handed out to"
                                + " be shown until the act. The text that was shown is on screen at the right, with its digest."),
                request.notice(),
                List.of(
                        Column.of("Entry", 7, "index of the entry"),
                        Column.of("Time (UTC)", 20, "when it happened"),
                        Column.of("Basket", 14, "the basket's id"),
                        Column.of("Event", 17, "what happened: raised, shown, acknowledged, refused"),
                        Column.of("Person", 10, "id of the person who acted; empty where the engine did"),
                        Column.of("Controls", 22, "the controls whose warnings they are"),
                        Column.of("Raised", 8, "warnings raised by the control, in this entry"),
                        Column.of(CLEARED, 10, "warnings that the person cleared with this one act"),
                        Column.of("Money at stake", 17, "notional of these warnings, as far as it is known"),
                        Column.of("Ccy", 5, "its currency"),
                        Column.of("Seconds since shown", 9, "from when the text was handed out until the act"),
                        Column.of(
                                "Terms or reason",
                                32,
                                "how the control wants it acknowledged; the reason that the person gave; why an act was refused"),
                        Column.of("Retyped", 13, "what the person typed again, if anything"),
                        Column.of("Text", 15, "whether the text that the act is bound to is the one that was shown"),
                        Column.onScreen("Submission", 24, "the engine's id of the submission"),
                        Column.onScreen("Digest of the text shown", 74, "SHA-256 of its UTF-8 bytes"),
                        Column.onScreen("Text shown", 100, "the text itself")),
                4,
                Optional.of(CLEARED),
                new JournalRows(reading, () -> new Acts(request, survey)));
    }

    /** Follows the warnings of all submissions. */
    private static final class Acts extends EntryRows {
        private final Survey survey;
        private final TextBook shown = new TextBook();

        Acts(EvidenceRequest request, Survey survey) {
            super(request);
            this.survey = survey;
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
            public Optional<Row> raised(WarningEntry.Raised body) {
                Optional<Value.Money> first = body.items().stream()
                        .flatMap(item -> item.notional().stream())
                        .findFirst();
                return row(
                        body.submission(),
                        Cells.attention("RAISED"),
                        "",
                        body.control().text(),
                        Cell.of(body.items().size()),
                        Cells.blank(),
                        first.map(known -> (Cell) new Cell.Amount(sum(body))).orElseGet(Cells::blank),
                        Cells.currency(first),
                        Cells.blank(),
                        terms(body.terms()),
                        Cells.blank(),
                        Cells.blank(),
                        "",
                        "");
            }

            @Override
            public Optional<Row> shown(WarningEntry.Shown body) {
                Digest digest = Digest.of(body.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
                shown.put(body.submission(), body.textDigest().value());
                return row(
                        body.submission(),
                        Cells.neutral("SHOWN"),
                        "",
                        "",
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        "a text was handed out to be shown; warnings in it: " + body.warnings(),
                        Cells.blank(),
                        digest.equals(body.textDigest()) ? Cells.good("AS DIGESTED") : Cells.stop("ALTERED"),
                        body.textDigest().value(),
                        body.text());
            }

            @Override
            public Optional<Row> acknowledged(WarningEntry.Acknowledged body) {
                boolean same = shown.find(body.submission())
                        .filter(body.textShownDigest().value()::equals)
                        .isPresent();
                String reason = body.reason().isEmpty() ? "no reason given" : body.reason();
                String line = body.line().isPresent() ? "line " + body.line().getAsInt() + ": " : "all at once: ";
                return row(
                        body.submission(),
                        Cells.attention("ACKNOWLEDGED"),
                        body.person(),
                        body.controls().stream().map(ControlId::text).collect(Collectors.joining("\n")),
                        Cells.blank(),
                        Cell.of(body.warnings()),
                        Cells.amount(body.total()),
                        Cells.currency(body.total()),
                        Cell.of(body.secondsSinceShown()),
                        line + reason,
                        Cell.of(body.retyped()),
                        same ? Cells.good("SAME TEXT") : Cells.stop("OTHER TEXT"),
                        body.textShownDigest().value(),
                        "");
            }

            @Override
            public Optional<Row> refused(WarningEntry.Refused body) {
                return row(
                        body.submission(),
                        Cells.stop("REFUSED"),
                        body.person(),
                        body.what(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Cells.blank(),
                        Codes.meaning(
                                body.why(),
                                AcknowledgementRefusal.values(),
                                AcknowledgementRefusal::code,
                                AcknowledgementRefusal::sentence),
                        Cells.blank(),
                        Cells.blank(),
                        "",
                        "");
            }

            private Optional<Row> row(
                    String submission,
                    Cell event,
                    String person,
                    String controls,
                    Cell raised,
                    Cell cleared,
                    Cell money,
                    Cell currency,
                    Cell seconds,
                    String reason,
                    Cell retyped,
                    Cell verdict,
                    String digest,
                    String text) {
                return Optional.of(Row.of(
                        Cell.of(entry.index()),
                        new Cell.At(entry.at()),
                        Cell.of(survey.basket(submission)),
                        event,
                        Cell.of(person),
                        Cell.of(controls),
                        raised,
                        cleared,
                        money,
                        currency,
                        seconds,
                        Cell.of(reason),
                        retyped,
                        verdict,
                        Cell.code(submission),
                        Cell.code(digest),
                        Cell.of(text)));
            }
        }

        private static BigDecimal sum(WarningEntry.Raised body) {
            return body.items().stream()
                    .flatMap(item -> item.notional().stream())
                    .map(money -> BigDecimal.valueOf(money.micros(), 6))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private static String terms(WarningEntry.Raised.Terms terms) {
            StringBuilder words =
                    new StringBuilder("to be acknowledged ").append(terms.mode().words());
            words.append(terms.by()
                    .map(Role::name)
                    .map(role -> " by role \"" + role + "\"")
                    .orElse(" by the submitter"));
            words.append(terms.reasonRequired() ? " with a reason" : "");
            terms.retyped().ifPresent(measure -> words.append(", retyping ").append(measure));
            words.append(terms.largestFirst() ? ", largest first" : "");
            return words.toString();
        }
    }
}
