package org.portcullis.compiler.format.layout;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.internal.parse.Lexeme;

/** Scatters comments and white space between the words of good texts at random: formatting keeps what it promises. */
class ScatteredCommentsTest {
    private static final long SEED = Long.getLong("portcullis.seed", 20220502L);
    private static final int ROUNDS = 150;
    private static final String[] SPACES = {"", " ", "\n", "\n\n\n", "\t", "\r\n", "  \r\n \r\n"};
    private static final String[] COMMENTS = {
        "--",
        "-- said twice",
        "-- said twice  \t",
        "--- \"open",
        "-- a full stop.",
        "-- say \"x\". scope A-B means",
        "-- é 漢 \u00a0",
    };

    @Test
    void scatteredCommentsAreKept() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        List<String> texts = Stream.of("/good/delta1.policy", "/syntax/every-kind.policy", "/format/conditions.policy")
                .map(Texts::resource)
                .toList();
        for (int round = 0; round < ROUNDS; round++) {
            String text = scattered(texts.get(round % texts.size()), random);
            int shown = round;
            assertDoesNotThrow(() -> Kept.formatted(text), () -> "seed " + SEED + ", round " + shown + "\n" + text);
        }
    }

    @Test
    void scatteringAddsComments() {
        String text = Texts.resource("/good/delta1.policy");
        assertTrue(scattered(text, new Random(SEED)).length() > text.length());
    }

    private static String scattered(String text, Random random) {
        int comments = 1 + random.nextInt(30);
        StringBuilder scattered = new StringBuilder();
        int end = 0;
        for (Lexeme lexeme : Lexeme.all(text)) {
            scattered.append(between(text.substring(end, lexeme.span().start()), comments, random));
            scattered.append(lexeme.text());
            end = lexeme.span().end();
        }
        return scattered.append(between(text.substring(end), comments, random)).toString();
    }

    /** What stood between two words, or other white space, or some comments; never less than has to be there. */
    private static String between(String before, int comments, Random random) {
        if (random.nextInt(100) >= comments) {
            boolean needed = !before.isEmpty();
            boolean endsLine = before.contains("\n");
            String other = SPACES[random.nextInt(SPACES.length)];
            return (needed && other.isEmpty()) || endsLine ? before + other : other;
        }
        StringBuilder between = new StringBuilder(before);
        for (int left = 1 + random.nextInt(3); left > 0; left--) {
            between.append(SPACES[random.nextInt(SPACES.length)]);
            between.append(COMMENTS[random.nextInt(COMMENTS.length)]);
            between.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return between.toString();
    }
}
