package org.portcullis.compiler.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.internal.parse.PolicyReader;
import org.portcullis.compiler.syntax.PolicySyntax;

class CanonicalSpellingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "USD 4,000,000,000          | USD 4 billion",
                "USD 4000 million           | USD 4 billion",
                "USD 0.25 billion           | USD 250 million",
                "USD 1,234,567.50           | USD 1,234,567.5",
                "USD 12.5 per share         | USD 12.50 per share",
                "250000000 shares           | 250 million shares",
                "1 shares                   | 1 share",
                "150 bps                    | 1.5%",
                "95.00%                     | 95%",
                "1 days                     | 1 day",
                "1,000 ms                   | 1000 ms"
            })
    void valueHasOneSpelling(String written, String canonical) {
        assertEquals(
                "scope A-B means order.x is " + canonical + ".",
                spelled("scope A-B means order.x is " + written + "."));
    }

    @Test
    void spaceCommentsAndNeedlessParenthesesAreLeftOut() {
        assertEquals(
                "scope A-B means order.desk is \"a\" and (order.flow is \"b\" or order.side is \"BUY\").",
                spelled(
                        "scope   A-B -- a comment\n\tmeans (order.desk is \"a\")\r\n and ((order.flow is \"b\" or order.side is \"BUY\"))."));
    }

    @Test
    void headerIsOneLine() {
        Diagnostics diagnostics = new Diagnostics();
        PolicySyntax tree = PolicyReader.read(new SourceText("test.policy", Texts.HEADER), diagnostics);
        assertEquals(
                "policy \"Test\" language 1 version 2026.11.1 owner \"Head of Risk\" review every 90 days, last on 2026-11-01 "
                        + "effective from 2026-12-01 time zone Europe/London calendar XLON-EQ currency USD converted at ECB-EOD, "
                        + "stale after 1 day market data stale after 2 seconds missing data blocks.\n",
                CanonicalSpelling.of(tree));
    }

    @Test
    void declarationsAreParagraphs() {
        Diagnostics diagnostics = new Diagnostics();
        PolicySyntax tree = PolicyReader.read(
                new SourceText(
                        "test.policy", "scope A-B means order.desk is \"a\". scope C-D means order.desk is \"b\"."),
                diagnostics);
        assertEquals(
                "scope A-B means order.desk is \"a\".\n\nscope C-D means order.desk is \"b\".\n",
                CanonicalSpelling.of(tree));
    }

    private static String spelled(String declaration) {
        Diagnostics diagnostics = new Diagnostics();
        PolicySyntax tree = PolicyReader.read(new SourceText("test.policy", Texts.HEADER + declaration), diagnostics);
        return CanonicalSpelling.of(tree.declarations().get(0));
    }
}
