package org.portcullis.report.excel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Makes and removes the folder of temporary files. */
final class PrivateFolder {

    private PrivateFolder() {}

    /** Makes one that nobody else may read. */
    static Path create() throws IOException {
        return Files.createTempDirectory("portcullis-workbook-");
    }

    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
