package org.portcullis.engine.policytest.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portcullis.engine.Sample.all;
import static org.portcullis.engine.Sample.any;
import static org.portcullis.engine.Sample.compare;
import static org.portcullis.engine.Sample.is;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.not;
import static org.portcullis.engine.Sample.usd;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.policytest.PolicyTests;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.PolicyTest;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

class MissingTestsTest {
    private static final Evaluator.Factory FACTORY = ReferenceEvaluator.factory();
    private static final Control WAVE =
            Sample.hardBasket("LDN-WAVE", moreThan(Measure.BASKET_NOTIONAL, usd(4_000_000_000L)));

    @Test
    void aLimitGetsATestOnEachSideOneWithoutItsFactAndOneElsewhere() {
        assertEquals(
                List.of(
                        "LDN-WAVE: one cent above the limit | order.desk \"Delta 1\","
                                + " basket.notional USD 4,000,000,000.01 | block LDN-WAVE",
                        "LDN-WAVE: at the limit | order.desk \"Delta 1\", basket.notional USD 4 billion | not LDN-WAVE",
                        "LDN-WAVE: does not apply | order.desk \"another desk\", basket.notional USD 8 billion"
                                + " | not LDN-WAVE",
                        "LDN-WAVE: basket.notional missing | order.desk \"Delta 1\", basket.notional missing"
                                + " | block LDN-WAVE"),
                written(WAVE));
    }

    @Test
    void everyCellOfASimplePolicyCanBeTested() {
        assertComplete(
                Sample.grant("D1-TRADERS", "Delta 1 Trader"),
                WAVE,
                Sample.hardOrder("ADV-HARD", Sample.moreThanShareOfAdv(95, 20)),
                Sample.softOrder("ADV-SOFT", Sample.moreThanShareOfAdv(20, 20)),
                Sample.flood("FLOOD-1", 10),
                Sample.holdingFlood("FLOOD-2", 20),
                Sample.approval("LARGE-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(100_000_000L))));
    }

    @Test
    void capsOfAGrantAreTestedOneByOne() {
        assertComplete(new Control.Grant(
                Sample.heading("CAPPED-GRANT", Subject.BASKETS, Sample.LONDON),
                List.of(new Role("Delta 1 Trader"), new Role("Desk Head")),
                Optional.of(usd(250_000_000)),
                Optional.of(usd(4_000_000_000L))));
    }

    @Test
    void alternativesAndNegationsAreSolved() {
        assertComplete(new Control.HardLimit(
                Sample.heading(
                        "MANY-PARTS",
                        Subject.ORDERS,
                        all(
                                any(is(Measure.ORDER_DESK, "Delta 1"), is(Measure.ORDER_FLOW, "DSA")),
                                not(is(Measure.ORDER_SIDE, "SELL")))),
                Target.ORDER,
                any(
                        all(
                                moreThan(Measure.ORDER_NOTIONAL, usd(100)),
                                compare(Measure.BASKET_NOTIONAL, Comparator.AT_LEAST, usd(1_000))),
                        new Condition.Missing(Reference.to(Measure.MARKET_PRICE)))));
    }

    @Test
    void aLimitInTheScopeIsTestedWhereTheControlWouldBeBreached() {
        assertComplete(new Control.HardLimit(
                Sample.heading(
                        "SCOPED-LIMIT",
                        Subject.ORDERS,
                        compare(Measure.ORDER_NOTIONAL, Comparator.AT_LEAST, usd(1_000))),
                Target.ORDER,
                is(Measure.ORDER_SIDE, "SELL")));
    }

    @Test
    void aControlForOrdersThatReadsOnlyTheDeskIsAskedOfAnOrder() {
        assertComplete(Sample.hardOrder("NO-ORDERS", is(Measure.ORDER_LOCATION, "London")));
    }

    @Test
    void aConditionThatCannotBeTrueIsSaidToBe() {
        Control never = Sample.hardBasket(
                "NEVER-TRUE",
                all(
                        moreThan(Measure.BASKET_NOTIONAL, usd(10)),
                        compare(Measure.BASKET_NOTIONAL, Comparator.LESS_THAN, usd(5))));

        assertEquals(
                Optional.of("no facts that a test can give bring it about"),
                proposals(never).stream()
                        .filter(proposal -> proposal.cell().words().equals("breached"))
                        .findFirst()
                        .flatMap(Proposal::reason));
    }

    @Test
    void aGrantThatAnotherCoversCannotBeTold() {
        List<Proposal> proposals = proposals(
                Sample.grant("D1-TRADERS", "Delta 1 Trader"), Sample.grant("D1-TRADERS-AGAIN", "Delta 1 Trader"));

        assertEquals(
                List.of("another grant covers the same facts, so that no outcome tells"),
                proposals.stream()
                        .filter(proposal -> proposal.cell().words().equals("covered"))
                        .map(proposal -> proposal.reason().orElse(""))
                        .distinct()
                        .toList());
    }

    @Test
    void aWarningThatGivesWayIsSaidToGiveWay() {
        List<Proposal> proposals = proposals(
                Sample.hardOrder("HARD-LIMIT", moreThan(Measure.ORDER_NOTIONAL, usd(5))),
                Sample.softOrder("SOFT-LIMIT", moreThan(Measure.ORDER_NOTIONAL, usd(10))));

        assertEquals(
                List.of("the outcome is not its own: SOFT-LIMIT gives way to HARD-LIMIT"),
                proposals.stream()
                        .filter(proposal -> proposal.cell().equals(new Cell.Breached(new ControlId("SOFT-LIMIT"))))
                        .flatMap(proposal -> proposal.reason().stream())
                        .distinct()
                        .toList());
    }

    private static void assertComplete(Control... controls) {
        List<Proposal> proposals = proposals(controls);
        assertEquals(
                List.of(),
                proposals.stream()
                        .filter(proposal -> proposal.test().isEmpty())
                        .map(proposal -> proposal.cell().words() + ": "
                                + proposal.reason().orElseThrow())
                        .toList());
        PolicyPack pack = Sample.pack(controls);
        List<PolicyTest> tests = tests(proposals);
        assertEquals(
                List.of(),
                tests.stream()
                        .filter(test -> !PolicyTests.on(FACTORY, pack).run(test).passed())
                        .toList());
        assertEquals(100, Coverage.of(FACTORY, pack, tests).share().percent());
    }

    private static List<String> written(Control... controls) {
        return tests(proposals(controls)).stream()
                .map(test -> test.name() + " | "
                        + test.given().stream()
                                .map(given -> given.fact().words() + " "
                                        + given.value()
                                                .map(ValueText::canonical)
                                                .orElse("missing"))
                                .collect(Collectors.joining(", "))
                        + " | "
                        + test.expectations().stream()
                                .map(expected -> expected.outcome().word() + " "
                                        + expected.by().orElseThrow())
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static List<PolicyTest> tests(List<Proposal> proposals) {
        return proposals.stream()
                .flatMap(proposal -> proposal.test().stream())
                .distinct()
                .toList();
    }

    private static List<Proposal> proposals(Control... controls) {
        PolicyPack pack = Sample.pack(controls);
        return MissingTests.of(FACTORY, pack, Coverage.of(FACTORY, pack, List.of()));
    }
}
