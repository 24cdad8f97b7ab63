package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the benchmark small; how fast it was is nobody's business here. */
class JournalBenchmarkTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyTableIsThere() {
        CommandLineFixture.Ran ran = new CommandLineFixture(folder)
                .run(
                        "journal-benchmark",
                        "--folder",
                        "journals",
                        "--seconds",
                        "1",
                        "--rounds",
                        "1",
                        "--loads",
                        "500",
                        "--entries",
                        "3000");
        assertEquals("", ran.err());
        assertEquals(0, ran.status());
        assertTrue(ran.out().contains("| shared forces, 500 entries/s offered |"), ran.out());
        assertTrue(ran.out().contains("| the stand-alone verifier, everything |"), ran.out());
        assertTrue(ran.out().contains("| the same in a new process with -Xmx128m |"), ran.out());
        assertTrue(ran.out().contains("| the writer's reader in a new process with -Xmx128m |"), ran.out());
        assertTrue(ran.out().contains("| of an entry, canonical |"), ran.out());
    }

    @Test
    void aFolderThatIsNotEmptyIsRefused() throws Exception {
        Files.writeString(folder.resolve("mine"), "mine");
        CommandLineFixture.Ran ran = new CommandLineFixture(folder).run("journal-benchmark", "--folder", ".");
        assertEquals(2, ran.status());
        assertTrue(ran.err().contains(".: not empty"), ran.err());
    }
}
