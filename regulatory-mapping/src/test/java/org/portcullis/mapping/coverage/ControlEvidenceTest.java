package org.portcullis.mapping.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class ControlEvidenceTest {

    @Test
    void runsOfEntriesAreJoined() {
        assertEquals(
                "3-5, 9, 11-12", new ControlEvidence("A-B", 6, 0, List.of(3L, 4L, 5L, 9L, 11L, 12L)).entriesText());
    }

    @Test
    void noEntriesGiveNoText() {
        assertEquals("", ControlEvidence.none("A-B").entriesText());
    }

    @Test
    void controlCannotFireMoreOftenThanItWasEvaluated() {
        assertThrows(IllegalArgumentException.class, () -> new ControlEvidence("A-B", 1, 2, List.of(1L)));
    }

    @Test
    void evaluationWithoutAnEntryIsNoEvidence() {
        assertThrows(IllegalArgumentException.class, () -> new ControlEvidence("A-B", 1, 0, List.of()));
    }

    @Test
    void entriesAscend() {
        assertThrows(IllegalArgumentException.class, () -> new ControlEvidence("A-B", 2, 0, List.of(4L, 4L)));
    }
}
