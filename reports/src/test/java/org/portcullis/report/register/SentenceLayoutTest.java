package org.portcullis.report.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SentenceLayoutTest {
    private static final String LIMIT = "hard limit D1-ADV cites UK-RTS6 \"15(1)(c)\" owner \"Risk until noon\""
            + " applies to orders in scope LDN-D1 where (order.flow is \"DSA\" or order.price is USD 1.50 per share), when released"
            + " block the order if order.quantity is more than 95% of market.adv over 20 trading days"
            + " missing data blocks say \"{order.symbol}: hold the line, each.\".";

    @Test
    void eachClauseHasItsLine() {
        assertEquals(
                List.of("hard limit D1-ADV", "cites", "owner", "applies", "block", "missing", "say"),
                SentenceLayout.of(LIMIT).stream()
                        .map(SentenceLayout.Line::openerText)
                        .toList());
    }

    @Test
    void wordsInsideTextsBeginNoClause() {
        assertEquals("\"Risk until noon\"", SentenceLayout.of(LIMIT).get(2).restText());
    }

    @Test
    void upToBeginsAClauseTogether() {
        List<SentenceLayout.Line> lines = SentenceLayout.of(
                "grant A-B lets role \"T\" submit baskets, when released up to USD 250 million per order and USD 4 billion per basket.");

        assertEquals("up to", lines.get(3).openerText());
        assertEquals(
                "USD 250 million per order and USD 4 billion per basket.",
                lines.get(3).restText());
    }

    @Test
    void anEndAfterABeginningIsNoTimeLimit() {
        List<SentenceLayout.Line> lines = SentenceLayout.of(
                "approval A-B effective from 2026-01-01 until 2026-02-01 hold the release if basket.notional is more than USD 1"
                        + " until 1 of role \"R\" within 10 minutes, otherwise reject.");

        assertEquals(
                List.of("approval A-B", "effective", "hold", "until", "within"),
                lines.stream().map(SentenceLayout.Line::openerText).toList());
    }

    @Test
    void wordsAreTold() {
        List<Word> words = SentenceLayout.words("order.notional is more than USD 4 billion in LDN-D1, \"x\"");

        assertEquals(
                List.of(
                        Word.Kind.ATTRIBUTE,
                        Word.Kind.LANGUAGE,
                        Word.Kind.LANGUAGE,
                        Word.Kind.LANGUAGE,
                        Word.Kind.NUMBER,
                        Word.Kind.NUMBER,
                        Word.Kind.LANGUAGE,
                        Word.Kind.ID,
                        Word.Kind.SIGN,
                        Word.Kind.TEXT),
                words.stream().map(Word::kind).toList());
    }

    @Test
    void nothingIsLostOrMovedWhateverTheSentenceSays() {
        long seed = 20261123;
        Random random = new Random(seed);
        String[] parts = {
            "cites",
            "until",
            "(",
            ")",
            "\"hold the\"",
            "\"open",
            "up to",
            "block the",
            ",",
            ".",
            "USD 1",
            "A-B",
            "é",
            "<b>",
            "say",
            "2026-1-1",
            "%"
        };
        for (int round = 0; round < 2_000; round++) {
            List<String> words = new ArrayList<>();
            for (int at = random.nextInt(20); at >= 0; at--) {
                words.add(parts[random.nextInt(parts.length)]);
            }
            String sentence = String.join(" ", words);
            StringBuilder read = new StringBuilder();
            SentenceLayout.of(sentence).stream()
                    .flatMap(line -> line.words().stream())
                    .forEach(word -> read.append(word.spaced() && read.length() > 0 ? " " : "")
                            .append(word.text()));
            assertEquals(sentence, read.toString(), "seed " + seed + " round " + round);
        }
    }

    @Test
    void aBlankSentenceHasNoLines() {
        assertTrue(SentenceLayout.of(" ").isEmpty());
    }
}
