package org.portcullis.engine.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class DroolsEvaluatorTest {
    private static final Condition BREACH = Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(10));

    @Test
    void packIsTheOneThatWasLoaded() {
        PolicyPack pack = Packs.of(Packs.hardLimit("LIMIT-ONE", Packs.always(), BREACH));
        assertSame(pack, DroolsEvaluator.factory().load(pack).pack());
    }

    @Test
    void packWithoutControlsReportsNothing() {
        Evaluator evaluator = DroolsEvaluator.factory().load(Packs.of());
        assertEquals(List.of(), Findings.ofOrder(evaluator, notional(500)).list());
    }

    @Test
    void stageWithoutControlsReportsNothing() {
        Evaluator evaluator =
                DroolsEvaluator.factory().load(Packs.of(Packs.hardLimit("LIMIT-ONE", Packs.always(), BREACH)));
        assertEquals(
                List.of(),
                Findings.of(evaluator, notional(500), Stage.WORKING, Tier.ORDERS)
                        .list());
    }

    @Test
    void comparisonOfMoneyWithSharesIsNotLoaded() {
        Condition wrong = Packs.moreThan(Measure.ORDER_NOTIONAL, new Value.Count(1, CountUnit.SHARES));
        assertEquals(
                "control `WRONG-UNIT` cannot be evaluated: `order.notional` is money and is compared with shares",
                refusal(Packs.always(), wrong));
    }

    @Test
    void amountInAnotherCurrencyIsNotLoaded() {
        Condition wrong = Packs.moreThan(Measure.ORDER_NOTIONAL, new Value.Money(1, new CurrencyCode("EUR")));
        assertEquals(
                "control `WRONG-UNIT` cannot be evaluated: `order.notional` is in USD and is compared with an amount in EUR",
                refusal(Packs.always(), wrong));
    }

    @Test
    void orderOfTextsIsNotLoaded() {
        Condition wrong = Packs.compare(Measure.ORDER_DESK, Comparator.MORE_THAN, new Value.Text("A"));
        assertEquals(
                "control `WRONG-UNIT` cannot be evaluated: text has no order, but a condition asks whether "
                        + "`order.desk` is more than something",
                refusal(wrong, BREACH));
    }

    @Test
    void deepestConditionIsEvaluatedOnASmallStack() throws Exception {
        Condition deep = BREACH;
        for (int i = 1; i < ConditionDepth.MAX; i++) {
            deep = i % 2 == 0 ? new Condition.All(List.of(deep, BREACH)) : new Condition.Any(List.of(deep, BREACH));
        }
        Condition condition = deep;
        Callable<List<String>> evaluation = () -> Findings.ofOrder(
                        DroolsEvaluator.factory().load(Packs.of(Packs.hardLimit("DEEP-LIMIT", condition, condition))),
                        notional(500))
                .list();
        FutureTask<List<String>> task = new FutureTask<>(evaluation);
        new Thread(null, task, "small stack", 512 * 1024).start();
        assertEquals(List.of("0 BREACHED", "0 applies"), task.get());
    }

    @Test
    void deeperConditionIsNotLoaded() {
        Condition deep = BREACH;
        for (int i = 0; i < 100_000; i++) {
            deep = new Condition.Not(deep);
        }
        assertEquals(
                "control `WRONG-UNIT` cannot be evaluated: a condition is nested more than " + ConditionDepth.MAX
                        + " levels deep",
                refusal(Packs.always(), deep));
    }

    @Test
    void tenThousandControlsAreLoadedAndEvaluated() {
        List<Control> controls = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            Condition scope = Packs.is(Measure.ORDER_DESK, "Desk " + i / 20);
            controls.add(Packs.hardLimit(
                    "LIMIT-" + i, scope, Packs.moreThan(Measure.ORDER_NOTIONAL, Packs.usd(100 + i % 20))));
        }
        Evaluator evaluator = DroolsEvaluator.factory().load(Packs.of(controls));
        Facts facts = TestFacts.like(notional(110))
                .text(Measure.ORDER_DESK, "Desk 499")
                .build();
        long breached = Findings.ofOrder(evaluator, facts).list().stream()
                .filter(call -> call.endsWith("BREACHED"))
                .count();
        assertEquals(10, breached);
    }

    /** A counter-example of the differential test. */
    @Test
    void averageThatIsAskedOfARoleIsUnknown() {
        Reference windowed = new Reference(Measure.REQUESTER_ROLE, OptionalInt.of(20));
        Condition condition =
                new Condition.Compare(Reference.to(Measure.REQUESTER_ROLE), Comparator.IS, new Bound.Other(windowed));
        Evaluator evaluator =
                DroolsEvaluator.factory().load(Packs.of(Packs.hardLimit("ROLE-LIMIT", Packs.always(), condition)));
        Facts facts = TestFacts.none().roles(Set.of()).build();
        assertEquals(
                List.of("0 CONDITION_UNKNOWN", "0 applies"),
                Findings.ofOrder(evaluator, facts).list());
    }

    @Test
    void everyShareOfANegativeWholeIsAsked() {
        Evaluator evaluator = DroolsEvaluator.factory()
                .load(Packs.of(
                        Packs.hardLimit("SHARE-10", Packs.always(), Packs.moreThanShareOfAdv(100_000, 20)),
                        Packs.hardLimit("SHARE-50", Packs.always(), Packs.moreThanShareOfAdv(500_000, 20))));
        Facts facts = TestFacts.none()
                .micros(Measure.ORDER_QUANTITY, -30)
                .micros(Measure.MARKET_ADV, -100)
                .advTradingDays(20)
                .build();
        assertEquals(
                List.of("0 applies", "1 BREACHED", "1 applies"),
                Findings.ofOrder(evaluator, facts).list());
    }

    @Test
    void onlyEqualConditionsHaveOneText() {
        long seed = 11;
        System.out.println("condition texts: seed " + seed);
        Random random = new Random(seed);
        Map<String, Condition> byText = new HashMap<>();
        for (int i = 0; i < 2_000; i++) {
            for (Control control : PackGenerator.generate(random).controls()) {
                for (Condition condition : Conditions.all(Obligation.breachOf(control))) {
                    Condition known = byText.putIfAbsent(ExpressionText.of(condition), condition);
                    assertEquals(known == null ? condition : known, condition);
                }
            }
        }
    }

    private static String refusal(Condition scope, Condition breach) {
        PolicyPack pack = Packs.of(Packs.hardLimit("WRONG-UNIT", scope, breach));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> DroolsEvaluator.factory().load(pack));
        return String.valueOf(refused.getMessage());
    }

    private static Facts notional(long usd) {
        return TestFacts.none().micros(Measure.ORDER_NOTIONAL, usd * Exact.ONE).build();
    }
}
