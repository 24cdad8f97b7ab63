package org.portcullis.app.wiring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.app.terminal.UserMistake;

class StagedFileTest {
    private static final byte[] WORDS = "words".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder = Path.of("");

    @Test
    void wholeContentHasItsName() throws Exception {
        StagedFile.write(folder.resolve("a.json"), out -> out.write(WORDS));
        assertArrayEquals(WORDS, Files.readAllBytes(folder.resolve("a.json")));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void failureLeavesNothing() throws Exception {
        assertThrows(
                IOException.class,
                () -> StagedFile.write(folder.resolve("a.json"), out -> {
                    out.write(WORDS);
                    throw new IOException("no space left on device");
                }));
        assertEquals(List.of(), names());
    }

    @Test
    void fileThatIsThereStaysAsItIs() throws Exception {
        Files.writeString(folder.resolve("a.json"), "mine");
        assertThrows(UserMistake.class, () -> StagedFile.write(folder.resolve("a.json"), out -> out.write(WORDS)));
        assertEquals("mine", Files.readString(folder.resolve("a.json")));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void fileThatComesMeanwhileStaysAsItIs() throws Exception {
        Path file = folder.resolve("a.json");
        assertThrows(
                UserMistake.class,
                () -> StagedFile.write(file, out -> {
                    out.write(WORDS);
                    Files.writeString(file, "mine");
                }));
        assertEquals("mine", Files.readString(file));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void partOfAnotherRunIsNotTouched() throws Exception {
        Files.writeString(folder.resolve(".a.json.part"), "of another");
        assertThrows(UserMistake.class, () -> StagedFile.write(folder.resolve("a.json"), out -> out.write(WORDS)));
        assertEquals(List.of(".a.json.part"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
