package org.portcullis.engine.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.engine.submission.Submission;

class LineSetTest {

    @Test
    void neighboursMakeARange() {
        assertEquals("1-3,5,7-8", LineSet.of(List.of(8, 7, 1, 2, 3, 5)).text());
    }

    @Test
    void manyGapsMakeBits() {
        LineSet odd = LineSet.of(IntStream.rangeClosed(1, Submission.MAX_LINES)
                .filter(line -> line % 2 == 1)
                .boxed()
                .toList());
        assertTrue(odd.text().startsWith("bits:"));
        assertTrue(odd.text().length() < 20_000, odd.text().length() + " characters");
        assertEquals(odd, LineSet.parse(odd.text()));
        assertEquals(50_000, odd.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1-2", "7,9", "1-100000"})
    void aTextReadsBack(String text) {
        assertEquals(text, LineSet.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "100001",
                "2-1",
                "1,2",
                "1-1",
                "2,1",
                "1,,3",
                "1-",
                "x",
                "bits:",
                "bits:AQ==",
                "bits:Ag==",
                " 1"
            })
    void anyOtherTextIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LineSet.parse(text));
    }

    @Test
    void aSetContainsItsLines() {
        LineSet some = LineSet.of(List.of(2, 4));
        assertTrue(some.contains(4));
        assertFalse(some.contains(3));
        assertFalse(some.contains(0));
        assertEquals(List.of(2, 4), some.lines());
    }
}
