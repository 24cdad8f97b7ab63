package org.portcullis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.entry.EntryBody;

class FrozenJournalTest {
    /** With {@code -Dgolden.freeze=true} and only when the form of entries changes; the sheets are written anew in a second run. */
    @Test
    void isFrozenOnRequestAlone() throws Exception {
        assumeTrue(Boolean.getBoolean("golden.freeze"));
        Golden.write(FrozenJournal.FILE, FrozenJournal.frozen(SampleDesk.morning()));
    }

    @Test
    void everyEntryIsOneThatTheEngineWrites() {
        long unknown = FrozenJournal.morning().entries().stream()
                .filter(entry -> EntryBody.read(entry).equals(Optional.empty()))
                .count();
        assertEquals(0, unknown);
    }
}
