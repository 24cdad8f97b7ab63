package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.StatedLimit;
import org.portcullis.report.Evidence;

class ParityRowsTest {
    private static final StatedLimit TIGHT = HandMadeDesk.limit("basket.notional", "1000");
    private static final StatedLimit LOOSE = HandMadeDesk.limit("basket.notional", "5000");

    @Test
    void aDeskWithoutWhatAnotherHasIsNamed() {
        HandMadeDesk desk = new HandMadeDesk(1)
                .control("NYC-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .decides(1, "New York", List.of(5L), List.of(), HandMadeDesk.tally("NYC-WAVE", 0, 1, 0))
                .decides(2, "London", List.of(5L), List.of(), HandMadeDesk.tally("NYC-WAVE", 1, 0, 0));
        Evidence evidence = desk.journal().evidence();
        assertEquals(
                List.of(
                        "Delta 1, New York | NYC-WAVE | 1000 | ALL | OWN | Delta 1, London: nothing of the kind",
                        "Delta 1, London |  |  |  | MISSING | Delta 1, New York: NYC-WAVE 1,000 USD"),
                rows(evidence));
        assertEquals("2 | 2 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Parity"));
    }

    @Test
    void aControlThatADecisionDoesNotListAppliedToNothingThere() {
        HandMadeDesk desk = new HandMadeDesk(2)
                .control("NYC-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .control("D1-GRANT", "grant", "when released", List.of())
                .decides(
                        1,
                        "New York",
                        List.of(5L),
                        List.of(),
                        HandMadeDesk.tally("NYC-WAVE", 0, 1, 0),
                        HandMadeDesk.tally("D1-GRANT", 0, 1, 0))
                .decides(2, "New York", List.of(5L), List.of(), HandMadeDesk.tally("D1-GRANT", 0, 1, 0))
                .decides(3, "London", List.of(5L), List.of(), HandMadeDesk.tally("D1-GRANT", 0, 1, 0));
        List<String> rows = rows(desk.journal().evidence());
        assertEquals(
                List.of(
                        "Delta 1, New York | NYC-WAVE | 1000 | SOME | OWN | Delta 1, London: nothing of the kind",
                        "Delta 1, London |  |  |  | MISSING | Delta 1, New York: NYC-WAVE 1,000 USD on some"),
                rows.subList(0, 2));
    }

    @Test
    void aFailedDecisionSaysNothingOfWhereAControlApplies() {
        HandMadeDesk desk = new HandMadeDesk(1)
                .control("D1-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .decides(1, "London", List.of(5L), List.of(), HandMadeDesk.tally("D1-WAVE", 0, 1, 0))
                .decides(2, "London", List.of(5L), List.of());
        assertEquals(
                List.of("Delta 1, London | D1-WAVE | 1000 | ALL | ONLY DESK | "),
                rows(desk.journal().evidence()));
    }

    @Test
    void anEscalationIsNotAskedBySubmissions() {
        HandMadeDesk desk = new HandMadeDesk(2)
                .control("D1-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .control("D1-ESC", "escalation", "when released", List.of())
                .decides(1, "London", List.of(5L), List.of(), HandMadeDesk.tally("D1-WAVE", 0, 1, 0));
        assertEquals(
                "Delta 1, London |  |  |  | NOT JUDGED | D1-ESC acts when released, which no decision of the period was about",
                rows(desk.journal().evidence()).get(1));
    }

    @Test
    void oneControlForBothIsTheSame() {
        HandMadeDesk desk = new HandMadeDesk(1)
                .control("D1-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .decides(1, "New York", List.of(5L), List.of(), HandMadeDesk.tally("D1-WAVE", 0, 1, 0))
                .decides(2, "London", List.of(5L), List.of(), HandMadeDesk.tally("D1-WAVE", 0, 1, 0));
        assertEquals(
                List.of(
                        "Delta 1, New York | D1-WAVE | 1000 | ALL | SAME | ",
                        "Delta 1, London | D1-WAVE | 1000 | ALL | SAME | "),
                rows(desk.journal().evidence()));
    }

    @Test
    void controlsOfTheSameTermsAreTheSameWhateverTheyAreCalled() {
        assertEquals(
                List.of(
                        "Delta 1, New York | NYC-WAVE | 1000 | ALL | SAME | ",
                        "Delta 1, London | LDN-WAVE | 1000 | ALL | SAME | "),
                rows(two(TIGHT, TIGHT).journal().evidence()));
    }

    @Test
    void otherLimitsAreNamed() {
        assertEquals(
                List.of(
                        "Delta 1, New York | NYC-WAVE | 1000 | ALL | DIFFERENT | Delta 1, London: LDN-WAVE 5,000 USD",
                        "Delta 1, London | LDN-WAVE | 5000 | ALL | DIFFERENT | Delta 1, New York: NYC-WAVE 1,000 USD"),
                rows(two(TIGHT, LOOSE).journal().evidence()));
    }

    @Test
    void aControlOfSomeOrdersIsNotTheSameAsOneOfAll() {
        HandMadeDesk desk = new HandMadeDesk(1)
                .control("D1-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .decides(1, "New York", List.of(5L, 6L), List.of(), HandMadeDesk.tally("D1-WAVE", 1, 1, 0))
                .decides(2, "London", List.of(5L, 6L), List.of(), HandMadeDesk.tally("D1-WAVE", 0, 2, 0));
        assertEquals(
                List.of(
                        "Delta 1, New York | D1-WAVE | 1000 | SOME | DIFFERENT | Delta 1, London: D1-WAVE 1,000 USD",
                        "Delta 1, London | D1-WAVE | 1000 | ALL | DIFFERENT | Delta 1, New York: D1-WAVE 1,000 USD on some"),
                rows(desk.journal().evidence()));
    }

    @Test
    void aControlThatNoDecisionAskedIsNotJudged() {
        HandMadeDesk desk = new HandMadeDesk(2)
                .control("D1-WAVE", "hard limit", "when released", List.of(), TIGHT)
                .control("D1-RATE", "throttle", "while working", List.of())
                .decides(1, "London", List.of(5L), List.of(), HandMadeDesk.tally("D1-WAVE", 0, 1, 0));
        assertEquals(
                List.of(
                        "Delta 1, London | D1-WAVE | 1000 | ALL | ONLY DESK | ",
                        "Delta 1, London |  |  |  | NOT JUDGED | D1-RATE acts while working, which no decision of the period was about"),
                rows(desk.journal().evidence()));
    }

    @Test
    void aScopeThatOneControlNamesAndTheOtherDoesNotIsNamed() {
        HandMadeDesk desk = new HandMadeDesk(2)
                .control("D1-WAVE", "hard limit", "when released", List.of("LDN-D1", "NYC-D1"), TIGHT)
                .control(
                        "LDN-ORDER",
                        "hard limit",
                        "when released",
                        List.of("LDN-D1"),
                        HandMadeDesk.limit("order.notional", "7"));
        Evidence evidence = desk.journal().evidence();
        assertEquals(
                List.of(
                        "scope LDN-D1 | D1-WAVE | 1000 | ALL | SAME | ",
                        "scope NYC-D1 | D1-WAVE | 1000 | ALL | SAME | ",
                        "scope LDN-D1 | LDN-ORDER | 7 | ALL | OWN | scope NYC-D1: nothing of the kind",
                        "scope NYC-D1 |  |  |  | NOT NAMED | scope LDN-D1: LDN-ORDER 7 USD"),
                rows(evidence));
        assertEquals("4 | 4 |  |  | COMPLETE | ACCURATE", HandMade.provenance(evidence, "Parity"));
    }

    private static HandMadeDesk two(StatedLimit newYork, StatedLimit london) {
        return new HandMadeDesk(2)
                .control("NYC-WAVE", "hard limit", "when released", List.of(), newYork)
                .control("LDN-WAVE", "hard limit", "when released", List.of(), london)
                .decides(
                        1,
                        "New York",
                        List.of(5L),
                        List.of(),
                        HandMadeDesk.tally("NYC-WAVE", 0, 1, 0),
                        HandMadeDesk.tally("LDN-WAVE", 1, 0, 0))
                .decides(
                        2,
                        "London",
                        List.of(5L),
                        List.of(),
                        HandMadeDesk.tally("NYC-WAVE", 1, 0, 0),
                        HandMadeDesk.tally("LDN-WAVE", 0, 1, 0));
    }

    private static List<String> rows(Evidence evidence) {
        return HandMade.rows(
                evidence, "Parity", "Desk or scope", "Controls there", "Value", "On", "Parity", "Difference");
    }
}
