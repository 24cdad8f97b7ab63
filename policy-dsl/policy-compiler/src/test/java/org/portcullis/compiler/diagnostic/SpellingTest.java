package org.portcullis.compiler.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void swappedLettersAreOneStepApart() {
        assertEquals(1, Spelling.distance("notional", "notoinal", 3));
    }

    @Test
    void distanceStopsAtTheMaximum() {
        assertEquals(2, Spelling.distance("a", "abcdef", 1));
    }

    @Test
    void nearestIsFound() {
        assertEquals(
                Optional.of("order.notional"),
                Spelling.closest("order.notinal", List.of("basket.notional", "order.notional")));
    }

    @Test
    void caseCostsNothing() {
        assertEquals(Optional.of("USD"), Spelling.closest("usd", List.of("EUR", "USD")));
    }

    @Test
    void firstOfEquallyNearWordsIsFound() {
        assertEquals(Optional.of("ab"), Spelling.closest("a", List.of("ab", "ac")));
    }

    @Test
    void farWordIsNotFound() {
        assertEquals(Optional.empty(), Spelling.closest("elephant", List.of("order.notional")));
    }

    @Test
    void hugeWordIsNotCompared() {
        assertEquals(Optional.empty(), Spelling.closest("a".repeat(5_000_000), List.of("a")));
    }
}
