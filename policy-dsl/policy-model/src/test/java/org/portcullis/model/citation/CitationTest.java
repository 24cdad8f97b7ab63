package org.portcullis.model.citation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CitationTest {

    @Test
    void printsAsAPolicyWritesIt() {
        assertEquals("FCA-MAR \"7A.3.2R(2)\"", new Citation("FCA-MAR", "7A.3.2R(2)").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"FCA-MAR", "UK-RTS6", "PRA-ALGO", "FCA-PRIN", "PRA-FR"})
    void corpusIsUpperCaseWordsJoinedByDashes(String text) {
        assertTrue(Citation.isCorpus(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MAR", "fca-mar", "FCA-", "-MAR", "FCA--MAR", "FCA MAR", "FCA-MÄR", "FCA-MAR\n"})
    void otherTextIsNoCorpus(String text) {
        assertFalse(Citation.isCorpus(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "7A.3.2R(4)(a)", "15(1)(b)", "2.2(2)", "Annex I"})
    void provisionIsNumbersLettersAndBrackets(String text) {
        assertTrue(Citation.isProvision(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 3", "3 ", "15  (1)", "(1)", "15\t(1)", "15\"", "15\u202E(1)", "=1+1", "15(1)\n"})
    void otherTextIsNoProvision(String text) {
        assertFalse(Citation.isProvision(text));
    }

    @Test
    void longTextIsNeither() {
        assertFalse(Citation.isCorpus("A-" + "B".repeat(Citation.MAX_CORPUS_LENGTH)));
        assertFalse(Citation.isProvision("1".repeat(Citation.MAX_PROVISION_LENGTH + 1)));
    }

    @Test
    void malformedPartsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Citation("mar", "1"));
        assertThrows(IllegalArgumentException.class, () -> new Citation("FCA-MAR", ""));
    }

    @Test
    void orderIsByCorpusThenProvision() {
        List<String> sorted = Stream.of(
                        new Citation("UK-RTS6", "9"), new Citation("FCA-MAR", "b"), new Citation("FCA-MAR", "a"))
                .sorted()
                .map(Citation::toString)
                .toList();
        assertEquals(List.of("FCA-MAR \"a\"", "FCA-MAR \"b\"", "UK-RTS6 \"9\""), sorted);
    }
}
