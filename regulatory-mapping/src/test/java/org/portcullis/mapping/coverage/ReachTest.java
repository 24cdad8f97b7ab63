package org.portcullis.mapping.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

class ReachTest {
    private static final Place LONDON = new Place("", "Cash", "London", "DSA");

    @Test
    void whatHasNoConditionAppliesEverywhere() {
        assertEquals(Reach.ALWAYS, Reach.of(Desk.EVERYWHERE, LONDON));
    }

    @Test
    void ownLocationIsReachedAndAnotherIsNot() {
        assertEquals(Reach.ALWAYS, Reach.of(Desk.is(Measure.ORDER_LOCATION, "London"), LONDON));
        assertEquals(Reach.NEVER, Reach.of(Desk.is(Measure.ORDER_LOCATION, "New York"), LONDON));
    }

    @Test
    void exceptionForALocationIsReadTheOtherWayRound() {
        assertEquals(Reach.NEVER, Reach.of(Desk.isNot(Measure.ORDER_LOCATION, "London"), LONDON));
        assertEquals(Reach.ALWAYS, Reach.of(new Condition.Not(Desk.is(Measure.ORDER_LOCATION, "New York")), LONDON));
    }

    @Test
    void whatThePlaceDoesNotTellIsUnknown() {
        assertEquals(Reach.SOMETIMES, Reach.of(Desk.is(Measure.ORDER_SYMBOL, "VOD.L"), LONDON));
        assertEquals(Reach.SOMETIMES, Reach.of(Desk.is(Measure.ORDER_DESK, "Cash"), Place.EVERYWHERE));
    }

    @Test
    void falsePartDecidesAConjunctionThoughAnotherIsUnknown() {
        Condition both = new Condition.All(
                List.of(Desk.is(Measure.ORDER_SYMBOL, "VOD.L"), Desk.is(Measure.ORDER_LOCATION, "New York")));
        assertEquals(Reach.NEVER, Reach.of(both, LONDON));
    }

    @Test
    void truePartDecidesADisjunctionThoughAnotherIsUnknown() {
        Condition either = new Condition.Any(
                List.of(Desk.is(Measure.ORDER_SYMBOL, "VOD.L"), Desk.is(Measure.ORDER_LOCATION, "London")));
        assertEquals(Reach.ALWAYS, Reach.of(either, LONDON));
    }

    @Test
    void listOfLocationsReachesEachOfThem() {
        Condition listed = new Condition.OneOf(
                Reference.to(Measure.ORDER_LOCATION), List.of(new Value.Text("London"), new Value.Text("New York")));
        assertEquals(Reach.ALWAYS, Reach.of(listed, LONDON));
        assertEquals(Reach.NEVER, Reach.of(listed, new Place("", "Cash", "Paris", "")));
    }

    @Test
    void anotherFlowIsNoneThatAPolicyNames() {
        Place other = new Place("", "Cash", "London", Place.OTHER_FLOW);
        assertEquals(Reach.NEVER, Reach.of(Desk.is(Measure.ORDER_FLOW, "DSA"), other));
    }
}
