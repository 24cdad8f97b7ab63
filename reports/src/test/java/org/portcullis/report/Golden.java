package org.portcullis.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares text with a file of what is good; {@code -Dtest.arguments=-Dgolden.write=true} writes the files anew. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "org", "portcullis", "report");

    private Golden() {}

    public static void compare(String file, String text) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            write(file, text);
        }
        assertEquals(
                Files.readString(FOLDER.resolve(file)),
                text,
                "`" + file + "` differs; write it anew with -Dtest.arguments=-Dgolden.write=true");
    }

    static void write(String file, String text) throws IOException {
        Files.writeString(FOLDER.resolve(file), text);
    }
}
