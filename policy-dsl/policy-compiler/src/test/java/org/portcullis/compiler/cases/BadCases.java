package org.portcullis.compiler.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files with bad policies, in the order of their names. */
final class BadCases {
    /** Whether golden files are written instead of compared: {@code -Dportcullis.golden=write}. */
    static final boolean WRITE = "write".equals(System.getProperty("portcullis.golden"));

    private static final Path FOLDER = Path.of("src", "test", "resources", "bad");

    private BadCases() {}

    static List<Path> files() {
        return list(FOLDER);
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static BadCase load(Path file) {
        return BadCase.read(file.getFileName().toString(), read(file));
    }
}
