package org.portcullis.benchmark.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AgreementTest {
    private static final int CONTROLS = 20;

    @ParameterizedTest
    @EnumSource
    void everyEngineFindsTheSameBreaches(Engine engine) {
        List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, 1);
        try (Contender contender = engine.load(CONTROLS)) {
            assertTrue(Agreement.require(engine, contender, orders, CONTROLS) > 0);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HAND_WRITTEN", "PORTCULLIS", "STATEFUL_SESSION", "STATELESS_SESSION"})
    void enginesWithManyDesksFindTheSameBreaches(Engine engine) {
        for (int controls : new int[] {10, 1_000}) {
            List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, PolicyText.desks(controls));
            try (Contender contender = engine.load(controls)) {
                assertTrue(Agreement.require(engine, contender, orders, controls) > 0);
            }
        }
    }

    @Test
    void oneOrderInTenIsInBreachAndBreachesSeveralControls() {
        List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, 1);
        List<Integer> sizes = orders.stream()
                .map(order -> {
                    Breaches breaches = new Breaches(CONTROLS);
                    Engine.HAND_WRITTEN.load(CONTROLS).check(order, breaches);
                    return breaches.size();
                })
                .filter(size -> size > 0)
                .toList();
        assertTrue(sizes.size() > 80 && sizes.size() < 130, sizes.size() + " orders are in breach");
        assertTrue(sizes.stream().allMatch(size -> size >= 2), "sizes: " + sizes);
    }

    @Test
    void cleanOrdersBreachNothing() {
        List<TradeOrder> clean = TradeOrders.clean(TradeOrders.ROTATION, 1);
        try (Contender contender = Engine.REFERENCE.load(CONTROLS)) {
            assertEquals(0, Agreement.require(Engine.REFERENCE, contender, clean, CONTROLS));
        }
    }

    @Test
    void portcullisAndHandWrittenAskTheSameControls() {
        List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, 50);
        List<Long> asked = IntStream.range(0, 2)
                .mapToObj(each -> each == 0 ? Engine.HAND_WRITTEN : Engine.PORTCULLIS)
                .map(engine -> {
                    Breaches breaches = new Breaches(1_000);
                    try (Contender contender = engine.load(1_000)) {
                        orders.forEach(order -> {
                            breaches.clear();
                            contender.check(order, breaches);
                        });
                    }
                    return breaches.asked();
                })
                .toList();
        assertEquals(asked.get(0), asked.get(1));
    }

    @Test
    void anEngineThatFindsNothingIsNamedWithTheOrder() {
        List<TradeOrder> orders = TradeOrders.mixed(TradeOrders.ROTATION, 1);
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> Agreement.require(Engine.CEL, (order, breaches) -> {}, orders, CONTROLS));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("CEL finds [] on order O-"), refused.toString());
    }
}
