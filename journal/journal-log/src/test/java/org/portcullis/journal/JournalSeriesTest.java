package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalEntry;
import org.portcullis.engine.journal.JournalFailure;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;

/** Writes journals across the ends of months, on machines that stop there, too. */
class JournalSeriesTest {

    private static final Instant MAY = Instant.parse("2022-05-31T23:59:58Z");
    private static final Instant JUNE = Instant.parse("2022-06-01T00:00:00Z");
    private static final Instant AUGUST = Instant.parse("2022-08-15T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void eachMonthHasAShardThatNamesTheOneBefore() throws Exception {
        try (JournalSeries series = open(MAY)) {
            series.append(record(MAY));
            assertEquals(1, series.append(record(JUNE)).index());
            series.append(record(AUGUST));
        }
        assertEquals(List.of("2022-05", "2022-06", "2022-08"), shards());
        assertEquals(
                List.of(
                        "example.org/desk/2022-05 0 journal.opened",
                        "example.org/desk/2022-05 1 decision.blocked",
                        "example.org/desk/2022-05 2 journal.continued",
                        "example.org/desk/2022-06 0 journal.opened",
                        "example.org/desk/2022-06 1 decision.blocked",
                        "example.org/desk/2022-06 2 journal.continued",
                        "example.org/desk/2022-08 0 journal.opened",
                        "example.org/desk/2022-08 1 decision.blocked"),
                entries());
        assertLinked();
    }

    @Test
    void aRecordOfTheMonthBeforeStaysInTheOpenShard() throws Exception {
        try (JournalSeries series = open(MAY)) {
            series.append(record(JUNE));
            assertEquals(2, series.append(record(JUNE.minusMillis(500))).index());
            JournalFailure late = assertThrows(JournalFailure.class, () -> series.append(record(JUNE.minusSeconds(2))));
            assertEquals(JournalFailure.Kind.REFUSED, late.kind());
        }
        assertEquals(List.of("2022-05", "2022-06"), shards());
    }

    @Test
    void recordsThatBelongTogetherStayTogether() throws Exception {
        try (JournalSeries series = open(MAY)) {
            List<JournalEntry> entries = series.append(List.of(record(JUNE.minusMillis(1)), record(JUNE)));
            assertEquals("example.org/desk/2022-06", entries.get(0).writer());
            assertEquals("example.org/desk/2022-06", entries.get(1).writer());
        }
        assertLinked();
    }

    @Test
    void aSeriesGoesOnWhereItWasClosed() throws Exception {
        try (JournalSeries series = open(MAY)) {
            series.append(record(JUNE));
        }
        try (JournalSeries series = open(JUNE.plusSeconds(9))) {
            assertEquals(2, series.append(record(JUNE.plusSeconds(10))).index());
        }
        assertLinked();
    }

    @Test
    void aShardThatWasContinuedIsAClosedJournal() throws Exception {
        try (JournalSeries series = open(MAY)) {
            series.append(record(JUNE));
            Path may = directory.resolve("2022-05");
            assertTrue(Files.readString(may.resolve("checkpoint")).startsWith("example.org/desk/2022-05\n2\n"));
            assertEquals(2, JournalDirectory.at(may).tree().size());
        }
    }

    @Test
    void anotherKeyThanTheOneThatWasNamedIsRefused() throws Exception {
        try (JournalSeries series = open(MAY)) {
            series.append(record(JUNE));
        }
        JournalSeries.Place other = new JournalSeries.Place(
                directory, "example.org/desk", origin -> Scene.signer(origin, origin.endsWith("05") ? 1 : 7));
        JournalFailure failure = assertThrows(
                JournalFailure.class,
                () -> JournalSeries.open(other, JUNE.plusSeconds(9), Scene.SMALL, OpeningCheck.NOBODY));
        assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
    }

