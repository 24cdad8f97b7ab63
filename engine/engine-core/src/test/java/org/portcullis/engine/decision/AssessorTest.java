package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.Sample.LONDON;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.is;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.not;
import static org.portcullis.engine.Sample.shares;
import static org.portcullis.engine.Sample.usd;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.EvaluationFailure;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.Fingerprint;
import org.portcullis.model.Header;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CountUnit;
import org.portcullis.model.value.Exact;
import org.portcullis.model.value.Value;

class AssessorTest {
    private static final long SEED = 20220502L;
    private static final Control GRANT = Sample.grant("GRANT-ALL", "Trader");
    private static final Control HARD = Sample.hardOrder("HARD-NOTIONAL", moreThan(Measure.ORDER_NOTIONAL, usd(100)));
    private static final Control ELSEWHERE = new Control.HardLimit(
            Sample.heading("HARD-ELSEWHERE", Subject.ORDERS, is(Measure.ORDER_DESK, "Nowhere")),
            Target.ORDER,
            moreThan(Measure.ORDER_QUANTITY, shares(0)));
    private static final Control SOFT = Sample.softOrder("SOFT-NOTIONAL", moreThan(Measure.ORDER_NOTIONAL, usd(10)));
    private static final Control SOFT_QUANTITY =
            Sample.softOrder("SOFT-QUANTITY", moreThan(Measure.ORDER_QUANTITY, shares(5)));
    private static final Control ADV = Sample.hardOrder("HARD-ADV", moreThanShareOfAdv(95, 20));
    private static final Control BASKET =
            Sample.hardBasket("HARD-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(1_000)));
    private static final Control APPROVAL =
            Sample.approval("APPROVE-LARGE", moreThan(Measure.BASKET_NOTIONAL, usd(50)));

    // --- the lattice

    @Test
    void everyPairOfEffectsJoinsToTheStricterWhicheverComesFirst() {
        for (Effect a : Effect.values()) {
            assertEquals(a, a.join(a));
            for (Effect b : Effect.values()) {
                assertEquals(a.join(b), b.join(a));
                for (Effect c : Effect.values()) {
                    assertEquals(a.join(b).join(c), a.join(b.join(c)));
                }
            }
        }
    }

    @Test
    void theOrderOfControlsDoesNotMatter() {
        Random random = new Random(SEED);
        List<Control> controls = new ArrayList<>(List.of(
                GRANT,
                HARD,
                SOFT,
                SOFT_QUANTITY,
                ADV,
                BASKET,
                APPROVAL,
                Sample.flood("FLOOD-ONE", 1),
                Sample.holdingFlood("FLOOD-HOLD", 0),
                Sample.hardOrder("HARD-OTHER", moreThan(Measure.ORDER_NOTIONAL, usd(90))),
                Sample.softBasket("SOFT-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(20)))));
        for (int i = 0; i < 200; i++) {
            Market market = anyMarket(random);
            Decision first = decide(Sample.pack(controls), market);
            Collections.shuffle(controls, random);
            assertEquals(first, decide(Sample.pack(controls), market), "seed " + SEED + ", round " + i);
        }
    }

    @Test
    void addingAControlNeverWeakensADecision() {
        Random random = new Random(SEED);
        List<Control> extra = List.of(HARD, SOFT, ADV, BASKET, APPROVAL, Sample.flood("FLOOD-ONE", 1));
        for (int i = 0; i < 200; i++) {
            Market market = anyMarket(random);
            List<Control> controls = new ArrayList<>(List.of(GRANT, SOFT_QUANTITY));
            Effect before = decide(Sample.pack(controls), market).effect();
            for (Control control : extra) {
                controls.add(control);
                Effect after = decide(Sample.pack(controls), market).effect();
                assertTrue(after.compareTo(before) >= 0, "seed " + SEED + ": " + control.id() + " weakened " + before);
                before = after;
            }
        }
    }

    // --- what one control does

    @Test
    void aHardLimitBlocksItsOrderAlone() {
        Decision decision = decide(Sample.pack(GRANT, HARD), orders("20", "5"));
        assertEquals(List.of(Effect.BLOCK, Effect.RELEASE), effects(decision));
        assertEquals(Effect.RELEASE, decision.basketEffect());
        assertEquals(Effect.BLOCK, decision.effect());
    }

    @Test
    void aHardLimitOnTheWholeBasketStopsAllLines() {
        Control whole = new Control.HardLimit(
                Sample.heading("HARD-WHOLE", Subject.ORDERS, LONDON),
                Target.WHOLE_BASKET,
                moreThan(Measure.ORDER_NOTIONAL, usd(100)));
        Decision decision = decide(Sample.pack(GRANT, whole), orders("20", "5"));
        assertEquals(List.of(Effect.BLOCK, Effect.BLOCK), effects(decision));
        assertEquals(
                "1 order worth USD 200 blocks the whole basket: order.notional is more than USD 100",
                decision.groups().get(0).headline());
    }

    @Test
    void aBasketLimitStopsAllLines() {
        Decision decision = decide(Sample.pack(GRANT, BASKET), orders("99", "5"));
        assertEquals(List.of(Effect.BLOCK, Effect.BLOCK), effects(decision));
    }

    @Test
    void aSoftLimitWarns() {
        Decision decision = decide(Sample.pack(GRANT, SOFT), orders("2"));
        assertEquals(Effect.WARN, decision.effect());
        assertEquals(1, decision.count(Effect.WARN));
        assertEquals(
                "1 order worth USD 20 raises a warning: order.notional is more than USD 10",
                decision.groups().get(0).headline());
    }

    @Test
    void everyHoldAccumulates() {
        Control other = Sample.approval("APPROVE-OTHER", moreThan(Measure.BASKET_NOTIONAL, usd(60)));
        Decision decision = decide(Sample.pack(GRANT, other, APPROVAL), orders("9"));
        assertEquals(Effect.HOLD, decision.effect());
        assertEquals(List.of(APPROVAL, other), decision.holds());
        assertTrue(decision.holdsCanBeMet());
    }

    @Test
    void nothingBreachedReleases() {
        Decision decision = decide(Sample.pack(GRANT, HARD, BASKET), orders("1"));
        assertEquals(Effect.RELEASE, decision.effect());
        assertEquals(List.of(), decision.findings());
        assertEquals(List.of(), decision.groups());
    }

    // --- missing data

    @Test
    void missingDataBlocks() {
        Decision decision = decide(
                Sample.pack(GRANT, ADV),
                Market.empty()
                        .dollars("A", "10", "")
                        .dollars("B", "10", "1000")
                        .order("A", "1")
                        .order("B", "1"));
        Finding finding = decision.findings().get(0);
        assertEquals(List.of(Effect.BLOCK, Effect.RELEASE), effects(decision));
        assertEquals(ReasonCode.MISSING_DATA, finding.reason());
        assertEquals("market.adv of A is not given (give market.adv of A)", finding.message());
        assertEquals(Optional.empty(), finding.nearestPassing());
        assertEquals(
                "1 order worth USD 10 is blocked: market.adv of A is not given",
                decision.groups().get(0).headline());
    }

    @Test
    void anUnknownScopeTakesTheMissingDataEffectToo() {
        Decision decision = decide(Sample.pack(GRANT, HARD), orders("1").desk(Optional.empty()));
        assertEquals(ReasonCode.MISSING_DATA, decision.findings().get(0).reason());
        assertEquals(Effect.BLOCK, decision.effect());
    }

    @Test
    void aSoftLimitWithMissingDataBlocksItsOrderAloneAndIsNoWarning() {
        Control soft = Sample.softOrder("SOFT-ADV", moreThanShareOfAdv(20, 20));
        Decision decision = decide(
                Sample.pack(GRANT, soft, Sample.flood("FLOOD-NONE", 0)),
                Market.empty()
                        .dollars("A", "10", "")
                        .dollars("B", "10", "1000")
                        .order("A", "1")
                        .order("B", "1"));
        assertEquals(List.of(Effect.BLOCK, Effect.RELEASE), effects(decision));
        assertEquals(0, decision.count(Effect.WARN));
    }

    @Test
    void missingDataHoldsWhereTheControlSaysSoAndNobodyCanApproveIt() {
        Control holds = new Control.HardLimit(
                Sample.heading("HARD-ADV", Subject.ORDERS, LONDON, MissingDataEffect.HOLDS, ""),
                Target.ORDER,
                moreThanShareOfAdv(95, 20));
        Decision decision = decide(
                Sample.pack(GRANT, holds, APPROVAL),
                Market.empty().dollars("A", "10", "").order("A", "9"));
        assertEquals(Effect.HOLD, decision.effect());
        assertEquals(List.of(APPROVAL), decision.holds());
        assertFalse(decision.holdsCanBeMet());
    }

    // --- a hard line replaces the soft one

    @Test
    void aHardLineReplacesTheSoftLineOnTheSameMeasureOfTheSameOrder() {
        Decision decision = decide(Sample.pack(GRANT, HARD, SOFT, SOFT_QUANTITY), orders("20", "6"));
        assertEquals(1, decision.count(Effect.BLOCK));
        // the soft notional line of the second order and both soft quantity lines
        assertEquals(3, decision.count(Effect.WARN));
        List<Finding> superseded = decision.findings().stream()
                .filter(finding -> !finding.counts())
                .toList();
        assertEquals(1, superseded.size());
        assertEquals(1, superseded.get(0).line());
        assertEquals(
                Optional.of(new ControlId("HARD-NOTIONAL")), superseded.get(0).supersededBy());
    }

    @Test
    void aReplacedWarningIsInNoGroupAndFeedsNoFlood() {
        Decision decision = decide(Sample.pack(GRANT, HARD, SOFT, Sample.flood("FLOOD-NONE", 0)), orders("20"));
        assertEquals(1, decision.groups().size());
        assertEquals(Effect.RELEASE, decision.basketEffect());
    }

    @Test
    void aHardLimitWithMissingDataReplacesNothing() {
        Control hard = Sample.hardOrder(
                "HARD-BOTH", Sample.all(moreThan(Measure.ORDER_NOTIONAL, usd(1)), moreThanShareOfAdv(1, 30)));
        Decision decision = decide(Sample.pack(GRANT, hard, SOFT), orders("20"));
        assertEquals(1, decision.count(Effect.WARN));
        assertEquals(1, decision.count(Effect.BLOCK));
    }

    // --- floods

    @Test
    void aFloodCountsTheWarningsOfOrdersAndBasket() {
        Control softBasket = Sample.softBasket("SOFT-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(1)));
        PolicyPack two = Sample.pack(GRANT, SOFT, softBasket, Sample.flood("FLOOD-TWO", 2));
        PolicyPack one = Sample.pack(GRANT, SOFT, softBasket, Sample.flood("FLOOD-ONE", 1));
        assertEquals(Effect.WARN, decide(two, orders("2")).effect());
        assertEquals(Effect.BLOCK, decide(one, orders("2")).effect());
    }

    @Test
    void aFloodWithTermsHolds() {
        Control flood = Sample.holdingFlood("FLOOD-HOLD", 0);
        Decision decision = decide(Sample.pack(GRANT, SOFT, flood), orders("2"));
        assertEquals(Effect.HOLD, decision.effect());
        assertEquals(List.of(flood), decision.holds());
    }

    @Test
    void anApprovalMayReadTheWarningsOnceTheyAreCounted() {
        Control approval = Sample.approval(
                "APPROVE-WARNED",
                moreThan(Measure.BASKET_WARNINGS, new Value.Count(1 * Exact.ONE, CountUnit.WARNINGS)));
        assertEquals(
                Effect.HOLD,
                decide(Sample.pack(GRANT, SOFT, approval), orders("2", "2")).effect());
        assertEquals(
                Effect.WARN,
                decide(Sample.pack(GRANT, SOFT, approval), orders("2")).effect());
    }

    @Test
    void anOrderLimitThatReadsTheWarningsFindsThemUnknown() {
        Control hard = Sample.hardOrder(
                "HARD-WARNED", moreThan(Measure.BASKET_WARNINGS, new Value.Count(1 * Exact.ONE, CountUnit.WARNINGS)));
        Decision decision = decide(Sample.pack(GRANT, hard), orders("2"));
        assertEquals(ReasonCode.MISSING_DATA, decision.findings().get(0).reason());
    }

    // --- grants

    @Test
    void withoutAGrantNothingIsReleased() {
        Decision decision = decide(Sample.pack(HARD), orders("1", "2"));
        assertEquals(Effect.BLOCK, decision.basketEffect());
        assertEquals(ReasonCode.NOT_GRANTED, decision.findings().get(0).reason());
        assertEquals(
                "no grant covers basket W-1: the policy has none when released",
                decision.findings().get(0).message());
        assertEquals(1, decision.findings().size());
    }

    @Test
    void aGrantForAnotherRoleDoesNotCover() {
        Decision decision = decide(Sample.pack(Sample.grant("GRANT-RISK", "Risk"), HARD), orders("1"));
        assertEquals(
                "no grant covers basket W-1: GRANT-RISK does not, since the requester does not hold role \"Risk\"",
                decision.findings().get(0).message());
    }

    @Test
    void oneGrantThatCoversSuffices() {
        Decision decision = decide(Sample.pack(Sample.grant("GRANT-RISK", "Risk"), GRANT, HARD), orders("1"));
        assertEquals(Effect.RELEASE, decision.effect());
    }

    @Test
    void aGrantEndsAtItsCaps() {
        PolicyPack pack = Sample.pack(grant(Subject.BASKETS, LONDON, Optional.of(usd(50)), Optional.of(usd(80))), HARD);
        assertEquals(Effect.RELEASE, decide(pack, orders("5", "3")).effect());
        Finding perOrder = decide(pack, orders("6")).findings().get(0);
        assertEquals(
                "no grant covers basket W-1: GRANT-CAPS does not, since basket.largest is USD 60 and the grant ends at USD 50",
                perOrder.message());
        assertEquals(Optional.of(usd(60)), perOrder.observed());
        assertEquals(Optional.of(usd(50)), perOrder.limit());
        assertEquals(
                ReasonCode.NOT_GRANTED,
                decide(pack, orders("5", "4")).findings().get(0).reason());
    }

    @Test
    void aCapThatCannotBeJudgedDoesNotCoverAndNamesTheGap() {
        PolicyPack pack = Sample.pack(grant(Subject.BASKETS, LONDON, Optional.empty(), Optional.of(usd(80))));
        Finding finding = decide(pack, Market.empty().order("X", "1")).findings().stream()
                .filter(each -> each.reason() == ReasonCode.NOT_GRANTED)
                .findFirst()
                .orElseThrow();
        assertEquals("X", finding.gaps().get(0).where());
    }

    @Test
    void aGrantForOrdersCoversLineByLine() {
        PolicyPack pack = Sample.pack(grant(Subject.ORDERS, LONDON, Optional.of(usd(50)), Optional.empty()), HARD);
        Decision some = decide(pack, orders("6", "1"));
        assertEquals(List.of(Effect.BLOCK, Effect.RELEASE), effects(some));
        assertEquals(1, some.findings().get(0).line());
        Decision none = decide(pack, orders("6", "6"));
        assertEquals(0, none.findings().get(0).line());
        assertEquals(Effect.BLOCK, none.basketEffect());
    }

    @Test
    void onlyTheNearestOfManyGrantsAreExplained() {
        List<Control> controls = new ArrayList<>(List.of(HARD));
        for (int i = 1; i <= 9; i++) {
            Condition elsewhere = is(Measure.ORDER_DESK, "Desk " + i);
            controls.add(new Control.Grant(
                    Sample.heading("GRANT-" + i, Subject.BASKETS, i == 7 ? LONDON : elsewhere),
                    List.of(new Role("Risk")),
                    Optional.empty(),
                    Optional.empty()));
        }
        assertEquals(
                "no grant covers basket W-1: GRANT-7 does not, since the requester does not hold role \"Risk\";"
                        + " GRANT-1 does not, since it applies where order.desk is \"Desk 1\";"
                        + " GRANT-2 does not, since it applies where order.desk is \"Desk 2\";"
                        + " 6 other grants do not either",
                decide(Sample.pack(controls), orders("1")).findings().get(0).message());
    }

    @Test
    void ordersThatLackTheSameFactAreNamedTogether() {
        Decision decision = decide(
                Sample.pack(GRANT, ADV),
                Market.empty()
                        .dollars("A", "10", "")
                        .dollars("B", "10", "")
                        .dollars("C", "10", "-1")
                        .order("A", "1")
                        .order("B", "2")
                        .order("C", "1"));
        assertEquals(
                "3 orders worth USD 40 are blocked: market.adv of B, A is not given, and 1 other fact is not known",
                decision.groups().get(0).headline());
    }

    @Test
    void aGrantOfAnotherStageDoesNotCover() {
        Decision decision = Assessor.over(ReferenceEvaluator.of(Sample.pack(GRANT, HARD)))
                .decide(orders("1").submission(), orders("1").snapshot(), Set.of("Trader"), Stage.SENT_TO_ALGO, NOW);
        assertTrue(decision.findings().stream().anyMatch(finding -> finding.reason() == ReasonCode.NOT_GRANTED));
    }

    // --- no policy

    @Test
    void whatNoScopeCoversIsBlocked() {
        Decision decision = decide(Sample.pack(GRANT, HARD), orders("1").desk(Optional.of("Swaps")));
        assertEquals(ReasonCode.NO_POLICY, decision.findings().get(0).reason());
        assertEquals(
                "basket W-1 is blocked: no control of policy `sample` applies to it when released",
                decision.findings().get(0).message());
        assertEquals(Effect.BLOCK, decision.basketEffect());
    }

    @Test
    void aGrantAloneIsNoPolicy() {
        assertEquals(
                ReasonCode.NO_POLICY,
                decide(Sample.pack(GRANT), orders("1")).findings().get(0).reason());
    }

    @Test
    void aLineThatNoScopeCoversIsBlockedAlone() {
        Control onlyA = new Control.HardLimit(
                Sample.heading("HARD-A", Subject.ORDERS, is(Measure.ORDER_SYMBOL, "A")),
                Target.ORDER,
                moreThan(Measure.ORDER_NOTIONAL, usd(100)));
        Decision decision = decide(Sample.pack(GRANT, onlyA), orders("1", "1"));
        assertEquals(List.of(Effect.RELEASE, Effect.BLOCK), effects(decision));
        assertEquals(ReasonCode.NO_POLICY, decision.findings().get(0).reason());
    }

    @Test
    void aControlOfTheBasketCoversItsLines() {
        assertEquals(
                Effect.RELEASE,
                decide(Sample.pack(GRANT, BASKET), orders("1", "1")).effect());
    }

    @Test
    void aPackThatIsNotInForceBlocksEverything() {
        PolicyPack pack = in(Sample.header(MissingDataEffect.BLOCKS, LocalDate.of(2022, 5, 3), Optional.empty()));
        Decision decision = decide(pack, orders("1"));
        assertEquals(
                "basket W-1 is blocked: policy `sample` is not in force on 2022-05-02",
                decision.findings().get(0).message());
        assertEquals(
                "basket W-1 worth USD 10 is blocked: policy `sample` is not in force on 2022-05-02",
                decision.groups().get(0).headline());
        assertEquals(Effect.BLOCK, decision.effect());
        PolicyPack expired = in(Sample.header(
                MissingDataEffect.BLOCKS, LocalDate.of(2022, 1, 1), Optional.of(LocalDate.of(2022, 5, 2))));
        assertEquals(Effect.BLOCK, decide(expired, orders("1")).effect());
    }

    @Test
    void theDayIsThatOfThePolicysZone() {
        Header header = Sample.header(MissingDataEffect.BLOCKS, LocalDate.of(2022, 5, 3), Optional.empty());
        Market market = orders("1");
        // 23:30 on 2 May in UTC is 00:30 on 3 May in London.
        Decision decision = Assessor.over(ReferenceEvaluator.of(in(header)))
                .decide(
                        market.submission(),
                        market.snapshot(),
                        Set.of("Trader"),
                        Stage.RELEASED,
                        Instant.parse("2022-05-02T23:30:00Z"));
        assertFalse(decision.findings().stream().anyMatch(finding -> finding.reason() == ReasonCode.NO_POLICY));
    }

    // --- failures

    @Test
    void aFailedEvaluationBlocksTheWholeBasketAndPublishesNothingElse() {
        Condition euros = moreThan(Measure.ORDER_NOTIONAL, new Value.Money(1, Sample.EUR));
        Decision decision = decide(Sample.pack(GRANT, HARD, Sample.hardOrder("HARD-EUR", euros)), orders("20", "1"));
        assertEquals(1, decision.findings().size());
        assertEquals(ReasonCode.EVALUATION_FAILED, decision.findings().get(0).reason());
        assertEquals(
                "basket W-1 is blocked: control `HARD-EUR` cannot be evaluated: `order.notional` is in USD and is"
                        + " compared with an amount in EUR",
                decision.findings().get(0).message());
        assertEquals(List.of(Effect.BLOCK, Effect.BLOCK), effects(decision));
        assertEquals(List.of(), decision.tallies());
    }

    @Test
    void anEvaluatorThatFailsHalfWayBlocks() {
        for (RuntimeException failure : List.of(
                new EvaluationFailure("stopped", new ArithmeticException()),
                new ArithmeticException("overflow"),
                new IllegalStateException("broken"))) {
            Decision decision = Assessor.over(new FailingEvaluator(Sample.pack(GRANT, SOFT), failure))
                    .decide(orders("2").submission(), orders("2").snapshot(), Set.of("Trader"), Stage.RELEASED, NOW);
            assertEquals(Effect.BLOCK, decision.effect());
            assertEquals(
                    List.of(ReasonCode.EVALUATION_FAILED),
                    decision.findings().stream().map(Finding::reason).toList());
        }
    }

    @Test
    void whatAFailedEvaluationCountedIsForgotten() {
        PolicyPack pack = Sample.pack(GRANT, HARD);
        Evaluator sound = ReferenceEvaluator.of(pack);
        boolean[] fails = {true};
        Assessor assessor = Assessor.over(new Evaluator() {
            @Override
            public PolicyPack pack() {
                return pack;
            }

            @Override
            public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
                sound.evaluate(facts, stage, tier, sink);
                if (fails[0]) {
                    throw new IllegalStateException("broken");
                }
            }
        });
        Market orders = orders("1");
        SubmissionFacts facts = assessor.facts(orders.submission(), orders.snapshot(), Set.of("Trader"), NOW);
        assertEquals(0, assessor.assess(facts, Stage.RELEASED).asked());
        fails[0] = false;
        assertEquals(
                List.of(
                        new ControlTally(new ControlId("GRANT-ALL"), 0, 1, 0, 0),
                        new ControlTally(new ControlId("HARD-NOTIONAL"), 0, 1, 0, 0)),
                assessor.assess(facts, Stage.RELEASED).tallies());
    }

    // --- evidence

    @Test
    void passesAreCountedToo() {
        Decision decision = decide(
                Sample.pack(
                        GRANT,
                        HARD,
                        Sample.hardOrder("HARD-QUANTITY", not(moreThan(Measure.ORDER_QUANTITY, shares(0))))),
                orders("20", "1"));
        assertEquals(
                List.of(
                        new ControlTally(new ControlId("GRANT-ALL"), 0, 1, 0, 0),
                        new ControlTally(new ControlId("HARD-NOTIONAL"), 0, 1, 1, 0),
                        new ControlTally(new ControlId("HARD-QUANTITY"), 0, 2, 0, 0)),
                decision.tallies());
    }

    @Test
    void aControlThatAppliesToNothingIsNotCounted() {
        assertEquals(
                List.of("GRANT-ALL", "HARD-NOTIONAL"),
                decide(Sample.pack(GRANT, HARD, ELSEWHERE), orders("1")).tallies().stream()
                        .map(tally -> tally.control().text())
                        .toList());
    }

    @Test
    void whatIsAskedIsCountedWhetherItAppliesOrNot() {
        Market orders = orders("1");
        Assessor assessor = Assessor.over(ReferenceEvaluator.factory(), Sample.pack(GRANT, HARD, ELSEWHERE));
        SubmissionFacts facts = assessor.facts(orders.submission(), orders.snapshot(), Set.of("Trader"), NOW);
        assertEquals(3, assessor.assess(facts, Stage.RELEASED).asked());
    }

    @Test
    void blocksComeFirstAndTheLargestMoneyFirst() {
        Decision decision = decide(Sample.pack(GRANT, HARD, SOFT_QUANTITY), orders("20", "6", "30"));
        assertEquals(
                List.of("BLOCK 3", "BLOCK 1", "WARN 3", "WARN 1", "WARN 2"),
                decision.findings().stream()
                        .map(finding -> finding.effect() + " " + finding.line())
                        .toList());
    }

    @Test
    void aGroupShowsItsWorstLines() {
        Decision decision = decide(Sample.pack(GRANT, SOFT), orders("2", "3", "4", "5", "6", "7", "8"));
        FindingGroup group = decision.groups().get(0);
        assertEquals(7, group.count());
        assertEquals(usd(350), group.total());
        assertEquals(
                List.of(7, 6, 5, 4, 3),
                group.worst().stream().map(Finding::line).toList());
        assertEquals("7 orders worth USD 350 raise a warning: order.notional is more than USD 10", group.headline());
    }

    @Test
    void theDecisionNamesItsPolicyAndItsSubmission() {
        PolicyPack pack = Sample.pack(GRANT, HARD);
        Decision decision = decide(pack, orders("1"));
        assertEquals(Fingerprint.of(pack).value(), decision.packFingerprint());
        assertEquals(71, decision.submissionDigest().length());
    }

    private static Decision decide(PolicyPack pack, Market market) {
        return Assessor.over(ReferenceEvaluator.of(pack))
                .decide(market.submission(), market.snapshot(), Set.of("Trader"), Stage.RELEASED, NOW);
    }

    /** Orders of A, B, C and so on at USD 10 a share. */
    private static Market orders(String... quantities) {
        Market market = Market.empty();
        for (int i = 0; i < quantities.length; i++) {
            String symbol = Character.toString('A' + i);
            market.dollars(symbol, "10", "1000000").order(symbol, quantities[i]);
        }
        return market;
    }

    private static Market anyMarket(Random random) {
        Market market = Market.empty();
        int lines = 1 + random.nextInt(6);
        for (int i = 0; i < lines; i++) {
            String symbol = Character.toString('A' + i);
            String adv = random.nextInt(8) == 0 ? "" : Integer.toString(1 + random.nextInt(40));
            String quantity = random.nextInt(12) == 0 ? "?" : Integer.toString(1 + random.nextInt(30));
            market.dollars(symbol, "10", adv).order(symbol, quantity);
        }
        return market.desk(random.nextInt(10) == 0 ? Optional.of("Swaps") : Optional.of("Delta 1"));
    }

    private static Control.Grant grant(
            Subject subject, Condition applies, Optional<Value.Money> perOrder, Optional<Value.Money> perBasket) {
        return new Control.Grant(
                Sample.heading("GRANT-CAPS", subject, applies), List.of(new Role("Trader")), perOrder, perBasket);
    }

    private static PolicyPack in(Header header) {
        return new PolicyPack(header, List.of(), List.of(GRANT, HARD), List.of());
    }

    private static List<Effect> effects(Decision decision) {
        return decision.lines().stream().map(LineDecision::effect).toList();
    }

    /** Reports one breach of the pack's second control and then fails. */
    private record FailingEvaluator(PolicyPack pack, RuntimeException failure) implements Evaluator {

        @Override
        public void evaluate(Facts facts, Stage stage, Tier tier, FindingSink sink) {
            sink.applied(1);
            sink.finding(1, Verdict.BREACHED);
            throw failure;
        }
    }
}
