package org.portcullis.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the tests of the documentation take for shown and for printed. */
class MarkdownTest {
    @ParameterizedTest
    @CsvSource({
        "a|b|c, true",
        "a|…|c, true",
        "…|c, true",
        "a|…, true",
        "…, true",
        "a|b, false",
        "b|c, false",
        "a|c, false",
        "a|…|b, false",
        "c|…|a, false",
        "a|…|x|…, false",
    })
    void onlyAnEllipsisLeavesLinesOut(String shown, boolean printed) {
        assertEquals(printed, Markdown.isPrinted(shown.replace('|', '\n'), "a\nb\nc\n"));
    }

    @Test
    void nothingIsShownOfNothing() {
        assertEquals(true, Markdown.isPrinted("", ""));
    }
}
