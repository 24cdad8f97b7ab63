package org.portcullis.compiler.internal.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portcullis.compiler.Texts;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PolicySyntax;

class PolicyReaderTest {

    @Test
    void everyKindOfTheLanguageIsRead() {
        PolicySyntax tree = RoundTrip.of(Texts.resource("/syntax/every-kind.policy"));
        assertEquals(20, tree.declarations().size());
    }

    @Test
    void implementedKindsAreRead() {
        PolicySyntax tree = RoundTrip.of(Texts.resource("/good/delta1.policy"));
        assertEquals(13, tree.declarations().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order.desk is \"Delta 1\"",
                "order.desk is not \"Delta 1\"",
                "order.notional is more than USD 4 billion",
                "order.notional is less than USD 1,234,567.89",
                "order.notional is at least USD 2.5 million",
                "order.notional is at most EUR 12 thousand",
                "order.price is more than GBP 12.50 per share",
                "order.quantity is more than 250 million shares",
                "order.quantity is more than 0.5 shares",
                "order.quantity is 1 share",
                "basket.items is more than 349 orders",
                "basket.warnings is more than 10 warnings",
                "order.quantity is more than 95% of market.adv over 20 trading days",
                "order.quantity is more than 150 bps of market.adv over 1 trading day",
                "basket.notional is more than basket.intended",
                "fx.rate is more than 12.5%",
                "order.age is more than 500 ms",
                "order.age is more than 8 hours",
                "order.age is more than 2 trading days",
                "strategy.messages is more than 50 messages per second",
                "market.adv is missing",
                "market.adv over 20 trading days is missing",
                "order.symbol is one of (\"ABN.AS\", \"VOD.L\")",
                "order.notional is one of (USD 1 million, USD 2 million)",
                "not (order.desk is \"a\")",
                "not (order.desk is \"a\" and order.flow is \"b\")",
                "order.desk is \"a\" and order.flow is \"b\" and order.side is \"BUY\"",
                "(order.desk is \"a\" and order.flow is \"b\") or order.side is \"BUY\"",
                "order.desk is \"a\" and (order.flow is \"b\" or not (order.side is \"BUY\"))",
                "((order.desk is \"a\"))"
            })
    void conditionIsRead(String condition) {
        RoundTrip.of(Texts.HEADER + "scope A-B means " + condition + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grant A-B lets role \"x\" submit orders, when released.",
                "grant A-B cites UK-RTS6 \"15(5)\" because \"only traders submit\", FCA-MAR \"7A.3.2R(2)\" "
                        + "lets role \"x\" submit orders, when released.",
                "grant A-B cites UK-RTS6 \"15(5)\" owner \"o\" review every 1 day, last on 2026-11-01 lets role \"x\" or role \"y\" "
                        + "submit baskets in scope C-D or E-F where order.desk is \"a\", when entered "
                        + "up to USD 1 million per basket missing data holds say \"m\".",
                "grant A-B lets role \"x\" submit orders, when amended up to USD 1 million per order and USD 2 million per basket.",
                "hard limit A-B applies to orders, when sent to an algo block the order if order.desk is \"a\" say \"m\".",
                "hard limit A-B applies to strategies, while working block the strategy if order.desk is \"a\" say \"m\".",
                "hard limit A-B applies to executions, when executed block the desk if order.desk is \"a\" missing data holds say \"m\".",
                "soft limit A-B applies to orders, when released warn the trader if order.desk is \"a\" acknowledged one by one say \"m\".",
                "soft limit A-B applies to orders, when released warn the trader if order.desk is \"a\" "
                        + "acknowledged all at once with a reason, largest first by role \"x\" say \"m\".",
                "soft limit A-B applies to orders, when released warn the trader if order.desk is \"a\" "
                        + "acknowledged one by one, retyping order.notional, largest first say \"m\".",
                "alert flood A-B applies to orders, when released if more than 1 warning are raised by one order block the order say \"m\".",
                "alert flood A-B applies to baskets, when released if more than 10 warnings are raised by one basket "
                        + "hold the release until 2 of role \"x\" within 10 minutes, otherwise reject say \"m\".",
                "approval A-B applies to baskets, when released hold the release if order.desk is \"a\" "
                        + "until 1 of role \"x\" or role \"y\" and 2 of role \"z\" excluding the requester, delegates of the requester, "
                        + "role \"Sales\", anyone who changed this rule in the last 30 days each retyping basket.notional "
                        + "within 1 hour, otherwise reject escalating after 5 minutes to role \"q\", after 6 minutes to role \"r\" say \"m\".",
                "test \"t\" given order.desk is \"a\", market.adv over 20 trading days is 1,000 shares, order.price is missing "
                        + "when released expect release, warn by A-B, hold, block by C-D, not E-F.",
                "test \"t\" with cases from \"cases.csv\" given order.desk is \"a\" when released expect block.",
                "monitor A-B applies to orders, when released tell role \"x\" if order.desk is \"a\" grouped by basket.id say \"m\".",
                "hard limit A-B applies to orders, when released block the order if order.quantity is more than "
                        + "the limit from table \"adv.csv\" early warning at 70% of the limit to role \"x\" "
                        + "exceptional release of one order by 1 of role \"x\" and 1 of role \"y\" within 10 minutes say \"m\"."
            })
    void declarationIsRead(String declaration) {
        RoundTrip.of(Texts.HEADER + declaration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/London", "America/Argentina/Buenos_Aires", "Etc/GMT+1", "EST5EDT"})
    void zoneIsRead(String zone) {
        PolicySyntax tree = RoundTrip.of(Texts.HEADER.replace("Europe/London", zone));
        assertEquals(zone, tree.header().orElseThrow().zone().value().getId());
    }

    @Test
    void headerMayLeaveOutWhatHasADefault() {
        PolicySyntax tree = RoundTrip.of(
                Texts.HEADER.replace("language 1 ", "").replace("review every 90 days, last on 2026-11-01", ""));
        assertEquals(Optional.empty(), tree.header().orElseThrow().language());
        assertEquals(Optional.empty(), tree.header().orElseThrow().review());
        assertEquals(Optional.empty(), tree.header().orElseThrow().referenceDataStaleAfter());
    }

    @Test
    void needlessParenthesesAreNotKept() {
        PolicySyntax tree = RoundTrip.of(Texts.HEADER + "scope A-B means ((order.desk is \"a\")).");
        Declaration.Scope scope =
                assertInstanceOf(Declaration.Scope.class, tree.declarations().get(0));
        assertInstanceOf(ConditionSyntax.Compare.class, scope.means());
    }

    @Test
    void fullStopMayFollowANumber() {
        RoundTrip.of(Texts.HEADER + "scope A-B means order.notional is more than USD 4.");
    }

    @Test
    void textMayHoldBracesStopsAndDashes() {
        RoundTrip.of(Texts.HEADER + "scope A-B means order.desk is \"{a}. -- 'b' (c)\".");
    }

    @Test
    void restOfTheFileIsReadAfterAMistake() {
        PolicySyntax tree = withMistakes(
                """
                scope A-B means order.desk > "a".
                hard limit C-D applies to nothing.
                scope E-F means order.desk is "b".
                hardlimit G-H is gone. and this is the rest of it.
                scope I-J means order.desk is "c".
                """, DiagnosticCode.SIGN_FOR_WORD, DiagnosticCode.UNEXPECTED_WORD, DiagnosticCode.UNKNOWN_DECLARATION);
        List<Class<? extends Declaration>> kinds = List.of(
                Declaration.Broken.class,
                Declaration.Broken.class,
                Declaration.Scope.class,
                Declaration.Broken.class,
                Declaration.Scope.class);
        assertEquals(kinds, tree.declarations().stream().map(Object::getClass).toList());
    }

    @Test
    void brokenDeclarationKeepsItsId() {
        PolicySyntax tree = withMistakes("hard limit C-D applies to nothing.", DiagnosticCode.UNEXPECTED_WORD);
        Declaration.Broken broken =
                assertInstanceOf(Declaration.Broken.class, tree.declarations().get(0));
        assertEquals("hard limit", broken.kind());
        assertEquals(Optional.of("C-D"), broken.id().map(Located::value));
    }

    @Test
    void declarationOfAnUnknownKindKeepsItsId() {
        PolicySyntax tree = withMistakes("Hard limit C-D applies to orders.", DiagnosticCode.UNKNOWN_DECLARATION);
        Declaration.Broken broken =
                assertInstanceOf(Declaration.Broken.class, tree.declarations().get(0));
        assertEquals(Optional.of("C-D"), broken.id().map(Located::value));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a hard limit",
                "a soft limit on order.notional",
                "a cumulative limit",
                "a throttle",
                "an alert flood",
                "an approval",
                "an in-flight control",
                "a monitor",
                "an escalation",
                "a kill switch",
                "the same controls"
            })
    void requirementMayEndInAnyKindOfControl(String need) {
        RoundTrip.of(Texts.HEADER + "require \"r\": every order.desk of (\"a\", \"b\") has " + need + ".");
    }

    @Test
    void declarationAfterAMissingFullStopIsRead() {
        PolicySyntax tree = withMistakes(
                "scope A-B means order.desk is \"a\"\nscope E-F means order.desk is \"b\".",
                DiagnosticCode.MISSING_FULL_STOP);
        assertInstanceOf(Declaration.Scope.class, tree.declarations().get(1));
    }

    @Test
    void allMistakesOfTheValuesOfASentenceAreReported() {
        withMistakes(
                "hard limit A-B applies to orders, when released block the order if order.notional is more than 4 billion "
                        + "and order.quantity is more than 5 share say \"m\".",
                DiagnosticCode.MISSING_UNIT,
                DiagnosticCode.UNKNOWN_UNIT);
    }

    private static PolicySyntax withMistakes(String declarations, DiagnosticCode... expected) {
        Diagnostics diagnostics = new Diagnostics();
        PolicySyntax tree = PolicyReader.read(new SourceText("test.policy", Texts.HEADER + declarations), diagnostics);
        assertEquals(
                List.of(expected),
                diagnostics.sorted().stream().map(found -> found.code()).toList());
        return tree;
    }
}
