package org.portcullis.report.excel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.report.sheet.AnnexText;

class SafeTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd|' /C calc'!A0", "-1+1", "@SUM(A1)", "\tx", "\rx", "|x", "%x"})
    void whatStartsLikeAFormulaIsSeen(String text) {
        assertTrue(SafeText.looksLikeFormula(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "W-1", "a=b", "1+1"})
    void otherTextIsNot(String text) {
        assertFalse(SafeText.looksLikeFormula(text));
    }

    @Test
    void charactersThatXmlCannotCarryAreReplaced() {
        String text = "a\u0000b\u001Bc\nd";
        assertEquals("a\uFFFDb\uFFFDc\nd" + AnnexText.reference(text), SafeText.of(text));
    }

    @Test
    void loneSurrogateIsReplaced() {
        assertEquals("\uFFFDx" + AnnexText.reference("\uD800x"), SafeText.of("\uD800x"));
    }

    @Test
    void longTextIsCutAndSaysWhereItIs() {
        String text = "x".repeat(40_000);
        String cut = SafeText.of(text);
        assertEquals(SafeText.MAX_LENGTH - 2, cut.length());
        assertTrue(
                cut.endsWith("x [whole text on sheet Annex: " + AnnexText.digest(text) + "]"),
                cut.substring(cut.length() - 120));
    }

    @Test
    void textThatLooksLikeAReferenceHasOneOfItsOwn() {
        String text = "nothing to see [whole text on sheet Annex: sha256:00]";
        assertEquals(text + AnnexText.reference(text), SafeText.of(text));
    }

    @Test
    void longTextOfControlCharactersIsCut() {
        assertTrue(SafeText.of("\u0000".repeat(40_000)).length() <= SafeText.MAX_LENGTH, "it fits");
    }

    @Test
    void cutNeverSplitsACharacter() {
        String cut = SafeText.of("\uD83D\uDE00".repeat(20_000));
        assertFalse(cut.chars().anyMatch(c -> c == 0xFFFD));
        assertTrue(cut.length() <= SafeText.MAX_LENGTH);
    }

    @Test
    void textThatLooksEscapedIsWrittenSoThatItIsReadBack() {
        String text = "_x0041_ and _x005F_x0041_ and _x00_";
        assertEquals(text, CellText.decoded(SafeText.written(text)));
        assertEquals("_x005F_x0041_", CellText.encoded("_x0041_"));
    }

    @Test
    void textFullOfWhatLooksEscapedStillFits() {
        String written = SafeText.written("_x0041_".repeat(4_700));
        assertTrue(written.length() <= SafeText.MAX_LENGTH, written.length() + " characters");
        assertTrue(written.endsWith(AnnexText.reference("_x0041_".repeat(4_700))), "it says so");
    }
}
