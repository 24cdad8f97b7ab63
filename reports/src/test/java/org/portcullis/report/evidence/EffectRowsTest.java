package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Value;
import org.portcullis.report.Evidence;

class EffectRowsTest {
    private static final StatedLimit NOTIONAL = HandMadeDesk.limit("order.notional", "1000");
    private static final StatedLimit SHARE =
            new StatedLimit("order.quantity", "is more than", "20", "% of market.adv over 20 trading days");

    @Test
    void percentilesOfNotionalsAreOverEveryOrderThatWasJudged() {
        HandMadeDesk desk = desk("HL-1", NOTIONAL);
        for (long order = 1; order <= 1_000; order++) {
            desk.decides(order, "London", List.of(order), List.of(), HandMadeDesk.tally("HL-1", 0, 1, 0));
        }
        assertEquals(List.of("HL-1 | 500 | 990 | 999 | 1000 | ALL JUDGED | 1000 | 0 | NEVER FIRED"), values(desk));
    }

    @Test
    void whatPassedLeavesNoValueOfAShare() {
        HandMadeDesk desk = desk("HL-1", SHARE)
                .decides(1, "London", List.of(5L), List.of(share("HL-1", 300_000)), HandMadeDesk.tally("HL-1", 0, 0, 1))
                .decides(2, "London", List.of(5L), List.of(), HandMadeDesk.tally("HL-1", 0, 1, 0));
        assertEquals(List.of("HL-1 | 30 | 30 | 30 | 30 | HITS ONLY | 2 | 1 | FIRED AT TIMES"), values(desk));
    }

    @Test
    void whereAControlAppliedToSomeOrdersNobodyKnowsToWhich() {
        HandMadeDesk desk = desk("HL-1", NOTIONAL)
                .decides(1, "London", List.of(5L, 7L), List.of(), HandMadeDesk.tally("HL-1", 1, 1, 0));
        assertEquals(List.of("HL-1 |  |  |  |  | NOT RECORDED | 1 | 0 | NEVER FIRED"), values(desk));
    }

    @Test
    void aDeskToWhichTheControlDoesNotApplyDoesNotCount() {
        HandMadeDesk desk = desk("HL-1", NOTIONAL)
                .decides(1, "London", List.of(900L), List.of(), HandMadeDesk.tally("HL-1", 0, 1, 0))
                .decides(2, "Paris", List.of(5L), List.of(), HandMadeDesk.tally("HL-1", 1, 0, 0));
        assertEquals(List.of("HL-1 | 900 | 900 | 900 | 900 | ALL JUDGED | 1 | 0 | NEVER FIRED"), values(desk));
    }

    @Test
    void aLimitOfWhichAllValuesStayFarBelowIsFar() {
        HandMadeDesk desk = desk("HL-1", NOTIONAL)
                .decides(1, "London", List.of(99L), List.of(), HandMadeDesk.tally("HL-1", 0, 1, 0));
        assertEquals(
                List.of("HL-1 | 99 | 99 | 99 | 99 | ALL JUDGED | 1 | 0 | NEVER FIRED; LIMIT FAR FROM WHAT IS OBSERVED"),
                values(desk));
    }

    @Test
    void aLimitThatMostValuesExceedByFarIsFar() {
        HandMadeDesk desk = desk("HL-1", NOTIONAL)
                .decides(1, "London", List.of(10_001L), List.of(), HandMadeDesk.tally("HL-1", 0, 0, 1));
        assertEquals(
                List.of("HL-1 | 10001 | 10001 | 10001 | 10001 | ALL JUDGED | 1 | 1"
                        + " | ALWAYS FIRED; LIMIT FAR FROM WHAT IS OBSERVED"),
                values(desk));
    }

    @Test
    void aControlThatNoDecisionAskedIsNamed() {
        assertEquals(
                List.of("HL-1 |  |  |  |  | NOT RECORDED | 0 | 0 | NEVER EVALUATED"), values(desk("HL-1", NOTIONAL)));
    }

    @Test
    void anEarlierDecisionIsNotCounted() {
        HandMadeDesk desk = desk("HL-1", NOTIONAL)
                .decides(1, "London", List.of(5L), List.of(), HandMadeDesk.tally("HL-1", 0, 1, 0))
                .decides(20, "London", List.of(900L), List.of(), HandMadeDesk.tally("HL-1", 0, 1, 0));
        Evidence evidence = desk.journal().between(10, 30);
        assertEquals(List.of("HL-1 | 900 | 900 | 900 | 900 | ALL JUDGED | 1 | 0 | NEVER FIRED"), values(evidence));
    }

    @Test
    void whatIsCountedOfTheControlStandsInTheRowOfItsFirstLimit() {
        HandMadeDesk desk = desk("GR-1", NOTIONAL, HandMadeDesk.limit("basket.notional", "5000"))
                .decides(
                        1,
                        "London",
                        List.of(1_500L),
                        List.of(HandMadeDesk.finding(
                                "GR-1", HandMadeDesk.usd(1_500), HandMadeDesk.usd(1_000), Optional.empty())),
                        HandMadeDesk.tally("GR-1", 0, 0, 1));
        Evidence evidence = desk.journal().evidence();
        assertEquals(
                List.of(
                        "GR-1 | 1500 | 1500 | 1500 | 1500 | ALL JUDGED | 1 | 1 | ALWAYS FIRED",
                        "GR-1 | 1500 | 1500 | 1500 | 1500 | ALL JUDGED |  |  | ALWAYS FIRED"),
                values(evidence));
        assertEquals("2 | 2 | 1 | 1 | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Effectiveness"));
    }

    @Test
    void overridesAndHowLongTheyTookAreThoseOfTheMorning() {
        assertEquals(
                List.of(
                        "D1-NOTIONAL-SOFT | 2 | 12 | 12",
                        "D1-ADV-SOFT | 1 | 15 | 15",
                        "D1-LARGE-BASKET | 1 | 130 | 130"),
                HandMade.rows(
                                SampleEvidence.morning(),
                                "Effectiveness",
                                "Control",
                                "Overrides",
                                "Seconds to override, p50",
                                "Longest")
                        .stream()
                        .filter(row -> !row.endsWith(" |  | "))
                        .toList());
    }

    private static HandMadeDesk desk(String control, StatedLimit... limits) {
        return new HandMadeDesk(1).control(control, "hard limit", "when released", List.of(), limits);
    }

    private static org.portcullis.engine.entry.RecordedLine.RecordedFinding share(String control, long ratio) {
        return HandMadeDesk.finding(
                control,
                new Value.Count(30_000_000, CountUnit.SHARES),
                new Value.Count(20_000_000, CountUnit.SHARES),
                Optional.of(new Value.Ratio(ratio)));
    }

    private static List<String> values(HandMadeDesk desk) {
        return values(desk.journal().evidence());
    }

    private static List<String> values(Evidence evidence) {
        return HandMade.rows(
                evidence,
                "Effectiveness",
                "Control",
                "p50",
                "p99",
                "p99.9",
                "Maximum",
                "Values are",
                "Evaluations",
                "Hits",
                "Verdict");
    }
}
