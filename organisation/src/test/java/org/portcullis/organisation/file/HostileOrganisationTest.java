package org.portcullis.organisation.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.portcullis.yaml.Fault;

/** Whatever the bytes are, the answer is an organisation or problems on one line each. */
class HostileOrganisationTest {
    private static final long SEED = 20220502;
    private static final int ROUNDS = 3_000;

    @Test
    void billionLaughsAreRefusedAtTheirFirstAnchor() {
        assertEquals(
                "&: the anchor `&a` is not allowed (write the value out where it is needed)",
                Example.faults("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n").get(0));
    }

    @Test
    void tagIsRefused() {
        assertEquals(
                List.of("!: the tag `!env` is not allowed (remove the tag; write plain text)"),
                Example.faults("organisation: !env HOME\n"));
    }

    @Test
    void fileOfFiveMegabytesIsRefused() {
        assertEquals(
                "the file is larger than the maximum of 4000000 bytes",
                problems(new byte[5_000_000]).get(0).message());
    }

    @Test
    void tooManyEntriesAreRefused() {
        String people = "  - {id: p, name: N, desk: d, roles: [], from: 2022-01-01}\n".repeat(5_001);
        assertTrue(Example.faults("people:\n" + people).stream()
                .anyMatch(fault -> fault.contains("`people` has 5001 entries and the maximum is 5000")));
    }

    @Test
    void lineFeedInANameStaysOnOneLineOfTheMessage() {
        String text = Example.with("name: Robin Hale", "name: \"Robin\\nHale\"");
        assertEquals(1, Example.faults(text).size());
        assertTrue(Example.faults(text).get(0).contains("`Robin Hale` is not a name"));
    }

    @Test
    void emptyFileIsAnswered() {
        assertEquals("the file is empty", problems(new byte[0]).get(0).message());
    }

    @Test
    void randomBytesAreAnswered() {
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            assertPrintable(bytes, round);
        }
    }

    @Test
    void fileWithChangedBytesIsAnswered() {
        byte[] good = Example.text().getBytes(StandardCharsets.UTF_8);
        Random random = new Random(SEED + 1);
        for (int round = 0; round < ROUNDS; round++) {
            byte[] bytes = good.clone();
            for (int change = 0; change < 1 + random.nextInt(6); change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(128);
            }
            assertPrintable(bytes, round);
        }
    }

    @Test
    void fileWithMovedLinesIsAnswered() {
        String[] good = Example.text().split("\n");
        Random random = new Random(SEED + 2);
        for (int round = 0; round < ROUNDS; round++) {
            String[] lines = good.clone();
            for (int change = 0; change < 1 + random.nextInt(4); change++) {
                lines[random.nextInt(lines.length)] = good[random.nextInt(good.length)];
            }
            assertPrintable(String.join("\n", lines).getBytes(StandardCharsets.UTF_8), round);
        }
    }

    private static void assertPrintable(byte[] bytes, int round) {
        for (Fault fault : problems(bytes)) {
            String words = fault.message() + fault.help();
            assertTrue(
                    words.chars().noneMatch(Character::isISOControl),
                    () -> "seed " + SEED + ", round " + round + ": " + words);
        }
    }

    private static List<Fault> problems(byte[] bytes) {
        return OrganisationFile.read(bytes, "firm.yaml", List.of("XLON-EQ", "XNYS-EQ"))
                .match(organisation -> List.of(), faults -> faults);
    }
}
