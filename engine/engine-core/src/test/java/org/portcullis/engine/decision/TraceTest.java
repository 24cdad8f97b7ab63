package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.moreThan;
import static org.portcullis.engine.Sample.moreThanShareOfAdv;
import static org.portcullis.engine.Sample.usd;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Market;
import org.portcullis.engine.Sample;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.FactExtractor;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;

class TraceTest {
    private static final Control SWAPS = new Control.HardLimit(
            Sample.heading(
                    "SWAPS-LIMIT", Subject.ORDERS, Sample.all(Sample.LONDON, Sample.is(Measure.ORDER_FLOW, "swap"))),
            Target.ORDER,
            moreThan(Measure.ORDER_NOTIONAL, usd(1)));
    private static final Assessor ASSESSOR = Assessor.over(ReferenceEvaluator.of(Sample.pack(
            Sample.grant("GRANT-ALL", "Trader"),
            Sample.hardOrder("ADV-LIMIT", moreThanShareOfAdv(95, 20)),
            Sample.hardOrder("ORDER-LIMIT", moreThan(Measure.ORDER_NOTIONAL, usd(10))),
            Sample.softOrder("ORDER-WARNING", moreThan(Measure.ORDER_NOTIONAL, usd(1_000))),
            Sample.flood("WARNING-FLOOD", 0),
            SWAPS)));

    private final SubmissionFacts facts = facts();

    @Test
    void everyControlOfTheStageIsTracedSortedById() {
        assertEquals(
                List.of("ADV-LIMIT", "GRANT-ALL", "ORDER-LIMIT", "ORDER-WARNING", "SWAPS-LIMIT", "WARNING-FLOOD"),
                ASSESSOR.trace(facts, Stage.RELEASED, 1).stream()
                        .map(trace -> trace.control().text())
                        .toList());
    }

    @Test
    void aBreachSaysItsNumbersWithSourceAndAge() {
        ControlTrace trace = trace("ORDER-LIMIT");
        assertEquals(Verdict.BREACHED, trace.verdict());
        assertEquals(Effect.BLOCK, trace.effect());
        assertEquals(
                "applies and is breached: order.notional is more than USD 10 is true (order.notional: USD 20)",
                trace.because());
        ControlTrace.FactReading reading = trace.condition().get(0).facts().get(0);
        assertEquals(Optional.of("computed from order.quantity, price and fx.rate"), reading.source());
        assertEquals(Optional.of(Duration.ofSeconds(30)), reading.age());
        assertEquals(Optional.of(usd(10)), trace.condition().get(0).limit());
    }

    @Test
    void aControlThatDoesNotApplySaysWhichPartIsFalse() {
        ControlTrace trace = trace("SWAPS-LIMIT");
        assertEquals(Verdict.NOT_APPLICABLE, trace.verdict());
        assertEquals("does not apply: order.flow is \"swap\" is false (order.flow: DSA)", trace.because());
        assertEquals(
                List.of(Truth.TRUE, Truth.FALSE),
                trace.applies().stream().map(ControlTrace.Part::truth).toList());
    }

    @Test
    void anUnknownFactSaysWhy() {
        ControlTrace trace = trace("ADV-LIMIT");
        assertEquals(Verdict.CONDITION_UNKNOWN, trace.verdict());
        assertEquals(
                "applies: order.quantity is more than 95% of market.adv over 20 trading days is unknown"
                        + " (order.quantity: 2 shares, market.adv over 20 trading days: not given)",
                trace.because());
    }

    @Test
    void aSatisfiedControlSaysSo() {
        assertEquals(
                "applies and is satisfied: order.notional is more than USD 1,000 is false (order.notional: USD 20)",
                trace("ORDER-WARNING").because());
    }

    @Test
    void controlsForBasketsAreTracedOnTheBasket() {
        ControlTrace trace = trace("WARNING-FLOOD");
        assertEquals(0, trace.line());
        assertEquals(
                "applies and is satisfied: basket.warnings is more than 0 warnings is false"
                        + " (basket.warnings: 0 warnings)",
                trace.because());
    }

    @Test
    void theBasketAloneHasNoOrderControls() {
        assertEquals(
                List.of(new ControlId("GRANT-ALL"), new ControlId("WARNING-FLOOD")),
                ASSESSOR.trace(facts, Stage.RELEASED, 0).stream()
                        .map(ControlTrace::control)
                        .toList());
    }

    @Test
    void aLineThatIsNotThereIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ASSESSOR.trace(facts, Stage.RELEASED, 2));
    }

    private ControlTrace trace(String id) {
        return ASSESSOR.trace(facts, Stage.RELEASED, 1).stream()
                .filter(trace -> trace.control().text().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static SubmissionFacts facts() {
        Market market = Market.empty()
                .instrument("A", Sample.USD, "10", NOW.minusSeconds(30), "", NOW)
                .order("A", "2");
        return new FactExtractor(Sample.header(), market.snapshot(), NOW).facts(market.submission(), Set.of("Trader"));
    }
}
