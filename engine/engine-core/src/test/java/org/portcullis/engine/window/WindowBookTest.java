package org.portcullis.engine.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.window.Windows.DESK_DAY;
import static org.portcullis.engine.window.Windows.NINE;
import static org.portcullis.engine.window.Windows.candidate;
import static org.portcullis.engine.window.Windows.count;
import static org.portcullis.engine.window.Windows.event;
import static org.portcullis.engine.window.Windows.line;
import static org.portcullis.engine.window.Windows.seconds;
import static org.portcullis.engine.window.Windows.sum;
import static org.portcullis.model.measure.Measure.EXECUTION_ID;
import static org.portcullis.model.measure.Measure.EXECUTION_NOTIONAL;
import static org.portcullis.model.measure.Measure.EXECUTION_QUANTITY;
import static org.portcullis.model.measure.Measure.MESSAGE_ID;
import static org.portcullis.model.measure.Measure.ORDER_DESK;
import static org.portcullis.model.measure.Measure.ORDER_ID;
import static org.portcullis.model.measure.Measure.ORDER_NOTIONAL;
import static org.portcullis.model.measure.Measure.ORDER_QUANTITY;
import static org.portcullis.model.measure.Measure.ORDER_SYMBOL;
import static org.portcullis.model.measure.Measure.STRATEGY_ID;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.engine.window.WindowEvent.What;
import org.portcullis.model.condition.Derivation.Counting;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Exact;

class WindowBookTest {
    private static final Reference OPEN_DAY = sum(ORDER_NOTIONAL, Optional.empty(), List.of(Counting.OPEN), ORDER_DESK);
    private static final Reference EXECUTED_DAY =
            sum(ORDER_NOTIONAL, Optional.empty(), List.of(Counting.EXECUTED), ORDER_DESK);

