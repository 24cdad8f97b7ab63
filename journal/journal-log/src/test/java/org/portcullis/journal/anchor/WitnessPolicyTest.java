package org.portcullis.journal.anchor;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads policies and says which witnesses are enough. */
class WitnessPolicyTest {

    private static final String A = Stage.witnessKey("a.example").verifierKey();
    private static final String B = Stage.witnessKey("b.example").verifierKey();
    private static final String C = Stage.witnessKey("c.example").verifierKey();

    private static final String TWO_OF_THREE = """
            # who witnesses the desk
            witness a %s http://a.example:8081
              witness b %s
            witness c %s

            group others any b c
            group enough all a others
            quorum enough
            """.formatted(A, B, C);

    @Test
    void groupsMayHoldGroups() {
        WitnessPolicy policy = WitnessPolicy.read(TWO_OF_THREE);
        assertAll(
                () -> assertTrue(policy.isMet(Set.of("a", "b"))),
                () -> assertTrue(policy.isMet(Set.of("a", "b", "c"))),
                () -> assertFalse(policy.isMet(Set.of("b", "c"))),
                () -> assertFalse(policy.isMet(Set.of("a"))));
    }

    @Test
    void theQuorumIsMetWithTheLastCosignatureThatItNeeds() {
        Instant noon = Stage.NOON;
        Map<String, Instant> times = Map.of("a", noon, "b", noon.plusSeconds(5), "c", noon.plusSeconds(3));
        assertEquals(
                Optional.of(noon.plusSeconds(3)),
                WitnessPolicy.read(TWO_OF_THREE).metAt(times));
    }

    @Test
    void aPolicyThatIsWrittenIsRead() {
        WitnessPolicy policy = WitnessPolicy.read(TWO_OF_THREE);
        assertEquals(policy, WitnessPolicy.read(policy.text()));
    }

    @Test
    void aPolicyWithoutWitnessesNeedsNone() {
        assertTrue(WitnessPolicy.read("quorum none\n").isMet(Set.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "witness a KEY; the policy has no `quorum` line",
                "quorum a; line 1 of the policy cannot be followed: `a` is no witness or group on a line before it",
                "witness a x; line 1 of the policy cannot be followed: `x` is not the verifier key of a witness",
                "witness a KEY|witness b KEY; line 2 of the policy cannot be followed: its key is on a line before it",
                "witness none KEY; line 1 of the policy cannot be followed: the name `none` is taken",
                "witness a KEY|group g 2 a; line 2 of the policy cannot be followed: `2` of 1 members cannot be needed",
                "witness a KEY|group g all a a; line 2 of the policy cannot be followed: `a` is a member of a group already",
                "quorum none|quorum none; line 2 of the policy cannot be followed: it is the second `quorum` line",
                "log x; line 1 of the policy cannot be followed: `x` is not the verifier key of a journal",
                "witnes a KEY; line 1 of the policy cannot be followed: it begins with the unknown word `witnes`"
            })
    void aLineThatCannotBeFollowedIsNamed(String lines, String reason) {
        String text = lines.replace("KEY", A).replace('|', '\n') + "\n";
        assertEquals(
                reason,
                assertThrows(IllegalArgumentException.class, () -> WitnessPolicy.read(text))
                        .getMessage());
    }
}
