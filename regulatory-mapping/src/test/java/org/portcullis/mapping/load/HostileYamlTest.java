package org.portcullis.mapping.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portcullis.yaml.Fault;
import org.portcullis.yaml.Faults;
import org.portcullis.yaml.YamlText;

class HostileYamlTest {

    @TempDir
    Path directory;

    @Test
    void aliasBombIsRefusedAtItsFirstAnchor() {
        StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (char c = 'b'; c <= 'z'; c++) {
            String before = "*" + (char) (c - 1);
            bomb.append(c)
                    .append(": &")
                    .append(c)
                    .append(" [")
                    .append((before + ", ").repeat(8))
                    .append(before);
            bomb.append("]\n");
        }
        List<String> faults = corpus(bomb.toString());
        assertEquals("one.yaml:1:4: the anchor `&a` is not allowed", faults.get(0));
        assertEquals("one.yaml:2:4: the anchor `&b` is not allowed", faults.get(1));
        assertEquals("one.yaml:2:8: the alias `*a` is not allowed", faults.get(2));
    }

    @Test
    void loopOfAliasesIsRefused() {
        assertEquals(
                List.of("one.yaml:1:4: the anchor `&a` is not allowed", "one.yaml:1:8: the alias `*a` is not allowed"),
                corpus("a: &a [*a]\n"));
    }

    @Test
    void javaTagIsRefused() {
        assertEquals(
                List.of("one.yaml:1:9: the tag `tag:yaml.org,2002:java.net.URL` is not allowed"),
                corpus("corpus: !!java.net.URL [\"http://127.0.0.1/\"]\n"));
    }

    @Test
    void ownTagIsRefused() {
        assertEquals(List.of("one.yaml:1:9: the tag `!env` is not allowed"), corpus("corpus: !env HOME\n"));
    }

    @Test
    void deepNestingOfBracketsIsRefused() {
        assertEquals(
                List.of("one.yaml:1:13: nesting is deeper than " + YamlText.MAX_DEPTH), corpus("[".repeat(500_000)));
    }

    @Test
    void deepNestingOfDashesIsRefused() {
        assertEquals(
                List.of("one.yaml:1:25: nesting is deeper than " + YamlText.MAX_DEPTH), corpus("- ".repeat(100_000)));
    }

    @Test
    void deepNestingOfKeysIsRefused() {
        assertEquals(
                List.of("one.yaml:1:25: nesting is deeper than " + YamlText.MAX_DEPTH), corpus("? ".repeat(100_000)));
    }

    @Test
    void largeFileIsRefused() {
        byte[] large = new byte[CatalogueFiles.MAX_BYTES + 1];
        Arrays.fill(large, (byte) '#');
        List<String> faults =
                CatalogueFolder.withRows(directory, "").bytes("one.yaml", large).faultLines();
        assertEquals(List.of("one.yaml:1:1: the file is larger than the maximum of 1048576 bytes"), faults);
    }

    @Test
    void longestAllowedLineIsReadOrRefusedWithoutAnException() {
        String line = "corpus: \"" + "x".repeat(CatalogueFiles.MAX_BYTES - 20) + "\"\n";
        assertFalse(corpus(line).isEmpty());
    }

    @Test
    void secondDocumentIsRefused() {
        assertEquals(
                List.of("one.yaml:2:1: a second document begins here"), corpus("corpus: \"TEST-ONE\"\n---\na: b\n"));
    }

    @Test
    void emptyFileIsRefused() {
        assertEquals(List.of("one.yaml:1:1: the file is empty"), corpus(""));
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAtTheirPlace() {
        byte[] bytes = "body: \"A\"\ntitle: \"caf\u00E9\"\n".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals(
                List.of("one.yaml:2:12: the bytes here are not UTF-8"),
                CatalogueFolder.withRows(directory, "").bytes("one.yaml", bytes).faultLines());
    }

    @Test
    void bidirectionalControlIsRefused() {
        assertEquals(
                List.of("one.yaml:1:10: the invisible character U+202E stands here"), corpus("body: \"A \u202E\"\n"));
    }

    @Test
    void zeroCharacterIsRefused() {
        assertEquals(List.of("one.yaml:1:8: the invisible character U+0000 stands here"), corpus("body: \"\0\"\n"));
    }

    @Test
    void columnsCountCodePoints() {
        assertEquals(
                List.of("one.yaml:1:10: the invisible character U+200B stands here"),
                corpus("body: \"\uD83D\uDE00 \u200B\"\n"));
    }

    @Test
    void mergeKeyIsAnUnknownField() {
        assertTrue(corpus("<<: {a: b}\n").contains("one.yaml:1:1: the field `<<` is unknown"));
    }

    @Test
    void keyThatIsAListIsRefused() {
        assertTrue(corpus("[a, b]: c\n").contains("one.yaml:1:1: the name of a field must be text"));
    }

    @Test
    void textWithRandomDamageNeverThrows() {
        long seed = 20220502L;
        Random random = new Random(seed);
        String good = CatalogueFolder.HEADER + "  - provision: \"1\"\n    paraphrase: \"Keep a limit.\"\n";
        String inserts = "\"'[]{}&*!|>%@`#:-?,\n\t \\x\u00E9\uD83D";
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder(good);
            for (int change = 0; change < 3; change++) {
                int at = random.nextInt(text.length());
                if (random.nextBoolean()) {
                    text.deleteCharAt(at);
                } else {
                    text.insert(at, inserts.charAt(random.nextInt(inserts.length())));
                }
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            List<Fault> faults = new java.util.ArrayList<>();
            try {
                new YamlText("one.yaml", CatalogueFiles.MAX_BYTES, new Faults()).parse(bytes);
                faults.addAll(CatalogueFolder.withRows(directory, "")
                        .bytes("one.yaml", bytes)
                        .faults());
            } catch (RuntimeException e) {
                throw new AssertionError("seed " + seed + ", round " + round + ":\n" + text, e);
            }
            assertTrue(faults.stream().allMatch(fault -> fault.line() >= 1), "seed " + seed);
        }
    }

    private List<String> corpus(String text) {
        return CatalogueFolder.withRows(directory, "")
                .bytes("one.yaml", text.getBytes(StandardCharsets.UTF_8))
                .faultLines();
    }
}
