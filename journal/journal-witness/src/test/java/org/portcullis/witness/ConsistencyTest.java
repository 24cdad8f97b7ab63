package org.portcullis.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the check of consistency proofs against the published vectors. */
class ConsistencyTest {

    private static final int CASES = 98;

    /** Its roots are twelve bytes long, which no hash is. */
    private static final List<String> NOT_HASHES = List.of("additional/sizes-are-equal-one-and-proof-is-empty.json");

    @Test
    void everyVerdictOnAConsistencyProofIsReached() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(ConsistencyTest.class.getResource("/vectors/merkle/consistency"))
                .toURI());
        int cases = 0;
        List<String> otherwise = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String text = Files.readString(file);
                boolean expected = text.contains("\"wantErr\": false");
                if (expected != holds(text)) {
                    otherwise.add(folder.relativize(file).toString());
                }
                cases++;
            }
        }
        // not.
        assertEquals(NOT_HASHES, otherwise);
        assertEquals(CASES, cases);
    }

    @Test
    void everyTreeExtendsEveryEarlierTree() {
        SmallLog log = SmallLog.named("log.example").grow(70, "e");
        for (int size = 1; size <= 70; size++) {
            SmallLog grown = log.fork(size);
            for (int old = 0; old <= size; old++) {
                Consistency.Tree earlier = tree(log.fork(old));
                List<byte[]> proof = old == 0 ? List.of() : grown.proof(old);
                assertTrue(Consistency.holds(earlier, tree(grown), proof), old + " to " + size);
            }
        }
    }

    private static Consistency.Tree tree(SmallLog log) {
        return new Consistency.Tree(log.size(), log.text().lines().toList().get(2));
    }

    private static boolean holds(String text) {
        Consistency.Tree old = new Consistency.Tree(number(text, "size1"), first(text, "\"root1\": \"([^\"]*)\""));
        Consistency.Tree grown = new Consistency.Tree(number(text, "size2"), first(text, "\"root2\": \"([^\"]*)\""));
        return Consistency.holds(old, grown, proof(text));
    }

    private static long number(String text, String member) {
        return Long.parseUnsignedLong(first(text, "\"" + member + "\": ([0-9]+)"));
    }

    private static List<byte[]> proof(String text) {
        List<byte[]> proof = new ArrayList<>();
        String list = text.substring(text.indexOf("\"proof\"") + 7, text.indexOf("\"desc\""));
        Matcher hashes = Pattern.compile("\"([^\"]*)\"").matcher(list);
        while (hashes.find()) {
            proof.add(Base64.getDecoder().decode(hashes.group(1)));
        }
        return proof;
    }

    private static String first(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        return found.find() ? found.group(1) : "";
    }
}
