package org.portcullis.app.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final String OVER = "\r\u001B[K";

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = Instant.parse("2026-11-23T09:00:00Z");

    @Test
    void workOfLessThanTwoSecondsShowsNothing() {
        try (Progress progress = progress(true)) {
            now = now.plus(Progress.QUIET).minusNanos(1);
            progress.step("first", 0, 3);
        }

        assertEquals("", shown());
    }

    @Test
    void longerWorkShowsWhereItIsAndTakesTheLineAway() {
        try (Progress progress = progress(true)) {
            now = now.plus(Progress.QUIET);
            progress.step("second", 1, 3);
        }

        assertEquals(OVER + "1 of 3  second" + OVER, shown());
    }

    @Test
    void theLineChangesNoFasterThanPeopleRead() {
        Progress progress = progress(true);
        now = now.plus(Progress.QUIET);
        progress.step("second", 1, 3);
        progress.step("third", 2, 3);
        now = now.plus(Duration.ofMillis(100));
        progress.step("last", 3, 3);

        assertEquals(OVER + "1 of 3  second" + OVER + "3 of 3  last", shown());
    }

    @Test
    void nothingIsShownWhereNobodyWatches() {
        try (Progress progress = progress(false)) {
            now = now.plus(Progress.QUIET);
            progress.step("second", 1, 3);
        }

        assertEquals("", shown());
    }

    @Test
    void aLongNameStaysInItsLine() {
        Progress progress = progress(true);
        now = now.plus(Progress.QUIET);
        progress.step("x".repeat(500), 1, 3);

        assertEquals(OVER.length() + 78, shown().length());
    }

    private Progress progress(boolean watched) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Progress(new Terminal(stream, stream, Ink.plain(), watched), () -> now);
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
