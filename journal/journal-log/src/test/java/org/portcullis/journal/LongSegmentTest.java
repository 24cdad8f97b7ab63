package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.engine.journal.JournalRecord;
import org.portcullis.model.json.JsonObject;

class LongSegmentTest {

    private static final int ENTRIES = 100;

    @TempDir
    Path directory;

    @Test
    void aSegmentThatIsLongerThanWhatIsHeldInMemoryIsReadToItsEnd() throws Exception {
        List<JournalRecord> records = new ArrayList<>();
        for (int i = 0; i < ENTRIES; i++) {
            JsonObject body = JsonObject.of("text", "x".repeat(20_000 + 397 * i));
            records.add(new JournalRecord("decision.blocked", Scene.NOW, "W-" + i, "", body));
        }
        DeskDay.journal(directory, records);
        assertEquals(ENTRIES + 1, JournalDirectory.at(directory).entries().size());
    }
}