    @Test
    void aShardWhosePredecessorDoesNotNameItIsRefused() throws Exception {
        try (JournalSeries series = open(MAY)) {
            series.append(record(MAY));
        }
        FileJournal.open(directory.resolve("2022-06"), Scene.signer("example.org/desk/2022-06", 1), JUNE)
                .close();
        JournalFailure failure = assertThrows(JournalFailure.class, () -> open(JUNE.plusSeconds(9)));
        assertEquals(JournalFailure.Kind.DAMAGED, failure.kind());
    }

    @Test
    void aMachineThatStopsAtAnyStepOfTheEndOfAMonthGoesOn() throws Exception {
        int steps = 0;
        boolean stopped = true;
        Path all = directory;
        while (stopped) {
            directory = all.resolve("stop" + steps);
            FailingDisk disk = new FailingDisk(steps);
            List<Instant> promised = new ArrayList<>();
            try (JournalSeries series = JournalSeries.on(place(), MAY, Scene.SMALL, OpeningCheck.NOBODY, disk)) {
                for (Instant at : List.of(MAY, JUNE, AUGUST)) {
                    series.append(record(at));
                    promised.add(at);
                }
            } catch (JournalFailure failure) {
                assertEquals(JournalFailure.Kind.STOPPED, failure.kind());
            }
            stopped = disk.hasStopped();
            try (JournalSeries series = open(AUGUST.plusSeconds(9))) {
                series.append(record(AUGUST.plusSeconds(10)));
            }
            assertLinked();
            List<Instant> found = new ArrayList<>();
            JournalSeries.read(directory).forEach(entry -> found.add(entry.at()));
            assertTrue(found.containsAll(promised), "after " + steps + " steps");
            steps++;
        }
        assertTrue(steps > 60, "only " + steps + " steps");
    }

    private JournalSeries open(Instant at) throws JournalFailure {
        return JournalSeries.open(place(), at, Scene.SMALL, OpeningCheck.NOBODY);
    }

    private JournalSeries.Place place() {
        return new JournalSeries.Place(directory, "example.org/desk", origin -> Scene.signer(origin, 1));
    }

    private static JournalRecord record(Instant at) {
        return new JournalRecord("decision.blocked", at, "W-1", "", JsonObject.EMPTY);
    }

    private List<String> shards() throws IOException {
        return JournalSeries.shards(directory).stream()
                .map(shard -> shard.getFileName().toString())
                .toList();
    }

    private List<String> entries() throws JournalFailure {
        List<String> entries = new ArrayList<>();
        JournalSeries.read(directory)
                .forEach(entry -> entries.add(entry.writer() + " " + entry.index() + " " + entry.type()));
        return entries;
    }

    /** Follows the links of the shards both ways, and allows nothing behind the entry that names the next shard. */
    private void assertLinked() throws IOException, JournalFailure {
        List<Path> shards = JournalSeries.shards(directory);
        for (int i = 0; i < shards.size(); i++) {
            JournalDirectory shard = JournalDirectory.at(shards.get(i));
            List<JournalEntry> entries = shard.entries();
            assertEquals(i > 0, entries.get(0).body().has("previous"));
            long continued = entries.stream()
                    .filter(entry -> entry.type().equals(JournalSeries.CONTINUED))
                    .count();
            assertEquals(i + 1 < shards.size() ? 1 : 0, continued);
            if (i + 1 < shards.size()) {
                JournalEntry last = entries.get(entries.size() - 1);
                JournalDirectory next = JournalDirectory.at(shards.get(i + 1));
                JsonObject previous = next.entries().get(0).body().object("previous");
                assertEquals(JournalSeries.CONTINUED, last.type());
                assertEquals(next.verifierKey().orElseThrow(), last.body().text("key"));
                assertEquals(shard.verifierKey().orElseThrow(), previous.text("key"));
                assertEquals(shard.checkpoint().orElseThrow(), previous.text("checkpoint"));
                assertEquals(
                        entries.size(),
                        Checkpoint.read(previous.text("checkpoint"))
                                .orElseThrow()
                                .size());
            }
        }
    }
}
