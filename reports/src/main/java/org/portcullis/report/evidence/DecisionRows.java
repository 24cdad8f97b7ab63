package org.portcullis.report.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.entry.DecisionReading;
import org.portcullis.engine.entry.EntryBody;
import org.portcullis.engine.entry.RecordedDecision;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.model.control.ControlId;
import org.portcullis.report.EvidenceRequest;
import org.portcullis.report.reading.Reading;
import org.portcullis.report.sheet.Cell;
import org.portcullis.report.sheet.Column;
import org.portcullis.report.sheet.Row;
import org.portcullis.report.sheet.TableSheet;

/** Makes the three sheets that show decisions: one row for each decision, for each order, and for each hard finding. */
final class DecisionRows {

    static final String DECISIONS = "Decisions";
    static final String ORDERS = "Order outcomes";
    static final String BLOCKS = "Hard blocks";

    static final String NOTIONAL = "Notional";
    static final String DECIDED = "Decided (UTC)";
    static final String EFFECT = "Effect";

    private final Reading reading;
    private final EvidenceRequest request;
    private final Survey survey;

    DecisionRows(Reading reading, EvidenceRequest request, Survey survey) {
        this.reading = reading;
        this.request = request;
        this.survey = survey;
    }

    TableSheet decisions() {
        return new TableSheet(
                DECISIONS,
                "Decisions: every submission that was judged in the period",
                List.of(
                        "The whole population, not a sample: one row for each decision, in the order of the journal. What was released is shown"
                                + " as it stood at the end of the journal, whenever that was."),
                request.notice(),
                List.of(
                        Column.of("Entry", 7, "index of the entry decision.made in the journal; the first entry is 0"),
                        Column.of(DECIDED, 20, "when it was decided, cut to milliseconds"),
                        Column.of("Basket", 16, "the basket's id, as the order system gave it"),
                        Column.of("Requester", 10, "id of the person who submitted"),
                        Column.of("Desk", 9, "the desk that was given with the submission"),
                        Column.of(
                                EFFECT, 11, "the strictest effect of all findings on the basket or one of its orders"),
                        Column.of(
                                "Came to",
                                18,
                                "what became of the submission by the end of the journal; sent means that the gateway took the release token; void is a release whose token was not used before the basket was withdrawn or submitted again"),
                        Column.of("Orders", 7, "number of orders in the basket"),
                        Column.of(NOTIONAL, 17, "notional of the whole basket, if it is known"),
                        Column.of(
                                "Stopped orders",
                                8,
                                "orders that nothing could release: they or the basket were blocked"),
                        Column.of("Stopped notional", 17, "their notional, as far as it is known"),
                        Column.of("Released orders", 9, "orders for which a release token was issued"),
                        Column.of("Released notional", 17, "their notional, as the entry token.issued states it"),
                        Column.of("Ccy", 5, "the currency in which the policy computes"),
                        Column.of("Blocks", 7, "findings that block"),
                        Column.of("Holds", 6, "findings that hold"),
                        Column.of("Warnings", 9, "findings that warn; those superseded by a block are not counted"),
                        Column.of("Policy", 44, "name and version of the policy pack that decided"),
                        Column.onScreen(
                                "Submission", 24, "the engine's id, which ties all entries of a submission together"),
                        Column.onScreen("Location", 12, "the desk's city"),
                        Column.onScreen("Flow", 8, "the kind of flow"),
                        Column.onScreen("Stage", 16, "the stage at which it was judged"),
                        Column.onScreen(
                                "Intended", 18, "the amount that the client asked for, if the order system carried it"),
                        Column.onScreen("Superseded", 11, "warnings that a block on the same measure makes moot"),
                        Column.onScreen("Groups", 8, "the findings grouped by control: what a person was shown"),
                        Column.onScreen("Notional, exact", 26, "the notional to the last digit, as text"),
                        Column.onScreen("Last entry", 10, "index of the entry that says what became of it"),
                        Column.onScreen(
                                "Parts",
                                12,
                                "whether all parts of the decision are in the journal and have the digest that it names"),
                        Column.onScreen("Policy fingerprint", 74, "digest of what the policy pack means"),
                        Column.onScreen("Submission digest", 74, "digest of exactly the basket that was judged"),
                        Column.onScreen(
                                "Snapshot digest", 74, "digest of the market and reference data it was judged by"),
                        Column.onScreen(
                                "Decision digest",
                                74,
                                "digest of the decision, to which approvals and tokens are bound")),
                3,
                Optional.of(NOTIONAL),
                rows((decision, sink) -> sink.accept(decision(decision))));
    }

