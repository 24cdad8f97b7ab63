package org.portcullis.benchmark.alone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each measurement runs once and small; of its time nothing is said. */
class AloneTest {

    @Test
    void loadingIsMeasured() throws Exception {
        assertTrue(Alone.measure("load", "20").has("all.wall.micros"));
        assertTrue(Alone.measure("memory", "200").has("network.bytes"));
        assertEquals(10, Alone.measure("reloads", "20", "10").get("late.reloads"));
    }

    @Test
    void everyDecisionDuringAReloadIsCounted() throws Exception {
        Figures figures = Alone.measure("reload", "20", "2");
        assertTrue(figures.get("decisions") > 0, figures.lines());
    }

    @Test
    void everyDurableDecisionIsCounted(@TempDir Path folder) throws Exception {
        Figures figures = Alone.measure("durable", folder.toString(), "2", "4", "3");
        assertEquals(24, figures.get("decisions"), figures.lines());
        assertTrue(figures.get("bytes") > 0, figures.lines());
    }

    @Test
    void figuresAreReadAsTheyWereWritten() {
        Figures figures = new Figures().put("a.b", 1).put("c", -2);
        assertEquals(figures.lines(), Figures.of("noise\n" + figures.lines()).lines());
    }
}
