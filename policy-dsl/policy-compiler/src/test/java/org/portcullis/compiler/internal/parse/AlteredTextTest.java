package org.portcullis.compiler.internal.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.Compilation;
import org.portcullis.compiler.CompilerSettings;
import org.portcullis.compiler.PolicyCompiler;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.SourceText;

/** Alters good texts at random: whatever comes out, the compiler answers, and what it accepts it can write again. */
class AlteredTextTest {
    private static final long SEED = Long.getLong("portcullis.seed", 20220502L);
    private static final int ALTERATIONS = 250;
    private static final String SCRAPS = "\"().,:%-<>=&|!$ \n\tAaZz09é\u202e\ud83d";

    @Test
    void alteredWordsAreAnswered() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        String[] texts = {Texts.resource("/good/delta1.policy"), Texts.resource("/syntax/every-kind.policy")};
        for (int at = 0; at < ALTERATIONS; at++) {
            answer(alterWords(texts[at % 2], random));
        }
    }

    @Test
    void alteredCharactersAreAnswered() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        String[] texts = {Texts.resource("/good/delta1.policy"), Texts.resource("/syntax/every-kind.policy")};
        for (int at = 0; at < ALTERATIONS; at++) {
            answer(alterCharacters(texts[at % 2], random));
        }
    }

    private static void answer(String text) {
        Compilation compilation =
                PolicyCompiler.compile(new SourceText("altered.policy", text), CompilerSettings.none());
        for (Diagnostic found : compilation.diagnostics()) {
            assertTrue(found.span().end() <= text.length(), () -> "seed " + SEED + ": " + found);
        }
        if (compilation.pack().isPresent()) {
            RoundTrip.of(text);
        }
    }

    private static String alterWords(String text, Random random) {
        String[] words = text.split("(?<=\\s)", -1);
        int changes = 1 + random.nextInt(3);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(words.length);
            String other = words[random.nextInt(words.length)];
            words[at] = switch (random.nextInt(3)) {
                case 0 -> "";
                case 1 -> words[at] + other;
                default -> other;
            };
        }
        return String.join("", words);
    }

    private static String alterCharacters(String text, Random random) {
        StringBuilder altered = new StringBuilder(text);
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(altered.length());
            char scrap = SCRAPS.charAt(random.nextInt(SCRAPS.length()));
            switch (random.nextInt(3)) {
                case 0 -> altered.deleteCharAt(at);
                case 1 -> altered.insert(at, scrap);
                default -> altered.setCharAt(at, scrap);
            }
        }
        return altered.toString();
    }
}