    private Row decision(RecordedDecision decision) {
        Fate fate = survey.fate(decision.received().submission());
        List<RecordedLine> stopped = decision.stopped();
        return Row.of(
                Cell.of(decision.index()),
                new Cell.At(decision.at()),
                Cell.of(decision.received().basket()),
                Cell.of(decision.received().requester()),
                Cell.of(decision.received().desk().orElse("")),
                Cells.effect(decision.made().effect()),
                fate.mark(decision.lines().size()),
                Cell.of(decision.lines().size()),
                Cells.amount(decision.basket().notional()),
                Cell.of(stopped.size()),
                Cells.amount(RecordedDecision.total(stopped)),
                Cell.of(fate.released().size()),
                Cells.amount(fate.releasedNotional()),
                Cell.of(survey.pack(decision.policy())
                        .map(pack -> pack.activated().currency())
                        .orElse("")),
                Cell.of(decision.made().counts().block()),
                Cell.of(decision.made().counts().hold()),
                Cell.of(decision.made().counts().warn()),
                Cell.of(policy(decision)),
                Cell.code(decision.received().submission()),
                Cell.of(decision.received().location().orElse("")),
                Cell.of(decision.received().flow().orElse("")),
                Cell.of(decision.received().stage().words()),
                Cells.value(decision.received().intended()),
                Cell.of(decision.made().counts().superseded()),
                Cell.of(decision.made().counts().groups()),
                Cells.exact(decision.basket().notional()),
                Cell.of(fate.entry()),
                decision.isWhole() ? Cells.good("COMPLETE") : Cells.stop("INCOMPLETE"),
                Cell.code(decision.policy()),
                Cell.code(decision.made().submissionDigest().value()),
                Cell.code(decision.made().snapshotDigest().value()),
                Cell.code(decision.digest().value()));
    }

    TableSheet orders() {
        return new TableSheet(
                ORDERS,
                "Order outcomes: every order of every submission that was judged",
                List.of(
                        "One row for each order. Controls that spoke against it are named with their effect; those in brackets are superseded by"
                                + " a stricter one and do not count."),
                request.notice(),
                List.of(
                        Column.of("Entry", 7, "index of the entry decision.made"),
                        Column.of("Basket", 20, "the basket's id"),
                        Column.of("Line", 6, "the order's number in its basket"),
                        Column.of("Order", 18, "the order's id"),
                        Column.of("Symbol", 14, "the instrument"),
                        Column.of(NOTIONAL, 17, "the order's notional, if it is known"),
                        Column.of("Ccy", 5, "its currency"),
                        Column.of(
                                "Outcome",
                                16,
                                "whether the order was stopped by the decision, released by a token, or neither"),
                        Column.of("Own effect", 12, "the strictest effect on the order, that of the basket included"),
                        Column.of(
                                "Controls that spoke",
                                56,
                                "the controls with findings against this order, each with its effect"),
                        Column.onScreen("Submission", 24, "the engine's id of the submission"),
                        Column.onScreen("Notional, exact", 26, "the notional to the last digit, as text")),
                5,
                Optional.of(NOTIONAL),
                rows((decision, sink) -> decision.lines().forEach(line -> sink.accept(order(decision, line)))));
    }

    private Row order(RecordedDecision decision, RecordedLine line) {
        Fate fate = survey.fate(decision.received().submission());
        Cell outcome = fate.released().contains(line.line())
                ? Cells.good("RELEASED")
                : decision.made().releasable().contains(line.line())
                        ? Cells.attention("NOT RELEASED")
                        : Cells.stop("STOPPED");
        return Row.of(
                Cell.of(decision.index()),
                Cell.of(decision.received().basket()),
                Cell.of(line.line()),
                Cell.of(line.orderId()),
                Cell.of(line.symbol()),
                Cells.amount(line.notional()),
                Cells.currency(line.notional()),
                outcome,
                Cells.effect(line.effect()),
                Cell.of(line.findings().stream().map(DecisionRows::spoken).collect(Collectors.joining(", "))),
                Cell.code(decision.received().submission()),
                Cells.exact(line.notional()));
    }

    private static String spoken(RecordedFinding finding) {
        String words = control(finding) + " " + finding.effect().word();
        return finding.counts() ? words : "(" + words + ")";
    }

