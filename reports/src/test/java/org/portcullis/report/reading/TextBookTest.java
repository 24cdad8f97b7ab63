package org.portcullis.report.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextBookTest {

    private static final long SEED = 20220502;

    @Test
    void keyThatWasNeverPutHasNoText() {
        assertEquals(Optional.empty(), new TextBook().find("S-000001"));
    }

    @Test
    void emptyTextIsAText() {
        TextBook book = new TextBook();
        book.put("", "");
        assertEquals(Optional.of(""), book.find(""));
    }

    @Test
    void everyKeyHasItsLastText() {
        Random random = new Random(SEED);
        Map<String, String> expected = new HashMap<>();
        TextBook book = new TextBook();
        for (int i = 0; i < 200_000; i++) {
            String key = "S-" + random.nextInt(80_000);
            String text = "\u00e9".repeat(random.nextInt(20)) + i;
            expected.put(key, text);
            book.put(key, text);
        }
        expected.forEach((key, text) -> assertEquals(Optional.of(text), book.find(key), "seed " + SEED));
    }

    @Test
    void everyKeyCountsOnce() {
        TextBook book = new TextBook();
        for (int i = 0; i < 10_000; i++) {
            book.put("S-" + i % 7_000, "text");
        }
        assertEquals(7_000, book.size());
    }

    @Test
    void textsThatFillManySegmentsAreAllThere() {
        TextBook book = new TextBook();
        String text = "x".repeat(1_000_000);
        for (int i = 0; i < 60; i++) {
            book.put("S-" + i, text + i);
        }
        for (int i = 0; i < 60; i++) {
            assertEquals(Optional.of(text + i), book.find("S-" + i));
        }
    }

    @Test
    void textThatNoSegmentHoldsIsRefused() {
        String text = "x".repeat(1 << 24);
        assertThrows(IllegalArgumentException.class, () -> new TextBook().put("S-1", text));
    }
}
