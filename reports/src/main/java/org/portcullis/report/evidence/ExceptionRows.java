package org.portcullis.report.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portcullis.engine.approval.KeyRefusal;
import org.portcullis.engine.approval.VoteRefusal;
import org.portcullis.engine.entry.DecisionReading;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.flow.AcknowledgementRefusal;
import org.portcullis.engine.flow.AlertRefusal;
import org.portcullis.engine.flow.EstimateRefusal;
import org.portcullis.engine.flow.PetitionRefusal;
import org.portcullis.engine.flow.WorkRefusal;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.people.PersonRefusal;
import org.portcullis.engine.token.TokenRefusal;
import org.portcullis.model.json.JsonObject;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.evidence.Traced.Tested;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the sheet of what did not go as the policy wanted. */
final class ExceptionRows {

    static final String NAME = "Exceptions";

    /** The types of which every entry is an exception, with the word for it. */
    static final Map<String, String> ALWAYS = always();

    private ExceptionRows() {}

    private static Map<String, String> always() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("journal.recovered", "JOURNAL RECOVERED");
        words.put("time.refused", "TIME REFUSED");
        words.put("person.refused", "PERSON REFUSED");
        words.put("key.refused", "KEY REFUSED");
        words.put("submission.refused", "BASKET REFUSED");
        words.put("submission.withdrawal.refused", "WITHDRAWAL REFUSED");
        words.put("warning.acknowledgement.refused", "OVERRIDE REFUSED");
        words.put("approval.vote.refused", "VOTE REFUSED");
        words.put("approval.estimate.refused", "ESTIMATE REFUSED");
        words.put("petition.refused", "ASKING REFUSED");
        words.put("hold.expired", "TIME LIMIT");
        words.put("token.refused", "TOKEN REFUSED");
        words.put("switch.refused", "SWITCH REFUSED");
        words.put("alert.acknowledgement.refused", "ALERT NOT TAKEN ON");
        words.put("alert.confirmation.refused", "SIGHT REFUSED");
        words.put("desk.handover.refused", "HAND-OVER REFUSED");
        words.put("desk.handover.lapsed", "HAND-OVER LAPSED");
        return java.util.Collections.unmodifiableMap(words);
    }

    static Planned of(Grounds grounds) {
        ExceptionCounts counts = grounds.books().exceptions();
        long always = grounds.count(ALWAYS.keySet());
        long incomplete = grounds.survey().decisions() - grounds.survey().wholeDecisions();
        return grounds.traced(
                new TableSheet(
                        NAME,
                        "Exceptions: what did not go as the policy wanted",
                        List.of(
                                "One row for each entry that refuses something, lets a time limit pass or says that the journal was recovered; and"
                                        + " for each decision that lacks a part or could not answer because a fact was missing, stale or in"
                                        + " conflict, each step of a chain that reached nobody, each basket that ended because nobody acknowledged"
                                        + " or presented it or a switch killed it, and each report of a working order that was refused.",
                                "A refusal is the control working; it is listed because somebody asked for what may not be. Hard blocks and warnings"
                                        + " are not exceptions and have sheets of their own."),
                        Optional.empty(),
                        columns(),
                        3,
                        Optional.empty(),
                        new JournalRows(grounds.reading(), () -> new Deviations(grounds.request(), grounds.survey()))),
                "entries " + String.join(", ", ALWAYS.keySet())
                        + " of the period; decision.made without its parts or with findings that lack a fact; alert.step.taken that reached"
                        + " nobody; submission.ended by time or switch; work.reported that was refused; by entry",
                always + counts.all() + incomplete,
                new Tested(
                        grounds.survey().isComplete(),
                        always + " entries of these types, " + counts.withoutFacts() + " decisions without a fact, "
                                + incomplete + " incomplete, " + counts.unreached() + " steps that reached nobody, "
                                + counts.endedByTime() + " baskets ended, " + counts.refusedReports()
                                + " reports refused; recounted from the entries"));
    }

    private static List<Column> columns() {
        return List.of(
                Column.of("Entry", 7, "index of the entry"),
                Column.of("Time (UTC)", 20, "when it happened"),
                Column.of("Exception", 22, "what did not go as the policy wanted"),
                Column.of("About", 28, "the basket, order, hold, token, alert or key that it is about"),
                Column.of("Person", 16, "who asked for it, where the entry names somebody"),
                Column.of("Control", 26, "the controls that it is about, where the entry names some"),
                Column.of(
                        "Why",
                        70,
                        "the code of the refusal with what it means; the fact that was missing; what was lost"),
                Column.of("Entry type", 28, "the type of the entry"),
                Column.onScreen("Submission", 16, "the engine's id of the submission"));
    }

    /** Finds exceptions. */
    private static final class Deviations implements JournalRows.Fold {
        private final EvidenceRequest request;
        private final DecisionReading decisions = new DecisionReading();
        private final Survey survey;

        Deviations(EvidenceRequest request, Survey survey) {
            this.request = request;
            this.survey = survey;
        }

        @Override
        public void entry(JournalEntry entry, EntryBody body, Consumer<Row> sink) {
            Optional<RecordedDecision> decision = decisions.add(entry, body);
            if (request.covers(entry.at())) {
                decision.ifPresent(made -> decided(entry, made, sink));
                always(entry, sink);
                sometimes(entry, sink);
            }
        }

        @Override
        public void other(JournalEntry entry, Consumer<Row> sink) {
            if (request.covers(entry.at())) {
                always(entry, sink);
            }
        }

        private void always(JournalEntry entry, Consumer<Row> sink) {
            String word = ALWAYS.get(entry.type());
            if (word != null) {
                sink.accept(row(
                        entry,
                        Cells.stop(word),
                        about(entry.body()),
                        person(entry.body()),
                        control(entry.body()),
                        why(entry)));
            }
        }

        private void decided(JournalEntry entry, RecordedDecision decision, Consumer<Row> sink) {
            String basket = decision.received().basket();
            String person = decision.received().requester();
            if (!decision.isWhole()) {
                sink.accept(row(
                        entry,
                        Cells.stop("INCOMPLETE DECISION"),
                        basket,
                        person,
                        "",
                        "the parts of the decision do not have the digest that it names"));
            }
            List<RecordedFinding> lacking = Stream.concat(Stream.of(decision.basket()), decision.lines().stream())
                    .flatMap(line -> line.findings().stream())
                    .filter(finding -> !finding.gaps().isEmpty())
                    .toList();
            if (!lacking.isEmpty()) {
                String controls = lacking.stream()
                        .flatMap(finding -> finding.control().stream())
                        .map(control -> control.text())
                        .distinct()
                        .collect(Collectors.joining("\n"));
                String facts = lacking.stream()
                        .flatMap(finding -> finding.gaps().stream())
                        .map(Deviations::words)
                        .distinct()
                        .limit(5)
                        .collect(Collectors.joining("\n"));
                sink.accept(row(
                        entry,
                        Cells.attention("FACT NOT KNOWN"),
                        basket,
                        person,
                        controls,
                        decision.made().outcome().word() + "; " + lacking.size() + " findings without an answer:\n"
                                + facts));
            }
        }

        private static String words(FactGap gap) {
            return gap.cause().path() + " of " + gap.where() + " is "
                    + gap.state().phrase();
        }

        private void sometimes(JournalEntry entry, Consumer<Row> sink) {
            JsonObject body = entry.body();
            switch (entry.type()) {
                case "alert.step.taken" -> {
                    if (!body.bool("reached")) {
                        sink.accept(
                                row(
                                        entry,
                                        Cells.stop("NOBODY REACHED"),
                                        about(body),
                                        "",
                                        "",
                                        "step " + (body.whole("step") + 1)
                                                + " told nobody, since nobody answers for the role; the next step is due at once"));
                    }
                }
                case "submission.ended" -> {
                    String why = body.text("why");
                    if (ExceptionCounts.BY_TIME.contains(why)) {
                        sink.accept(row(
                                entry,
                                Cells.attention("BASKET ENDED"),
                                about(body),
                                body.text("by"),
                                "",
                                why.replace('-', ' ')));
                    }
                }
                case "work.reported" -> {
                    if (body.has("refused")) {
                        sink.accept(row(
                                entry,
                                Cells.stop("REPORT REFUSED"),
                                about(body),
                                "",
                                "",
                                Codes.meaning(
                                        body.text("refused"),
                                        WorkRefusal.values(),
                                        WorkRefusal::code,
                                        WorkRefusal::sentence)));
                    }
                }
                default -> {}
            }
        }

        private String about(JsonObject body) {
            String basket = body.findText("basket")
                    .or(() -> body.findText("submission").map(survey::named))
                    .orElse("");
            List<String> names = new ArrayList<>();
            Stream.of("order", "hold", "token", "alert", "handOver", "keyId", "petition")
                    .flatMap(key -> body.findText(key).stream())
                    .filter(name -> !name.isEmpty())
                    .forEach(names::add);
            if (!basket.isEmpty()) {
                names.add("basket " + basket);
            }
            return String.join(", ", names);
        }

        private static String person(JsonObject body) {
            return body.findText("person").or(() -> body.findText("requester")).orElse("");
        }

        private static String control(JsonObject body) {
            return body.findText("control").orElse("");
        }

        private static String why(JournalEntry entry) {
            JsonObject body = entry.body();
            String code = body.findText("why").orElse("");
            return switch (entry.type()) {
                case "journal.recovered" ->
                    "the writer had not closed the journal; kept " + body.whole("entries") + " entries, cut off "
                            + body.whole("droppedBytes") + " bytes that nobody had been told of";
                case "time.refused" ->
                    body.text("command") + " came with the time " + body.text("given") + ", before the latest one";
                case "hold.expired" ->
                    "nobody completed the quorums until " + body.text("due") + "; rejected by default";
                case "desk.handover.lapsed" -> "nobody accepted in time; who offered goes on answering";
                case "key.refused" -> Codes.meaning(code, KeyRefusal.values(), KeyRefusal::code, KeyRefusal::sentence);
                case "person.refused" ->
                    Codes.meaning(code, PersonRefusal.values(), PersonRefusal::code, PersonRefusal::sentence);
                case "warning.acknowledgement.refused" ->
                    Codes.meaning(
                            code,
                            AcknowledgementRefusal.values(),
                            AcknowledgementRefusal::code,
                            AcknowledgementRefusal::sentence);
                case "approval.vote.refused" ->
                    Codes.meaning(code, VoteRefusal.values(), VoteRefusal::code, VoteRefusal::sentence);
                case "approval.estimate.refused" ->
                    Codes.meaning(code, EstimateRefusal.values(), EstimateRefusal::code, EstimateRefusal::sentence);
                case "petition.refused" ->
                    Codes.meaning(code, PetitionRefusal.values(), PetitionRefusal::code, PetitionRefusal::sentence);
                case "token.refused" ->
                    Codes.meaning(code, TokenRefusal.values(), TokenRefusal::code, TokenRefusal::sentence);
                case "switch.refused" -> SwitchRows.refusal(code);
                case "alert.acknowledgement.refused", "alert.confirmation.refused", "desk.handover.refused" ->
                    Codes.meaning(code, AlertRefusal.values(), AlertRefusal::code, AlertRefusal::sentence);
                default -> code;
            };
        }

        private static Row row(
                JournalEntry entry, Cell exception, String about, String person, String control, String why) {
            return Row.of(
                    Cell.of(entry.index()),
                    new Cell.At(entry.at()),
                    exception,
                    Cell.of(about),
                    Cell.of(person),
                    Cell.of(control),
                    Cell.of(why),
                    Cell.code(entry.type()),
                    Cell.code(entry.body().findText("submission").orElse("")));
        }
    }
}
