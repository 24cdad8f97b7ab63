package org.portcullis.journal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds the writer to the golden journals that the verifier's tests read: the format does not change unnoticed. With {@code
 * -Dtest.arguments=-Dportcullis.golden=write} they are written anew.
 */
class GoldenJournalTest {

    private static final Path GOLDEN = Path.of("../journal-verifier/src/test/resources/journals");

    @TempDir
    Path directory;

    @Test
    void theWriterWritesTheGoldenJournal() throws Exception {
        try (FileJournal journal = FileJournal.open(directory, Scene.JOURNAL_KEY, Scene.NOW)) {
            journal.append(Approval.whole());
        }
        assertGolden(GOLDEN.resolve("approved"));
    }

    @Test
    void theWriterWritesTheGoldenSeries() throws Exception {
        SeriesVerifierTest.write(directory);
        assertGolden(GOLDEN.resolve("series"));
    }

    private void assertGolden(Path golden) throws IOException {
        if ("write".equals(System.getProperty("portcullis.golden"))) {
            rewrite(golden);
        }
        assertEquals(names(golden), names(directory));
        for (String name : names(golden)) {
            assertArrayEquals(
                    Files.readAllBytes(golden.resolve(name)), Files.readAllBytes(directory.resolve(name)), name);
        }
    }

    private void rewrite(Path golden) throws IOException {
        for (String name : names(directory)) {
            Path target = golden.resolve(name);
            Files.createDirectories(target.resolveSibling("x").getParent());
            Files.write(target, Files.readAllBytes(directory.resolve(name)));
        }
    }

    private static List<String> names(Path journal) throws IOException {
        return Scene.files(journal).stream()
                .map(file -> journal.relativize(file).toString())
                .toList();
    }
}
