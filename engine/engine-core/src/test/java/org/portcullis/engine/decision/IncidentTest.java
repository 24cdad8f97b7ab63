package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.shares;
import static org.portcullis.engine.Sample.usd;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Incident;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.Submission;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;
import org.portcullis.model.value.ValueText;

/** The published numbers of 2 May 2022 come out of the evaluation. */
class IncidentTest {
    private static final Control GRANT = Sample.grant("D1-TRADERS", "Delta 1 Trader");
    private static final Control ORDER_2_BILLION =
            Sample.hardOrder("D1-ORDER-NOTIONAL", moreThan(Measure.ORDER_NOTIONAL, usd(2_000_000_000L)));
    private static final Control ORDER_250_MILLION =
            Sample.hardOrder("D1-ORDER-NOTIONAL", moreThan(Measure.ORDER_NOTIONAL, usd(250_000_000L)));
    private static final Control WAVE =
            Sample.hardBasket("LDN-WAVE-NOTIONAL", moreThan(Measure.BASKET_NOTIONAL, usd(4_000_000_000L)));
    private static final Control NOTIONAL_SOFT =
            Sample.softOrder("D1-NOTIONAL-SOFT", moreThan(Measure.ORDER_NOTIONAL, usd(25_000_000L)));
    private static final Control ADV_SOFT = Sample.softOrder("D1-ADV-SOFT", moreThanShareOfAdv(20, 20));
    private static final Control QUANTITY_SOFT =
            Sample.softOrder("D1-QUANTITY-SOFT", moreThan(Measure.ORDER_QUANTITY, shares(100_000_000L)));
    private static final Control ADV_HARD = Sample.hardOrder("D1-ADV-HARD", moreThanShareOfAdv(95, 20));
    private static final Control FLOOD = Sample.flood("D1-ALERT-FLOOD", 10);
    private static final Control APPROVAL =
            Sample.approval("D1-LARGE-BASKET", moreThan(Measure.BASKET_NOTIONAL, usd(100_000_000L)));
    private static final Control INTENT = new Control.HardLimit(
            Sample.heading(
                    "D1-BASKET-INTENT",
                    Subject.BASKETS,
                    Sample.LONDON,
                    MissingDataEffect.BLOCKS,
                    "Basket {basket.id} is {basket.notional}, {ratio} what the client asked for ({basket.intended})."),
            Target.WHOLE_BASKET,
            Sample.any(ofIntended(Comparator.MORE_THAN, 1_100_000), ofIntended(Comparator.LESS_THAN, 900_000)));

    private static final PolicyPack AS_ON_THE_DAY =
            Sample.pack(GRANT, ORDER_2_BILLION, NOTIONAL_SOFT, ADV_SOFT, QUANTITY_SOFT);
    private static final PolicyPack REPAIRED =
            Sample.pack(GRANT, WAVE, ORDER_250_MILLION, ADV_HARD, ADV_SOFT, FLOOD, APPROVAL);

    @Test
    void theBasketsAreWorthWhatWasPublished() {
        assertEquals("USD 444,000,000,054.64", worth(decide(AS_ON_THE_DAY, Incident.erroneous())));
        assertEquals("USD 58,000,209.20", worth(decide(AS_ON_THE_DAY, Incident.intended())));
    }

    @Test
    void onTheDayThereWere711Lines() {
        Decision decision = decide(AS_ON_THE_DAY, Incident.erroneous());
        assertEquals(65, decision.count(Effect.BLOCK));
        assertEquals(646, decision.count(Effect.WARN));
        assertEquals(
                Map.of("D1-ORDER-NOTIONAL", 65, "D1-NOTIONAL-SOFT", 284, "D1-ADV-SOFT", 349, "D1-QUANTITY-SOFT", 13),
                decision.groups().stream()
                        .collect(Collectors.toMap(
                                group -> group.control().orElseThrow().text(), FindingGroup::count)));
        assertEquals(
                65,
                decision.findings().stream()
                        .filter(finding ->
                                finding.supersededBy().equals(Optional.of(new ControlId("D1-ORDER-NOTIONAL"))))
                        .count());
    }

    @Test
    void onTheDay248BillionWereStoppedAnd196BillionLetThrough() {
        Decision decision = decide(AS_ON_THE_DAY, Incident.erroneous());
        assertEquals(
                "65 orders worth USD 247,999,999,940.36 are blocked: order.notional is more than USD 2 billion",
                decision.groups().get(0).headline());
        assertEquals("USD 196,000,000,114.29 in 284 orders", released(decision));
    }

    @Test
    void anOrderLimitOf250MillionLetsThrough58Orders() {
        Decision decision = decide(
                Sample.pack(GRANT, ORDER_250_MILLION, NOTIONAL_SOFT, ADV_SOFT, QUANTITY_SOFT), Incident.erroneous());
        assertEquals("USD 8,828,253,568.73 in 58 orders", released(decision));
    }

