package org.portcullis.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.Json;
import org.portcullis.model.json.JsonArray;
import org.portcullis.model.json.JsonObject;

class MemoryJournalTest {

    private static final Instant NOW = Instant.parse("2022-05-02T07:56:00Z");

    private final MemoryJournal journal = new MemoryJournal("example.org/desk");

    @Test
    void entriesAreChainedInTheirOrder() throws JournalFailure {
        List<JournalEntry> written = journal.append(List.of(record("a", NOW), record("b", NOW.plusSeconds(1))));

        assertEquals(EntryFormat.NO_ENTRY, written.get(0).previous());
        assertEquals(written.get(0).leafHash(), written.get(1).previous());
        assertEquals(List.of(0L, 1L), written.stream().map(JournalEntry::index).toList());
        assertEquals(written, journal.entries());
    }

    @Test
    void anEntryReadsBackFromItsBytes() throws JournalFailure {
        EntryChain.Link link = EntryChain.start("example.org/desk").append(record("a", NOW.plusNanos(7)));
        assertEquals(link.entry(), EntryFormat.decode(link.encoded().bytes()));
    }

    @Test
    void aTimeThatGoesBackIsRefusedAndNothingIsWritten() throws JournalFailure {
        journal.append(record("a", NOW));
        JournalFailure failure = assertThrows(
                JournalFailure.class,
                () -> journal.append(List.of(record("b", NOW), record("c", NOW.minusMillis(1_001)))));

        assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
        assertEquals(
                "entry of type `c` is refused: its time 2022-05-02T07:55:58.999Z is over 1 s before 2022-05-02T07:56:00Z",
                failure.getMessage());
        assertEquals(1, journal.entries().size());
    }

    @Test
    void callersMayOvertakeEachOtherByASecond() throws JournalFailure {
        journal.append(record("a", NOW));
        journal.append(record("b", NOW.minusSeconds(1)));
        assertEquals(2, journal.entries().size());
    }

    @Test
    void anEntryOverTheLimitIsRefused() {
        JournalRecord large = new JournalRecord("a", NOW, "", "", JsonObject.of("text", "x".repeat(60_000)));
        JournalFailure failure = assertThrows(JournalFailure.class, () -> journal.append(large));
        assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
    }

    @Test
    void aBodyOfEightLevelsIsRefused() {
        Json nested = Json.whole(1);
        for (int i = 0; i < 7; i++) {
            nested = JsonArray.of(nested);
        }
        JournalRecord deep = new JournalRecord("a", NOW, "", "", JsonObject.of("x", nested));
        JournalFailure failure = assertThrows(JournalFailure.class, () -> journal.append(deep));
        assertEquals(JournalFailure.Kind.REFUSED, failure.kind());
    }

    @Test
    void anIllFormedTypeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> record("Decision Made", NOW));
    }

    private static JournalRecord record(String type, Instant at) {
        return new JournalRecord(type, at, "W-1", "", JsonObject.of("k", "v"));
    }
}
