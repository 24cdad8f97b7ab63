package org.portcullis.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Comparator;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;
import org.portcullis.model.value.Value;

class ConditionTextTest {
    private static final Condition LONDON = new Condition.Compare(
            Reference.to(Measure.ORDER_LOCATION), Comparator.IS, new Bound.Constant(new Value.Text("London")));
    private static final Condition ADV = new Condition.Compare(
            Reference.to(Measure.ORDER_QUANTITY),
            Comparator.MORE_THAN,
            new Bound.ShareOf(new Value.Ratio(950_000), new Reference(Measure.MARKET_ADV, OptionalInt.of(20))));
    private static final Condition INTENT = new Condition.Compare(
            Reference.to(Measure.BASKET_NOTIONAL),
            Comparator.AT_MOST,
            new Bound.Other(Reference.to(Measure.BASKET_INTENDED)));
    private static final Condition DESKS = new Condition.OneOf(
            Reference.to(Measure.ORDER_DESK), List.of(new Value.Text("Delta 1"), new Value.Text("Swaps")));

    @Test
    void conditionsReadAsPoliciesSpellThem() {
        Condition missing = new Condition.Missing(Reference.to(Measure.MARKET_PRICE));
        Condition whole = new Condition.All(
                List.of(LONDON, new Condition.Any(List.of(ADV, INTENT)), new Condition.Not(DESKS), missing));
        assertEquals(
                "order.location is \"London\" and (order.quantity is more than 95% of market.adv over 20 trading days"
                        + " or basket.notional is at most basket.intended)"
                        + " and not (order.desk is one of (\"Delta 1\", \"Swaps\")) and market.price is missing",
                ConditionText.words(whole));
    }

    @Test
    void aConstantKeepsItsUnit() {
        Bound bound = new Bound.Constant(new Value.Money(4_000_000_000_000_000L, new CurrencyCode("USD")));
        assertEquals("USD 4 billion", ConditionText.words(bound));
    }

    @Test
    void atomsKnowWhetherTheyAreNegated() {
        Condition condition = new Condition.Not(new Condition.Any(List.of(ADV, new Condition.Not(LONDON))));
        List<Atom> atoms = Atom.of(condition);
        assertEquals(List.of(ADV, LONDON), atoms.stream().map(Atom::condition).toList());
        assertEquals(List.of(true, false), atoms.stream().map(Atom::negated).toList());
    }

    @Test
    void aConditionReadsBothSides() {
        assertTrue(Atom.reads(ADV, Measure.MARKET_ADV));
        assertFalse(Atom.reads(ADV, Measure.MARKET_PRICE));
    }

    @Test
    void theFirstComparisonOfNumbersSaysWhatAConditionIsAbout() {
        assertEquals(Optional.of(Measure.ORDER_QUANTITY), Atom.primaryMeasure(new Condition.All(List.of(LONDON, ADV))));
        assertEquals(Optional.of(Measure.ORDER_LOCATION), Atom.primaryMeasure(LONDON));
        assertEquals(Optional.empty(), Atom.primaryMeasure(DESKS));
    }
}
