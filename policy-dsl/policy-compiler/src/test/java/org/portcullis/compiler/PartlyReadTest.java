package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.Severity;
import org.portcullis.compiler.diagnostic.SourceText;

/** A value that cannot be read hides no other error of its sentence. */
class PartlyReadTest {

    private static final String HEADER = """
            policy "Names beside unread values"
              language    1
              version     2026.1.1
              owner       "Risk"
              review      every 90 days, last on 2026-11-01
              effective   from 2026-01-01
              time zone   Europe/London
              calendar    XLON-EQ
              currency    USD converted at ECB-EOD, stale after 1 days
              market data stale after 2 seconds
              missing data blocks.

            grant TRADERS-ALL
              lets role "Trader" submit baskets, when released.

            scope LDN-D1 means order.desk is "Delta 1".

            """;

    @Test
    void namesAreCheckedBesideANumberWithoutAUnit() {
        assertEquals(List.of("P0302", "P0301", "P0401"), errors("""
                        hard limit LDN-WAVE
                          cites    FCA-MAR "7A.3.2R(2)"
                          applies  to baskets in scope LDN-D2, when released
                          block    the whole basket if basket.notionl is more than 4 billion
                          say      "{basket.notional} is above {limit}.".
                        """));
    }

    @Test
    void whatStandsInForTheValueIsNotJudged() {
        assertEquals(List.of("P0401"), errors("""
                        hard limit LDN-WAVE
                          cites    FCA-MAR "7A.3.2R(2)"
                          applies  to baskets in scope LDN-D1, when released
                          block    the whole basket if basket.notional is more than 4 billion
                          say      "{basket.notional} is above {limit}.".
                        """));
    }

    private static List<String> errors(String control) {
        return PolicyCompiler.compile(new SourceText("names.policy", HEADER + control), CompilerSettings.none())
                .diagnostics()
                .stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .map(found -> found.code().code())
                .toList();
    }
}
