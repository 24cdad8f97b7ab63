package org.portcullis.compiler.format.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The layout as people see it: {@code NAME.policy} becomes {@code NAME.formatted.policy}. */
class LayoutGoldenTest {
    /** Whether golden files are written instead of compared: {@code -Dportcullis.golden=write}. */
    private static final boolean WRITE = "write".equals(System.getProperty("portcullis.golden"));

    private static final Path FOLDER = Path.of("src", "test", "resources", "format");
    private static final String GOLDEN = ".formatted.policy";
    private static final int FEWEST = 3;

    static List<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith(GOLDEN))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void thereAreInputs() throws IOException {
        assertTrue(inputs().size() >= FEWEST);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void inputIsLaidOutAsTheGoldenFileShows(Path input) throws IOException {
        String formatted = Kept.formatted(Files.readString(input));
        Path golden = FOLDER.resolve(input.getFileName().toString().replace(".policy", GOLDEN));
        if (WRITE) {
            Files.writeString(golden, formatted);
        }
        assertEquals(Files.readString(golden), formatted);
    }
}
