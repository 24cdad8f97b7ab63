package org.portcullis.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.portcullis.compiler.diagnostic.SourceText;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.citation.Citation;
import org.portcullis.model.citation.Rationale;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.SpanUnit;
import org.portcullis.model.value.Value;

/** What each kind of declaration becomes in the policy pack. */
class LoweringTest {
    private static final String SCOPE = "scope LDN-D1 means order.desk is \"Delta 1\".\n";

    @Test
    void grantKeepsItsRolesAndCaps() {
        Control.Grant grant = control(
                Control.Grant.class,
                "grant A-B lets role \"Trader\" or role \"Head\" submit baskets in scope LDN-D1, when released "
                        + "up to USD 250 million per order and USD 4 billion per basket.");
        assertEquals(List.of(new Role("Trader"), new Role("Head")), grant.roles());
        assertEquals(Optional.of(usd(250_000_000)), grant.perOrder());
        assertEquals(Optional.of(usd(4_000_000_000L)), grant.perBasket());
        assertEquals("", grant.heading().message());
    }

    @Test
    void rationaleStaysWithItsCitation() {
        Control.Grant grant = control(
                Control.Grant.class,
                "grant A-B cites UK-RTS6 \"15(1)(b)\", UK-RTS6 \"15(1)(c)\" because \"only traders submit\" "
                        + "lets role \"Trader\" submit orders in scope LDN-D1, when released.");
        assertEquals(
                List.of(new Rationale(new Citation("UK-RTS6", "15(1)(c)"), "only traders submit")),
                grant.heading().rationales());
        assertTrue(grant.heading().sentence().contains("\"15(1)(c)\" because \"only traders submit\""));
    }

    @Test
    void grantNeedsNoCaps() {
        Control.Grant grant = control(
                Control.Grant.class, "grant A-B lets role \"Trader\" submit orders in scope LDN-D1, when released.");
        assertEquals(Optional.empty(), grant.perOrder());
        assertEquals(Optional.empty(), grant.perBasket());
    }

    @Test
    void softLimitKeepsItsAcknowledgement() {
        Control.SoftLimit limit = control(
                Control.SoftLimit.class,
                "soft limit A-B cites UK-RTS6 \"15(1)(b)\" applies to orders in scope LDN-D1, when released "
                        + "warn the trader if order.notional is more than USD 25 million acknowledged one by one with a reason, "
                        + "retyping order.notional, largest first by role \"Trading Risk\" say \"{order.notional}\".");
        assertEquals(Target.TRADER, limit.target());
        assertEquals(
                new Acknowledgement(
                        Acknowledgement.Mode.ONE_BY_ONE,
                        true,
                        Optional.of(Reference.to(Measure.ORDER_NOTIONAL)),
                        true,
                        Optional.of(new Role("Trading Risk"))),
                limit.acknowledgement());
    }

    @Test
    void alertFloodThatBlocksHasNoTerms() {
        Control.AlertFlood flood = control(
                Control.AlertFlood.class,
                "alert flood A-B cites FCA-PRIN \"3\" applies to baskets in scope LDN-D1, when released "
                        + "if more than 10 warnings are raised by one basket block the whole basket say \"{count} {limit}\".");
        assertEquals(10, flood.maxWarnings());
        assertEquals(Target.WHOLE_BASKET, flood.target());
        assertEquals(Optional.empty(), flood.terms());
    }

    @Test
    void alertFloodThatHoldsHasTerms() {
        Control.AlertFlood flood = control(
                Control.AlertFlood.class,
                "alert flood A-B cites FCA-PRIN \"3\" applies to baskets in scope LDN-D1, when released "
                        + "if more than 10 warnings are raised by one basket hold the release until 2 of role \"Trading Risk\" "
                        + "excluding the requester within 10 minutes, otherwise reject say \"{count} {limit}\".");
        HoldTerms terms = flood.terms().orElseThrow();
        assertEquals(List.of(new Quorum(2, List.of(new Role("Trading Risk")))), terms.quorums());
        assertEquals(List.of(new Exclusion.Requester()), terms.exclusions());
    }

