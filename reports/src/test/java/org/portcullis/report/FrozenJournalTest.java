package org.portcullis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.EntryBody;

class FrozenJournalTest {
    @Test
    void isWrittenOnRequestAlone() throws Exception {
        assumeTrue(Golden.isWriting());
        Golden.compare(FrozenJournal.FILE, FrozenJournal.frozen(SampleDesk.morning()));
    }

    @Test
    void everyEntryIsOneThatTheEngineWrites() {
        long unknown = FrozenJournal.morning().entries().stream()
                .filter(entry -> EntryBody.read(entry).equals(Optional.empty()))
                .count();
        assertEquals(0, unknown);
    }
}
