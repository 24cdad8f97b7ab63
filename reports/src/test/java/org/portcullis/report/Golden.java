package org.portcullis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file of what is good; {@code -Dgolden.write=true} writes the files anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "portcullis", "report");

    private Golden() {}

    public static boolean isWriting() {
        return Boolean.getBoolean("golden.write");
    }

    public static void compare(String file, String text) throws IOException {
        Path path = FOLDER.resolve(file);
        if (isWriting()) {
            Files.createDirectories(FOLDER.resolve("good"));
            Files.writeString(path, text);
        }
        assertEquals(Files.readString(path), text, "`" + file + "` differs; write it anew with -Dgolden.write=true");
    }
}
