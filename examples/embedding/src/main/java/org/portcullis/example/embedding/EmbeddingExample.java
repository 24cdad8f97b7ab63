package org.portcullis.example.embedding;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Plays the day and prints it; the argument is an empty folder for the keys and the journal. */
public final class EmbeddingExample {
    private EmbeddingExample() {}

    /** Plays the day. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("name an empty folder for the keys and the journal");
        }
        HeldBasketDay.play(Path.of(arguments[0]), new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    }
}
