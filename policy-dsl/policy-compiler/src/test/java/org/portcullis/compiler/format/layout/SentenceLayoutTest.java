package org.portcullis.compiler.format.layout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.internal.parse.Lexeme;

/** Lays out sentences by their words alone, whether the reader knows their kind or not. */
class SentenceLayoutTest {

    @Test
    void unknownKindWithKnownClausesIsLaidOut() {
        assertLaidOut("""
                price collar A-B
                  cites    X-Y "1"
                  owner    "x"
                  applies  to orders, when released
                  block    the order if order.x is 1%
                  say      "x".
                """);
    }

    @Test
    void periodAndRolloutOfAControlAreClauses() {
        assertLaidOut("""
                hard limit A-B
                  effective from 2026-12-01 until 2027-01-01
                  rollout  warn
                  applies  to orders, when released
                  block    the order if order.x is 1%
                  say      "x".
                """);
    }

    @Test
    void reasonStandsBehindItsCitation() {
        assertLaidOut("""
                hard limit A-B
                  cites    UK-RTS6 "15(1)(b)" because "no order is larger", FCA-PRIN "3"
                  applies  to orders, when released
                  block    the order if order.x is 1%
                  say      "x".
                """);
    }

    @Test
    void keysOfAMeasureStayTogether() {
        assertLaidOut("""
                cumulative limit A-B
                  block    the order if sum of order.notional per order.desk and order.symbol per trading day
                           counting open, held, executed is more than USD 6 billion
                           and count of message.id per strategy.id in any 1 second is more than 50 messages.
                """);
    }

    @Test
    void stepOfAnEscalationIsOneClause() {
        assertLaidOut("""
                escalation A-B
                  when     anything is suspended in scope C-D
                  suspend  the order and tell role "x" and tell role "y" at once,
                  after    2 minutes unacknowledged suspend the whole basket and tell role "x",
                  after    5 minutes unacknowledged cancel the whole basket
                  alerts   are never filtered.
                """);
    }

    @Test
    void exceptionalReleaseKeepsItsTerms() {
        assertLaidOut("""
                hard limit A-B
                  exceptional release of one order by 1 of role "x" and 1 of role "y" within 10 minutes
                  missing data blocks
                  say      "x".
                """);
    }

    @Test
    void caseOfATestIsOneClause() {
        assertLaidOut("""
                test "x"
                  given order.desk is "Delta 1"
                  when released
                  case "short" given order.x is 1% expect release
                  case "a case with a long name and some facts"
                       given order.notional is USD 6 billion, order.quantity is 5 shares
                       expect block by A-B, not C-D.
                """);
    }

    @Test
    void importFitsOnOneLine() {
        assertLaidOut("import \"scopes.policy\".\n");
    }

    @Test
    void textThatIsTooLongForALineIsNotTorn() {
        assertLaidOut("hard limit A-B\n  say      \"" + "word ".repeat(30) + "\".\n");
    }

    /** The lines, joined to one, are laid out as these lines. */
    private static void assertLaidOut(String expected) {
        String canonical = expected.strip().replaceAll("\\s+", " ");
        List<CanonicalSentence> sentences = CanonicalSentence.all(canonical);
        assertEquals(1, sentences.size());
        SourceSentence source = new SourceSentence(
                List.of(),
                false,
                Lexeme.all(canonical).stream().map(Lexeme::text).toList(),
                List.of(),
                Optional.empty());
        assertEquals(expected.lines().toList(), SentenceLayout.lines(source, sentences.get(0)));
    }
}
