package org.portcullis.example.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example does what it says; {@code -Dgolden.write=true} writes what it prints anew. */
class HeldBasketDayTest {
    static final Path GOLDEN = Path.of("src/test/resources/held-basket-day.txt");

    @TempDir
    Path folder;

    @Test
    void theDayGoesAsItIsWritten() throws Exception {
        StringWriter printed = new StringWriter();
        HeldBasketDay.play(folder, new PrintWriter(printed));
        String text = printed.toString().replace(System.lineSeparator(), "\n");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(GOLDEN, text);
        }
        assertEquals(Files.readString(GOLDEN), text);
    }
}
