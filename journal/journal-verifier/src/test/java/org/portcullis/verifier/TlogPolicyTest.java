package org.portcullis.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlogPolicyTest {

    /** The example of the specification, with keys in place of its blanks. */
    private static final String TWO_LEVELS = "witness X1 " + witness("x1", 1) + "\nwitness X2 " + witness("x2", 2)
            + "\nwitness X3 " + witness("x3", 3) + "\ngroup X-witnesses 2 X1 X2 X3\n\n"
            + "witness Y1 " + witness("y1", 4) + "\nwitness Y2\t" + witness("y2", 5) + "\n  # a comment\n"
            + "group Y-witnesses any Y1 Y2\ngroup X-and-Y all X-witnesses Y-witnesses\nquorum X-and-Y\n";

    @Test
    void bothGroupsAreNeeded() {
        TlogPolicy policy = TlogPolicy.read(TWO_LEVELS);
        assertTrue(policy.met(Set.of("X1", "X3", "Y2")));
        assertTrue(!policy.met(Set.of("X1", "X2", "X3")));
        assertTrue(!policy.met(Set.of("X1", "Y1", "Y2")));
    }

    @Test
    void theTimeIsThatOfTheLastOneNeeded() {
        Map<String, Instant> times = Map.of("X1", at(9), "X2", at(5), "X3", at(7), "Y1", at(6), "Y2", at(8));
        assertEquals(Optional.of(at(7)), TlogPolicy.read(TWO_LEVELS).metAt(times));
    }

    @Test
    void aSingleWitnessMayBeTheQuorum() {
        TlogPolicy policy = TlogPolicy.read("witness w " + witness("w", 1) + "\nquorum w");
        assertTrue(policy.met(Set.of("w")) && !policy.met(Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the policy has no `quorum` line",
                "quorum none;quorum none|line 2 of the policy cannot be followed: it is the second `quorum` line",
                "quorum w|line 1 of the policy cannot be followed: `w` is no witness or group on a line before it",
                "witness w nonsense;quorum w|line 1 of the policy cannot be followed: it has no verifier key of a witness",
                "witness w KEY;witness w KEY|line 2 of the policy cannot be followed: the name `w` is taken",
                "witness w KEY;witness v KEY|line 2 of the policy cannot be followed: its key is on a line before it",
                "witness none KEY|line 1 of the policy cannot be followed: the name `none` is taken",
                "witness w KEY;group g 2 w|line 2 of the policy cannot be followed: `2` of 1 members cannot be needed",
                "witness w KEY;group g 0 w|line 2 of the policy cannot be followed: `0` of 1 members cannot be needed",
                "witness w KEY;group g any|line 2 of the policy cannot be followed: it is not of the form `group <name>"
                        + " <number, any or all> <member> ...`",
                "witness w KEY;group g any w;group h any w|line 3 of the policy cannot be followed: `w` is a member of a"
                        + " group already",
                "log KEY;quorum none|line 1 of the policy cannot be followed: it has no verifier key of a log",
                "quorun none|line 1 of the policy cannot be followed: it begins with the unknown word `quorun`"
            })
    void whatCannotBeFollowedIsNamed(String policy, String message) {
        String text = policy.replace(';', '\n').replace("KEY", witness("w", 1));
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> TlogPolicy.read(text))
                        .getMessage());
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private static String witness(String name, int seed) {
        byte[] marked = ByteBuffer.allocate(33).put((byte) 4).put((byte) seed).array();
        byte[] head = (name + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] hashed = ByteBuffer.allocate(head.length + marked.length)
                .put(head)
                .put(marked)
                .array();
        return name + "+" + HexFormat.of().formatHex(Arrays.copyOf(Sha256.of(hashed), 4)) + "+"
                + Base64.getEncoder().encodeToString(marked);
    }
}
