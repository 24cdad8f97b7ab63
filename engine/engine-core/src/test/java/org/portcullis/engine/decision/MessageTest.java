package org.portcullis.engine.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portcullis.engine.Sample.LONDON;
import static org.portcullis.engine.Sample.NOW;
import static org.portcullis.engine.Sample.ORIGIN;
import static org.portcullis.engine.Sample.USD;
import static org.portcullis.engine.Sample.usd;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portcullis.engine.Sample;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.MissingDataEffect;
import org.portcullis.model.control.Subject;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

class MessageTest {
    private static final Reference DESK_DAY = Reference.derived(
            Measure.ORDER_NOTIONAL,
            new Derivation.Windowed(
                    Derivation.Aggregate.SUM,
                    List.of(Measure.ORDER_DESK),
                    Optional.empty(),
                    Derivation.Counting.UNLESS_SAID));
    private static final Reference ON_ARRIVAL =
            Reference.derived(Measure.MARKET_PRICE, new Derivation.Change(Derivation.Moment.ARRIVAL));

    @Test
    void whatAWindowAddsUpIsSaidWithItsUnit() {
        Facts facts = Facts.builder(1, NOW)
                .number(DESK_DAY, usd(7_000).micros(), ORIGIN)
                .build();
        assertEquals("USD 7,000 used, unknown moved", said("{used} used, {change} moved", DESK_DAY, usd(6_000), facts));
    }

    @Test
    void aChangeIsSaidAsAPercentage() {
        Facts facts = Facts.builder(1, NOW).number(ON_ARRIVAL, 60_000, ORIGIN).build();
        assertEquals(
                "moved 6%, unknown used",
                said("moved {change}, {used} used", ON_ARRIVAL, new Value.Ratio(50_000), facts));
    }

    @Test
    void whatIsNotKnownIsSaidToBeUnknown() {
        assertEquals(
                "unknown",
                said("{used}", DESK_DAY, usd(6_000), Facts.builder(1, NOW).build()));
    }

    private static String said(String message, Reference left, Value limit, Facts facts) {
        Control control = new Control.HardLimit(
                Sample.heading("LIMIT-ONE", Subject.ORDERS, LONDON, MissingDataEffect.BLOCKS, message),
                Target.ORDER,
                new Condition.Compare(left, Comparator.MORE_THAN, new Bound.Constant(limit)));
        return new Message(facts, USD, Measurement.NONE, control).text();
    }
}
