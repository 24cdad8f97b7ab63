package org.portcullis.report.evidence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portcullis.engine.decision.ControlTally;
import org.portcullis.engine.decision.Effect;
import org.portcullis.engine.decision.InFlightEffect;
import org.portcullis.engine.decision.ReasonCode;
import org.portcullis.engine.entry.DecisionEntry;
import org.portcullis.engine.entry.PackControl;
import org.portcullis.engine.entry.RecordedLine;
import org.portcullis.engine.entry.RecordedLine.RecordedFinding;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.engine.entry.SubmissionEntry;
import org.portcullis.engine.token.LineSet;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.json.Digest;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonObject;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

/** Writes down packs of a few controls and decisions of a few orders. */
final class HandMadeDesk {
    static final String PACK = Digest.of(Json.text("one")).value();

    private static final CurrencyCode USD = new CurrencyCode("USD");

    private final HandMade journal;
    private int submissions;

    HandMadeDesk(int controls) {
        journal = new HandMade().under(PACK).at(0, LimitRowsTest.pack("one", controls, Optional.empty()));
    }

    HandMade journal() {
        return journal;
    }

    /** Adds a control to the pack. */
    HandMadeDesk control(String id, String kind, String stage, List<String> scopes, StatedLimit... limits) {
        journal.at(
                0,
                new PackControl(
                        new Digest(PACK),
                        1,
                        id,
                        kind,
                        "a sentence",
                        Digest.of(Json.text("a sentence")),
                        "too large",
                        List.of(),
                        List.of(),
                        "Trading Risk",
                        "90 days",
                        LocalDate.parse("2022-01-01"),
                        "2023-01-01",
                        "order",
                        stage,
                        scopes,
                        "block",
                        "the order",
                        "blocks",
                        true,
                        List.of(limits),
                        List.of(),
                        List.of()));
        return this;
    }

    static StatedLimit limit(String measure, String value) {
        return new StatedLimit(measure, "is more than", value, "USD");
    }

    static ControlTally tally(String control, int notApplicable, int satisfied, int breached) {
        return new ControlTally(new ControlId(control), notApplicable, satisfied, breached, 0);
    }

    /** Adds a decision of orders that are worth so many dollars each. */
    HandMadeDesk decides(
            long second, String city, List<Long> dollars, List<RecordedFinding> ofFirst, ControlTally... tallies) {
        String submission = String.format(java.util.Locale.ROOT, "S-%06d", ++submissions);
        Digest digest = Digest.of(JsonObject.EMPTY);
        long sum = dollars.stream().mapToLong(Long::longValue).sum();
        List<RecordedLine> lines = new ArrayList<>();
        lines.add(line(0, sum, List.of()));
        for (int i = 1; i <= dollars.size(); i++) {
            lines.add(line(i, dollars.get(i - 1), i == 1 ? ofFirst : List.of()));
        }
        journal.at(
                        second,
                        new SubmissionEntry.Received(
                                submission,
                                "W-" + submissions,
                                "p-hale",
                                Optional.of("Delta 1"),
                                Optional.of(city),
                                Optional.empty(),
                                Stage.RELEASED,
                                dollars.size(),
                                Optional.empty(),
                                Optional.of(usd(sum)),
                                digest,
                                digest,
                                "hand-made"))
                .at(second, new DecisionEntry.Lines(submission, 0, lines))
                .at(second, new DecisionEntry.Tallies(submission, 0, List.of(tallies)))
                .at(
                        second,
                        new DecisionEntry.Made(
                                submission,
                                DecisionEntry.Made.Outcome.RELEASED,
                                Effect.RELEASE,
                                Effect.RELEASE,
                                InFlightEffect.CONTINUE,
                                digest,
                                digest,
                                LineSet.of(List.of(1)),
                                Optional.empty(),
                                Optional.empty(),
                                new DecisionEntry.Made.Counts(0, 0, 0, 0, 0),
                                new DecisionEntry.Made.Awaits(0, 0),
                                List.of(),
                                new DecisionEntry.Made.Parts(1, 0, 1, digest),
                                Optional.empty()));
        return this;
    }

    /** A finding that a value is above a limit. */
    static RecordedFinding finding(String control, Value observed, Value limit, Optional<Value.Ratio> ratio) {
        return new RecordedFinding(
                Optional.of(new ControlId(control)),
                Effect.BLOCK,
                InFlightEffect.CONTINUE,
                Optional.empty(),
                ReasonCode.LIMIT_BREACHED,
                false,
                Optional.of(observed),
                Optional.of(limit),
                ratio,
                Optional.empty(),
                List.of(),
                "too large",
                List.of(),
                Optional.empty());
    }

    static Value.Money usd(long dollars) {
        return new Value.Money(dollars * 1_000_000, USD);
    }

    private static RecordedLine line(int number, long dollars, List<RecordedFinding> findings) {
        return new RecordedLine(
                number,
                number == 0 ? "" : "O-" + number,
                number == 0 ? "W" : "AAA",
                Optional.of(usd(dollars)),
                Effect.RELEASE,
                InFlightEffect.CONTINUE,
                findings);
    }
}