    @Test
    void candidateAloneIsInItsWindow() {
        assertEquals(5, value(DESK_DAY, candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5)));
    }

    @Test
    void whatWasOpenedBeforeCountsWithTheCandidate() {
        assertEquals(
                15,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void anotherDeskHasAWindowOfItsOwn() {
        assertEquals(
                5,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_DESK, "B", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void everyCombinationOfTextsHasAWindowOfItsOwn() {
        Reference both = sum(ORDER_NOTIONAL, Optional.empty(), Counting.UNLESS_SAID, ORDER_DESK, ORDER_SYMBOL);

        assertEquals(
                15,
                value(
                        both,
                        candidate(NINE, ORDER_DESK, "A", ORDER_SYMBOL, "X", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_SYMBOL, "X", ORDER_NOTIONAL, 10),
                        event(NINE, What.OPENED, "2", ORDER_DESK, "A", ORDER_SYMBOL, "Y", ORDER_NOTIONAL, 100)));
    }

    @Test
    void beginOfASlidingWindowIsNotInIt() {
        Reference sliding = sum(ORDER_NOTIONAL, seconds(10), Counting.UNLESS_SAID, ORDER_DESK);

        assertEquals(
                5,
                value(
                        sliding,
                        candidate(NINE.plusSeconds(10), ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void everythingAfterTheBeginOfASlidingWindowIsInIt() {
        Reference sliding = sum(ORDER_NOTIONAL, seconds(10), Counting.UNLESS_SAID, ORDER_DESK);

        assertEquals(
                15,
                value(
                        sliding,
                        candidate(NINE.plusSeconds(10), ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE.plusNanos(1), What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void tradingDayBeginsAtMidnightOfThePolicysZone() {
        // London is one hour ahead of UTC on this day.
        Instant before = Instant.parse("2022-05-02T22:59:59Z");

        assertEquals(
                5,
                value(
                        DESK_DAY,
                        candidate(before.plusSeconds(1), ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(before, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void heldOrderKeepsItsHeadroom() {
        assertEquals(
                15,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.HELD, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void heldOrderGivesBackWhenItIsRejected() {
        assertEquals(5, afterHeldOf10(What.REJECTED));
    }

    @Test
    void heldOrderGivesBackWhenItIsCancelled() {
        assertEquals(5, afterHeldOf10(What.CANCELLED));
    }

    @Test
    void heldOrderGivesBackWhenItExpires() {
        assertEquals(5, afterHeldOf10(What.EXPIRED));
    }

    @Test
    void releasedOrderIsCountedOnceMore() {
        assertEquals(15, afterHeldOf10(What.OPENED));
    }

    @Test
    void partialFillSplitsTheOrderBetweenExecutedAndOpen() {
        List<WindowEvent> filled = List.of(
                event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 100, ORDER_QUANTITY, 10),
                event(NINE, What.EXECUTED, "1", EXECUTION_QUANTITY, 3));

        assertEquals(70 + 5, value(OPEN_DAY, candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5), filled));
        assertEquals(30, value(EXECUTED_DAY, candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5), filled));
        assertEquals(100 + 5, value(DESK_DAY, candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5), filled));
    }

    @Test
    void executionWithoutAQuantityExecutesAllThatIsLeft() {
        assertEquals(
                100,
                value(
                        EXECUTED_DAY,
                        candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 100, ORDER_QUANTITY, 10),
                        event(NINE, What.EXECUTED, "1")));
    }

    @Test
    void whatWasExecutedStaysWhenTheRestIsCancelled() {
        assertEquals(
                30 + 5,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 100, ORDER_QUANTITY, 10),
                        event(NINE, What.EXECUTED, "1", EXECUTION_QUANTITY, 3),
                        event(NINE, What.CANCELLED, "1")));
    }

    @Test
    void bustedExecutionGivesBack() {
        assertEquals(
                70 + 5,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 100, ORDER_QUANTITY, 10),
                        event(NINE, What.EXECUTED, "1", EXECUTION_ID, "E1", EXECUTION_QUANTITY, 3),
                        event(NINE, What.BUSTED, "1", EXECUTION_ID, "E1")));
    }

    @Test
    void amendmentReplacesTheAmount() {
        assertEquals(
                40 + 5,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 100),
                        event(NINE, What.AMENDED, "1", ORDER_NOTIONAL, 40)));
    }

    @Test
    void fillDoesNotMoveAnOrderIntoALaterWindow() {
        Reference sliding = count(ORDER_ID, seconds(10), Counting.UNLESS_SAID, ORDER_DESK);

        assertEquals(
                1,
                value(
                        sliding,
                        candidate(NINE.plusSeconds(12), ORDER_DESK, "A"),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_QUANTITY, 10),
                        event(NINE.plusSeconds(9), What.EXECUTED, "1", EXECUTION_QUANTITY, 3)));
    }

    @Test
    void refusedOrdersAreCountedWhereAPolicyCountsThem() {
        Reference refused = count(ORDER_ID, seconds(10), List.of(Counting.REJECTED), ORDER_DESK);

        assertEquals(
                2,
                value(
                        refused,
                        candidate(NINE, ORDER_DESK, "A"),
                        event(NINE, What.REJECTED, "1", ORDER_DESK, "A"),
                        event(NINE, What.REJECTED, "2", ORDER_DESK, "A")));
    }

    @Test
    void messagesAreCountedWithTheCandidate() {
        Reference messages = count(MESSAGE_ID, seconds(1), Counting.UNLESS_SAID, STRATEGY_ID);

        assertEquals(
                3,
                value(
                        messages,
                        candidate(NINE, STRATEGY_ID, "VWAP", MESSAGE_ID, "M3"),
                        event(NINE, What.MESSAGE, "1", STRATEGY_ID, "VWAP"),
                        event(NINE, What.MESSAGE, "1", STRATEGY_ID, "VWAP")));
    }

    @Test
    void executionsHaveTheirOwnTimeAndTheKeysOfTheirOrder() {
        Reference executions = sum(EXECUTION_NOTIONAL, seconds(10), Counting.UNLESS_SAID, ORDER_DESK);

        assertEquals(
                7,
                value(
                        executions,
                        candidate(NINE.plusSeconds(11), ORDER_DESK, "A"),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_QUANTITY, 10),
                        event(NINE, What.EXECUTED, "1", EXECUTION_NOTIONAL, 5, EXECUTION_QUANTITY, 1),
                        event(NINE.plusSeconds(5), What.EXECUTED, "1", ORDER_DESK, "A", EXECUTION_NOTIONAL, 7)));
    }

    @Test
    void allLinesOfABasketComeTogether() {
        SubmissionFacts basket = new SubmissionFacts(
                "B",
                line(0, NINE, ORDER_DESK, "A"),
                List.of(
                        line(1, NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                        line(2, NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 6)));
        SubmissionFacts facts = WindowBook.of(Windows.pack(DESK_DAY)).facts(basket);

        assertEquals(11 * Exact.ONE, facts.lines().get(0).micros(DESK_DAY));
        assertEquals(11 * Exact.ONE, facts.basket().micros(DESK_DAY));
    }

    @Test
    void orderThatTheBookKnowsIsNotCountedTwice() {
        assertEquals(
                10,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_ID, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void orderThatIsToBecomeLargerAddsTheDifference() {
        assertEquals(
                12,
                value(
                        DESK_DAY,
                        candidate(NINE, ORDER_ID, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 12),
                        event(NINE, What.OPENED, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10)));
    }

    @Test
    void amountThatIsNotKnownMakesTheWindowUnknown() {
        Facts facts = facts(
                DESK_DAY,
                candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                List.of(event(NINE, What.OPENED, "1", ORDER_DESK, "A")));

        assertEquals(FactState.DERIVED, facts.state(DESK_DAY));
    }

    @Test
    void orderOfWhichNoDeskIsKnownMakesTheWindowsOfAllDesksUnknown() {
        Facts facts = facts(
                DESK_DAY,
                candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                List.of(event(NINE, What.OPENED, "1", ORDER_NOTIONAL, 10)));

        assertFalse(facts.isKnown(DESK_DAY));
    }

    @Test
    void candidateOfWhichNoDeskIsKnownHasNoWindow() {
        Facts facts = facts(DESK_DAY, candidate(NINE, ORDER_NOTIONAL, 5), List.of());

        assertEquals(Measure.ORDER_DESK, facts.gap(DESK_DAY).orElseThrow().cause());
    }

    @Test
    void sumThatDoesNotFitIsUnknown() {
        int large = Integer.MAX_VALUE;
        WindowBook book = WindowBook.of(Windows.pack(DESK_DAY));
        long almost = Long.MAX_VALUE - large * Exact.ONE + 1;
        book.record(new WindowEvent(
                NINE,
                What.OPENED,
                Optional.of("1"),
                java.util.Map.of(ORDER_DESK, "A"),
                java.util.Map.of(ORDER_NOTIONAL, almost)));
        Facts facts = book.facts(candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, large))
                .lines()
                .get(0);

        assertEquals(FactState.TOO_LARGE, facts.state(DESK_DAY));
    }

    @Test
    void moreThanIsKeptIsUnknown() {
        WindowBook book = full(2);

        assertEquals(FactState.TOO_LARGE, book.facts(order(NINE)).lines().get(0).state(count10()));
    }

    @Test
    void windowIsKnownAgainWhenWhatWasLostHasLeftIt() {
        WindowBook book = full(2);

        assertTrue(book.facts(order(NINE.plusSeconds(10))).lines().get(0).isKnown(count10()));
    }

    @Test
    void moreKeysThanAreKeptAreUnknown() {
        WindowBook book = WindowBook.of(Windows.pack(count10()), new WindowLimits(10, 1));
        book.record(event(NINE, What.OPENED, "1", ORDER_DESK, "A"));
        book.record(event(NINE, What.OPENED, "2", ORDER_DESK, "B"));

        assertFalse(book.facts(order(NINE)).lines().get(0).isKnown(count10()));
    }

    @Test
    void memoryIsGivenBack() {
        WindowBook book = WindowBook.of(Windows.pack(count10()));
        for (int i = 0; i < 10_000; i++) {
            book.record(event(NINE.plus(Duration.ofSeconds(i)), What.OPENED, "O" + i, ORDER_DESK, "A"));
        }

        assertTrue(book.size() <= 10, "kept: " + book.size());
    }

    @Test
    void givenValueStays() {
        WindowBook book = WindowBook.of(Windows.pack(DESK_DAY));
        Facts given = line(1, NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5).toBuilder()
                .number(DESK_DAY, 42, org.portcullis.engine.Sample.ORIGIN)
                .build();
        SubmissionFacts facts = book.facts(new SubmissionFacts("B", line(0, NINE), List.of(given)));

        assertEquals(42, facts.lines().get(0).micros(DESK_DAY));
    }

    @Test
    void eventsDoNotGoBackInTime() {
        WindowBook book = WindowBook.of(Windows.pack(DESK_DAY));
        book.record(event(NINE, What.OPENED, "1", ORDER_DESK, "A"));

        assertThrows(
                IllegalArgumentException.class,
                () -> book.record(event(NINE.minusNanos(1), What.OPENED, "2", ORDER_DESK, "A")));
    }

    private static long afterHeldOf10(What next) {
        return value(
                DESK_DAY,
                candidate(NINE, ORDER_DESK, "A", ORDER_NOTIONAL, 5),
                event(NINE, What.HELD, "1", ORDER_DESK, "A", ORDER_NOTIONAL, 10),
                event(NINE, next, "1"));
    }

    private static Reference count10() {
        return count(ORDER_ID, seconds(10), Counting.UNLESS_SAID, ORDER_DESK);
    }

    private static SubmissionFacts order(Instant at) {
        return candidate(at, ORDER_DESK, "A");
    }

    /** A book with one order more than it keeps. */
    private static WindowBook full(int kept) {
        WindowBook book = WindowBook.of(Windows.pack(count10()), new WindowLimits(kept, 10));
        for (int i = 0; i <= kept; i++) {
            book.record(event(NINE, What.OPENED, "O" + i, ORDER_DESK, "A"));
        }
        return book;
    }

    private static long value(Reference reference, SubmissionFacts candidate, WindowEvent... events) {
        return value(reference, candidate, List.of(events));
    }

    private static long value(Reference reference, SubmissionFacts candidate, List<WindowEvent> events) {
        Facts facts = facts(reference, candidate, events);
        assertTrue(facts.isKnown(reference), () -> facts.gap(reference).toString());
        return facts.micros(reference) / Exact.ONE;
    }

    private static Facts facts(Reference reference, SubmissionFacts candidate, List<WindowEvent> events) {
        WindowBook book = WindowBook.of(Windows.pack(reference));
        events.forEach(book::record);
        return book.facts(candidate).lines().get(0);
    }
}