    @Test
    void approvalKeepsItsTerms() {
        Control.Approval approval = control(
                Control.Approval.class,
                "approval A-B cites UK-RTS6 \"15(6)\" applies to baskets in scope LDN-D1, when released "
                        + "hold the release if basket.notional is more than USD 100 million "
                        + "until 1 of role \"Desk Head\" or role \"Deputy Desk Head\" and 1 of role \"Trading Risk\" "
                        + "excluding the requester, delegates of the requester, role \"Sales\", "
                        + "anyone who changed this rule in the last 30 days "
                        + "each stating a reason, retyping basket.notional within 10 minutes, otherwise reject "
                        + "escalating after 3 minutes to role \"Risk Duty Manager\" missing data holds say \"{basket.notional}\".");
        assertEquals(MissingDataEffect.HOLDS, approval.heading().missingData());
        assertEquals(
                new HoldTerms(
                        List.of(
                                new Quorum(1, List.of(new Role("Desk Head"), new Role("Deputy Desk Head"))),
                                new Quorum(1, List.of(new Role("Trading Risk")))),
                        List.of(
                                new Exclusion.Requester(),
                                new Exclusion.DelegatesOfRequester(),
                                new Exclusion.HoldersOf(new Role("Sales")),
                                new Exclusion.RecentEditors(span(30, SpanUnit.DAYS))),
                        true,
                        Optional.of(Reference.to(Measure.BASKET_NOTIONAL)),
                        span(10, SpanUnit.MINUTES),
                        List.of(new HoldTerms.EscalationStep(
                                span(3, SpanUnit.MINUTES), new Role("Risk Duty Manager")))),
                approval.terms());
    }

    @Test
    void approvalKeepsWhatIsEstimated() {
        Control.Approval approval = control(
                Control.Approval.class,
                "approval A-B cites UK-RTS6 \"15(6)\" applies to baskets in scope LDN-D1, when released "
                        + "hold the release if basket.notional is more than USD 100 million "
                        + "until 1 of role \"Desk Head\" excluding the requester "
                        + "each estimating basket.notional within 10 minutes, otherwise reject say \"{basket.notional}\".");
        assertEquals(
                Optional.of(Reference.to(Measure.BASKET_NOTIONAL)),
                approval.terms().estimated());
        assertEquals(Optional.empty(), approval.terms().retyped());
    }

    @Test
    void testKeepsWhatIsGivenAndExpected() {
        PolicyTest test = compile("test \"t\" given order.desk is \"Delta 1\", basket.items is 349 orders, "
                        + "market.adv over 20 trading days is missing when sent to an algo expect block by A-B, not C-D.\n"
                        + "hard limit A-B cites FCA-PRIN \"3\" applies to orders in scope LDN-D1, when sent to an algo "
                        + "block the order if order.notional is more than USD 2 million say \"{limit}\".\n"
                        + "hard limit C-D cites FCA-PRIN \"3\" applies to orders in scope LDN-D1, when sent to an algo "
                        + "block the order if order.notional is more than USD 3 million say \"{limit}\".")
                .tests()
                .get(0);
        assertEquals(
                new PolicyTest(
                        "t",
                        List.of(
                                new PolicyTest.Given(
                                        Reference.to(Measure.ORDER_DESK), Optional.of(new Value.Text("Delta 1"))),
                                new PolicyTest.Given(
                                        Reference.to(Measure.BASKET_ITEMS),
                                        Optional.of(new Value.Count(349_000_000, CountUnit.ORDERS))),
                                new PolicyTest.Given(
                                        new Reference(Measure.MARKET_ADV, OptionalInt.of(20)), Optional.empty())),
                        Stage.SENT_TO_ALGO,
                        List.of(
                                new PolicyTest.Expectation(PolicyTest.Outcome.BLOCK, Optional.of(new ControlId("A-B"))),
                                new PolicyTest.Expectation(PolicyTest.Outcome.NOT, Optional.of(new ControlId("C-D"))))),
                test);
    }

    @Test
    void controlWithoutScopeAppliesToEverything() {
        Control.HardLimit limit = control(
                Control.HardLimit.class,
                "hard limit A-B cites FCA-PRIN \"3\" applies to orders, when entered "
                        + "block the order if order.notional is more than USD 1 million say \"{limit}\".");
        assertEquals(new Condition.Always(), limit.heading().applies().condition());
    }

    @Test
    void whereAloneIsTheCondition() {
        Control.HardLimit limit = control(
                Control.HardLimit.class,
                "hard limit A-B cites FCA-PRIN \"3\" applies to orders where order.flow is not \"DSA\", when entered "
                        + "block the order if order.notional is more than USD 1 million say \"{limit}\".");
        Condition.Compare where = assertInstanceOf(
                Condition.Compare.class, limit.heading().applies().condition());
        assertEquals(Comparator.IS_NOT, where.comparator());
    }

    private static <T extends Control> T control(Class<T> kind, String declaration) {
        return assertInstanceOf(kind, compile(declaration).controls().get(0));
    }

    private static PolicyPack compile(String declarations) {
        Compilation compilation = PolicyCompiler.compile(
                new SourceText("test.policy", Texts.HEADER + SCOPE + declarations), CompilerSettings.none());
        return compilation
                .pack()
                .orElseThrow(() -> new AssertionError(compilation.diagnostics().toString()));
    }

    private static Value.Money usd(long dollars) {
        return new Value.Money(dollars * 1_000_000, new CurrencyCode("USD"));
    }

    private static Value.TimeSpan span(long number, SpanUnit unit) {
        return new Value.TimeSpan(number * unit.microsInOne(), unit);
    }
}
