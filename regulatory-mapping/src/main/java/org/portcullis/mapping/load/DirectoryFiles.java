package org.portcullis.mapping.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Reads a catalogue from one folder of a file system, without its sub-folders. */
record DirectoryFiles(Path directory) implements CatalogueFiles {

    private static final int MAX_FILES_LISTED = 10_000;

    @Override
    public String label(String name) {
        return directory.resolve(name).toString();
    }

    @Override
    public byte[] read(String name) throws IOException {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new IOException(Files.exists(file) ? "it is not a regular file" : "there is no such file");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes(MAX_BYTES + 1);
        } catch (AccessDeniedException e) {
            throw new IOException("access is denied", e);
        }
    }

    @Override
    public List<String> present() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.limit(MAX_FILES_LISTED)
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }
}
