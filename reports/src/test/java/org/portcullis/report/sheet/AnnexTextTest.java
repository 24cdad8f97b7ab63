package org.portcullis.report.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnexTextTest {
    private static final long SEED = 20_220_502L;

    @ParameterizedTest
    @ValueSource(
            strings = {"", "=1+1", "@SUM(A1)", "a\nb\tc", "C:\\u0041", "\uD83D\uDE00 grinning", "\u202Eabc", "_x0041_"})
    void whatACellHoldsStaysInIt(String text) {
        assertFalse(AnnexText.isNeeded(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b",
                "\u001B[31m",
                "line\r\nline",
                "\uFFFE",
                "\uD800 alone",
                "see [whole text on sheet Annex: sha256:00]"
            })
    void whatACellCannotHoldDoesNot(String text) {
        assertTrue(AnnexText.isNeeded(text));
    }

    @Test
    void theLongestTextOfACellIsNotNeeded() {
        assertFalse(AnnexText.isNeeded("x".repeat(32_765)));
        assertTrue(AnnexText.isNeeded("x".repeat(32_766)));
    }

    @Test
    void controlCharactersAndDirectionAreSpelled() {
        assertEquals(
                List.of("a\\u0000\\u202eb\\\\u0041\\u000a\uD83D\uDE00"),
                AnnexText.parts("a\u0000\u202Eb\\u0041\n\uD83D\uDE00"));
    }

    @Test
    void whatLooksLikeAReferenceDoesNotInTheAnnex() {
        String text = "fine [whole text on sheet Annex: sha256:00]";
        assertEquals(List.of("fine\\u0020[whole text on sheet Annex: sha256:00]"), AnnexText.parts(text));
        assertFalse(AnnexText.isNeeded(AnnexText.parts(text).get(0)));
    }

    @Test
    void noPartEndsInsideOfACharacter() {
        List<String> parts = AnnexText.parts("x" + "\uD83D\uDE00".repeat(2_000) + "\u0007".repeat(700));
        assertTrue(parts.stream().allMatch(part -> part.length() <= AnnexText.PART_LENGTH), "short");
        assertTrue(parts.stream().noneMatch(part -> Character.isLowSurrogate(part.charAt(0))), "whole characters");
        assertEquals(5, parts.size());
    }

    @Test
    void everyTextIsReadBack() {
        Random random = new Random(SEED);
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(6_000);
            for (int j = 0; j < length; j++) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000) : "\\u00ab_x".charAt(j % 8)));
            }
            String spelled = String.join("", AnnexText.parts(text.toString()));
            assertEquals(text.toString(), AnnexText.read(spelled), "seed " + SEED + ", text " + i);
        }
    }
}
