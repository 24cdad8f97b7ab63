package org.portcullis.languageserver.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.PolicyWords;

class KeywordTextTest {

    @Test
    void explainedWordsAreWordsOfTheLanguage() {
        assertEquals(
                List.of(),
                KeywordText.words().stream()
                        .filter(word -> !PolicyWords.keywords().contains(word))
                        .sorted()
                        .toList());
    }

    @Test
    void explainedKindsAreMadeOfWordsOfTheLanguage() {
        assertTrue(KeywordText.kinds().stream()
                .flatMap(kind -> Arrays.stream(kind.split(" ", -1)))
                .allMatch(PolicyWords.keywords()::contains));
    }
}