    @Test
    void aWaveLimitOf4BillionLetsNothingThrough() {
        Decision decision = decide(
                Sample.pack(GRANT, ORDER_2_BILLION, NOTIONAL_SOFT, ADV_SOFT, QUANTITY_SOFT, WAVE),
                Incident.erroneous());
        assertEquals("USD 0 in 0 orders", released(decision));
        assertEquals(Effect.BLOCK, decision.basketEffect());
        assertEquals(
                "basket W-1 worth USD 444,000,000,054.64 is blocked: basket.notional is more than USD 4 billion",
                decision.groups().get(0).headline());
    }

    @Test
    void theBasketWas7655TimesWhatTheClientAskedFor() {
        Decision decision = decide(Sample.pack(GRANT, INTENT), Incident.erroneous());
        assertEquals(
                "Basket W-1 is USD 444,000,000,054.64, 7,655 times what the client asked for (USD 58,000,000).",
                decision.findings().get(0).message());
        assertEquals(Optional.of("USD 63,800,000"), decision.findings().get(0).nearestPassing());
        assertEquals(Effect.BLOCK, decision.effect());
    }

    @Test
    void theFloodBreakerBlocks646Warnings() {
        Decision decision = decide(
                Sample.pack(GRANT, ORDER_2_BILLION, NOTIONAL_SOFT, ADV_SOFT, QUANTITY_SOFT, FLOOD),
                Incident.erroneous());
        Finding flood = decision.findings().stream()
                .filter(finding -> finding.control().equals(Optional.of(FLOOD.id())))
                .findFirst()
                .orElseThrow();
        assertEquals(Effect.BLOCK, decision.basketEffect());
        assertEquals("646 warnings", ValueText.readable(flood.observed().orElseThrow()));
        assertEquals(Optional.of("10 warnings"), flood.nearestPassing());
    }

    @Test
    void theRepairedPolicySaysItInAHandfulOfGroups() {
        Decision decision = decide(REPAIRED, Incident.erroneous());
        assertEquals(Effect.BLOCK, decision.effect());
        assertTrue(decision.groups().size() <= 8, decision.groups().size() + " groups");
    }

    @Test
    void theRepairedPolicyReleasesWhatWasMeant() {
        Decision decision = decide(REPAIRED, Incident.intended());
        assertEquals(Effect.RELEASE, decision.effect());
        assertEquals(List.of(), decision.findings());
        assertTrue(decision.tallies().stream().allMatch(tally -> tally.evaluated() > 0));
    }

    @Test
    void missingVolumesBlockTheirOrdersAndAStalePriceTheWholeBasket() {
        MarketSnapshot gaps = Incident.snapshot(
                Set.of("ABN.AS", "NOVO-B.CO", "NESN.SW"), Map.of("SAP.DE", Instant.parse("2022-05-02T07:11:00Z")));
        Decision decision = decide(REPAIRED, Incident.intended(), gaps);
        Finding wave = decision.findings().stream()
                .filter(finding -> finding.control().equals(Optional.of(WAVE.id())))
                .findFirst()
                .orElseThrow();
        assertEquals(ReasonCode.MISSING_DATA, wave.reason());
        assertEquals("refresh market.price of SAP.DE", wave.gaps().get(0).cure());
        assertEquals(Effect.BLOCK, decision.basketEffect());
        assertEquals(
                Set.of("ABN.AS", "NOVO-B.CO", "NESN.SW"),
                decision.findings().stream()
                        .filter(finding -> finding.control().equals(Optional.of(ADV_HARD.id())))
                        .map(Finding::symbol)
                        .collect(Collectors.toSet()));
    }

    @Test
    void threeTimesTheIntendedIsHeld() {
        Decision decision = decide(REPAIRED, Incident.threeTimesTheIntended());
        assertEquals(Effect.HOLD, decision.effect());
        assertEquals(List.of(APPROVAL), decision.holds());
        assertTrue(decision.holdsCanBeMet());
    }

    private static Decision decide(PolicyPack pack, Submission submission) {
        return decide(pack, submission, Incident.snapshot());
    }

    private static Decision decide(PolicyPack pack, Submission submission, MarketSnapshot snapshot) {
        return Assessor.over(ReferenceEvaluator.of(pack))
                .decide(submission, snapshot, Set.of("Delta 1 Trader"), Stage.RELEASED, Incident.AT);
    }

    private static String worth(Decision decision) {
        return ValueText.readable(decision.notional().orElseThrow());
    }

    private static String released(Decision decision) {
        List<LineDecision> released = decision.lines().stream()
                .filter(line -> line.effect().compareTo(Effect.WARN) <= 0)
                .toList();
        long sum = released.stream()
                .mapToLong(line -> line.notional().orElseThrow().micros())
                .sum();
        return ValueText.readable(new Value.Money(sum, Sample.USD)) + " in " + released.size() + " orders";
    }

    private static Condition ofIntended(Comparator comparator, long shareMicros) {
        return new Condition.Compare(
                Reference.to(Measure.BASKET_NOTIONAL),
                comparator,
                new Bound.ShareOf(new Value.Ratio(shareMicros), Reference.to(Measure.BASKET_INTENDED)));
    }
}
