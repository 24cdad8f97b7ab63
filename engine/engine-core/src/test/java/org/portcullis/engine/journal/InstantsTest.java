package org.portcullis.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-01T08:00:00Z",
                "2026-05-31T23:59:59.123456789Z",
                "2024-02-29T00:00:00.1Z",
                "2023-02-29T00:00:00Z",
                "2026-05-01T24:00:00Z",
                "2026-05-01T23:59:60Z",
                "2026-05-01T08:00:00.Z",
                "2026-05-01T08:00:00.1234567890Z",
                "2026-05-01T08:00:00.12a4Z",
                "2026-05-01T08:00Z",
                "2026-05-01T08:00:00+01:00",
                "+12026-05-01T08:00:00Z",
                "2026-13-01T08:00:00Z",
                "2026-00-01T08:00:00Z",
                "2026-05-00T08:00:00Z",
                "2026-05-01t08:00:00z",
                "2026-05-01T08:00:00",
                "Z",
                ""
            })
    void readsWhatTheFormatterReads(String text) {
        assertEquals(read(Instant::parse, text), read(Instants::parse, text));
    }

    @Test
    void readsWhatAnyInstantIsWrittenAs() {
        long seed = Long.getLong("portcullis.seed", 20261123L);
        System.out.println("instants: seed " + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            long unit = (long) Math.pow(10, random.nextInt(10));
            Instant at = Instant.ofEpochSecond(
                    random.nextLong() % 100_000_000_000L, random.nextInt(1_000_000_000) / unit * unit);
            assertEquals(at, Instants.parse(at.toString()), () -> "seed " + seed);
        }
    }

    /** Reads a text. */
    private interface Reader {
        Instant read(String text);
    }

    private static Optional<Instant> read(Reader reader, String text) {
        try {
            return Optional.of(reader.read(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