    TableSheet blocks() {
        return new TableSheet(
                BLOCKS,
                "Hard blocks: every finding that stopped an order or a whole basket",
                List.of(
                        "Nobody overrides a hard block. The nearest value that would have passed is computed by the engine from the control itself.",
                        "A control is empty where no single one says it: no grant covers the submission, or no policy does. Amounts in texts are rounded"
                                + " by the engine to cents away from zero, so that they may differ from the column by a cent; exact amounts stand on screen"
                                + " at the right."),
                request.notice(),
                List.of(
                        Column.of("Entry", 7, "index of the entry decision.made"),
                        Column.of("Decided (UTC)", 20, "when it was decided"),
                        Column.of("Basket", 14, "the basket's id"),
                        Column.of("Requester", 10, "id of the person who submitted"),
                        Column.of("Control", 20, "id of the control that blocks"),
                        Column.of("Reason", 16, "code of the reason"),
                        Column.of("Stops", 9, "the order alone, or the whole basket"),
                        Column.of(
                                "Symbol",
                                11,
                                "the instrument of the order; empty where the finding is about the basket"),
                        Column.of(NOTIONAL, 17, "the money at stake, if it is known"),
                        Column.of("Ccy", 5, "its currency"),
                        Column.of("Observed", 18, "the value that the control judged"),
                        Column.of("Limit", 17, "what it was compared with, in the same unit"),
                        Column.of(
                                "Ratio",
                                10,
                                "the observed value as a multiple of the limit, or of the measure that a percentage refers to"),
                        Column.of("Nearest that passes", 18, "the nearest value that would have passed"),
                        Column.of(
                                "Message",
                                36,
                                "what the requester was shown; for missing data, which fact, why, and what cures it"),
                        Column.onScreen("Submission", 24, "the engine's id of the submission"),
                        Column.onScreen("Line", 6, "the order's number in its basket; 0 for the basket as a whole"),
                        Column.onScreen("Order", 18, "the order's id"),
                        Column.onScreen("Notional, exact", 26, "the notional to the last digit, as text"),
                        Column.onScreen("Policy", 34, "name and version of the policy pack that decided")),
                3,
                Optional.of(NOTIONAL),
                rows((decision, sink) -> {
                    blocks(decision, decision.basket(), sink);
                    decision.lines().forEach(line -> blocks(decision, line, sink));
                }));
    }

    private void blocks(RecordedDecision decision, RecordedLine line, Consumer<Row> sink) {
        line.findings().stream()
                .filter(finding -> finding.effect() == Effect.BLOCK && finding.counts())
                .forEach(finding -> sink.accept(block(decision, line, finding)));
    }

    private Row block(RecordedDecision decision, RecordedLine line, RecordedFinding finding) {
        return Row.of(
                Cell.of(decision.index()),
                new Cell.At(decision.at()),
                Cell.of(decision.received().basket()),
                Cell.of(decision.received().requester()),
                Cell.of(finding.control().map(ControlId::text).orElse("")),
                Cell.of(finding.reason().code()),
                Cell.of(finding.wholeBasket() ? "whole basket" : "order"),
                Cell.of(line.line() == 0 ? "" : line.symbol()),
                Cells.amount(line.notional()),
                Cells.currency(line.notional()),
                Cells.value(finding.observed()),
                Cells.value(finding.limit()),
                Cells.value(finding.ratio()),
                Cell.of(finding.nearestPassing().orElse("")),
                Cell.of(message(finding)),
                Cell.code(decision.received().submission()),
                Cell.of(line.line()),
                Cell.of(line.orderId()),
                Cells.exact(line.notional()),
                Cell.of(policy(decision)));
    }

    private static String message(RecordedFinding finding) {
        StringBuilder text = new StringBuilder(finding.message());
        for (FactGap gap : finding.gaps()) {
            if (text.indexOf(gap.detail()) < 0) {
                text.append('\n').append(gap.where()).append(": ").append(gap.detail());
            }
            if (text.indexOf(gap.cure()) < 0) {
                text.append("\ncure: ").append(gap.cure());
            }
        }
        return text.toString();
    }

    private static String control(RecordedFinding finding) {
        return finding.control().map(ControlId::text).orElseGet(finding.reason()::code);
    }

    private String policy(RecordedDecision decision) {
        return survey.pack(decision.policy()).map(Pack::label).orElse("not activated in this journal");
    }

    private JournalRows rows(BiConsumer<RecordedDecision, Consumer<Row>> each) {
        return new JournalRows(reading, () -> new Decided(request, each));
    }

    private static final class Decided implements JournalRows.Fold {
        private final DecisionReading open = new DecisionReading();
        private final EvidenceRequest request;
        private final BiConsumer<RecordedDecision, Consumer<Row>> each;

        Decided(EvidenceRequest request, BiConsumer<RecordedDecision, Consumer<Row>> each) {
            this.request = request;
            this.each = each;
        }

        @Override
        public void entry(JournalEntry entry, EntryBody body, Consumer<Row> sink) {
            open.add(entry, body)
                    .filter(decision -> request.covers(decision.at()))
                    .ifPresent(decision -> each.accept(decision, sink));
        }
    }
}
