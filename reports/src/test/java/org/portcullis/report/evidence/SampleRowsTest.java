package org.portcullis.report.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.model.json.Digest;
import org.portcullis.report.Evidence;

class SampleRowsTest {
    private static final Evidence MORNING = SampleEvidence.morning();

    @Test
    void noDecisionIsDrawnTwice() {
        List<String> entries = SampleEvidence.column(MORNING, SampleRows.NAME, "Entry");
        assertEquals(3, entries.size());
        assertEquals(3, entries.stream().distinct().count());
        assertTrue(SampleEvidence.column(MORNING, "Decisions", "Entry").containsAll(entries));
    }

    @Test
    void theFormulaOnTheSheetDrawsTheSameRows() {
        List<String> population = SampleEvidence.column(MORNING, "Decisions", "Entry");
        List<String> counters = SampleEvidence.column(MORNING, SampleRows.NAME, "Counter");
        List<String> entries = SampleEvidence.column(MORNING, SampleRows.NAME, "Entry");
        for (int i = 0; i < counters.size(); i++) {
            String text = "portcullis sample of decisions "
                    + MORNING.request().journal().root() + " " + counters.get(i);
            String hash = Digest.of(text.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 15);
            int place = new BigInteger(hash, 16)
                    .mod(BigInteger.valueOf(population.size()))
                    .intValue();
            assertEquals(population.get(place), entries.get(i));
        }
    }
}
