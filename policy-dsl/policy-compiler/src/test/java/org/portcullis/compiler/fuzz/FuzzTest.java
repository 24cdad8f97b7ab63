package org.portcullis.compiler.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portcullis.compiler.Texts;

/**
 * Gives the compiler inputs that nobody would write: it answers each, and what it accepts keeps its meaning when it is formatted or its declarations change
 * places. {@code -Dtest.arguments="-Dportcullis.fuzz=1000000 -Dportcullis.seed=1"} runs as many inputs as it says.
 */
@Tag("long")
class FuzzTest {
    private static final long SEED = Long.getLong("portcullis.seed", 20220502L);
    private static final int INPUTS = Integer.getInteger("portcullis.fuzz", 6_000);
    private static final Duration HANG = Duration.ofMinutes(3 + INPUTS / 2_000);
    private static final Path CORPUS = Path.of("src", "test", "resources", "fuzz");

    @Test
    void everyInputIsAnswered() {
        System.out.println("seed " + SEED);
        assertTimeoutPreemptively(HANG, () -> {
            Random random = new Random(SEED);
            Inputs inputs = new Inputs(random);
            for (int at = 0; at < INPUTS; at++) {
                String text = inputs.next();
                if (fails(text)) {
                    String smallest = Shrinking.of(text, FuzzTest::fails);
                    throw new AssertionError(
                            "input " + at + " of seed " + SEED + ", shrunk:\n" + smallest, failure(smallest));
                }
            }
        });
    }

    @Test
    void generatedPoliciesCompileWhateverTheirOrder() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        PolicyTexts texts = new PolicyTexts(random);
        for (int round = 0; round < 40; round++) {
            List<String> declarations = texts.declarations(1 + random.nextInt(30));
            String one = Oracle.fingerprint(PolicyTexts.text(declarations));
            String other = Oracle.fingerprint(PolicyTexts.text(texts.shuffled(declarations)));
            assertEquals(one, other, "seed " + SEED + ", round " + round);
        }
    }

    @Test
    void walksReachEveryRuleOfTheGrammar() {
        System.out.println("seed " + SEED);
        GrammarWalk walk = new GrammarWalk(new Random(SEED));
        StringBuilder all = new StringBuilder();
        for (int at = 0; at < 3_000; at++) {
            all.append(walk.sentence()).append('\n');
        }
        for (String word :
                List.of("recalibration", "duties", "require", "prove", "import", "part", "kill", "escalation")) {
            assertTrue(all.indexOf(word) >= 0, word);
        }
    }

    static List<Path> corpus() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files.sorted().toList();
        }
    }

    /** Inputs that once failed, and some that did not, each a kind of its own. */
    @ParameterizedTest
    @MethodSource("corpus")
    void corpusIsAnswered(Path file) throws IOException {
        Oracle.check(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    }

    @Test
    void effortGrowsWithTheLength() {
        PolicyTexts texts = new PolicyTexts(new Random(SEED));
        List<String> many = texts.declarations(1_600);
        Effort.of(PolicyTexts.text(many.subList(0, 100)));
        long small = Effort.of(PolicyTexts.text(many.subList(0, 400)));
        long large = Effort.of(PolicyTexts.text(many.subList(0, 1_600)));
        assertTrue(large < 6 * small, () -> "four times the text took " + large + " bytes after " + small);
    }

    private static boolean fails(String text) {
        return failure(text) != null;
    }

    private static @org.jspecify.annotations.Nullable Throwable failure(String text) {
        try {
            Oracle.check(text);
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError failure) {
            return failure;
        }
    }

    /** What the compiler is given: walks through the grammar below a good header, generated policies, and altered texts of all kinds. */
    private static final class Inputs {
        private final Random random;
        private final GrammarWalk walk;
        private final PolicyTexts generated;
        private final List<String> texts;
        private final Altering altering;

        Inputs(Random random) {
            this.random = random;
            this.walk = new GrammarWalk(random);
            this.generated = new PolicyTexts(random);
            this.texts = Stream.of("/good/delta1.policy", "/syntax/every-kind.policy", "/format/conditions.policy")
                    .map(Texts::resource)
                    .toList();
            this.altering = new Altering(random, texts);
        }

        String next() {
            return switch (random.nextInt(8)) {
                case 0, 1, 2 -> PolicyTexts.text(List.of(walk.sentence(), walk.sentence()));
                case 3 -> walk.sentence() + "\n" + walk.sentence();
                case 4 -> PolicyTexts.text(generated.declarations(random.nextInt(4)));
                case 5 -> altering.altered(PolicyTexts.text(generated.declarations(random.nextInt(4))));
                case 6 -> altering.altered(PolicyTexts.text(List.of(walk.sentence())));
                default ->
                    random.nextInt(4) == 0
                            ? altering.altered(texts.get(random.nextInt(texts.size())))
                            : altering.altered(walk.sentence());
            };
        }
    }
}
