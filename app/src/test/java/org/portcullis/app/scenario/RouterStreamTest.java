package org.portcullis.app.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portcullis.app.scenario.RouterStream.Child;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.model.value.Exact;

class RouterStreamTest {
    private static final Scenario KNIGHT =
            ScenarioFile.read(Path.of("..", "policies", "incidents", "2012-08-01-knight"));
    private static final Scenario.Basket PARENTS =
            Objects.requireNonNull(KNIGHT.baskets().get("parents"));
    private static final List<OrderLine> ORDERS = PARENTS.submission().lines();

    @Test
    void theSameSeedGivesTheSameStream() {
        assertEquals(stream(router(1, true)), stream(router(1, true)));
    }

    @Test
    void anotherSeedGivesAnother() {
        assertNotEquals(stream(router(1, true)), stream(router(2, true)));
    }

    @Test
    void eachRoundHasEveryCustomerOnce() {
        List<Child> children = stream(router(20120801, true));

        for (int round = 0; round < 4; round++) {
            List<Child> ofRound = children.subList(212 * round, 212 * (round + 1));
            assertEquals(
                    212,
                    ofRound.stream()
                            .map(child -> child.parent().orderId())
                            .distinct()
                            .count());
        }
    }

    @Test
    void childrenComeAtAnEvenRateUntilTheEnd() {
        List<Child> children = stream(router(20120801, true));

        assertEquals(888, children.size());
        assertEquals(Duration.ZERO, children.get(0).after());
        assertTrue(children.get(887).after().compareTo(Duration.ofMillis(600)) < 0);
    }

    @Test
    void aChildTradesWithinACentOfTheReferencePrice() {
        for (Child child : stream(router(20120801, true))) {
            long reference = RouterStream.micros(PARENTS.market()
                    .instrument(child.parent().symbol())
                    .orElseThrow()
                    .price());
            assertTrue(Math.abs(child.priceMicros() - reference) <= Exact.ONE / 100, child::toString);
        }
    }

    @Test
    void aRouterThatDoesNotRepeatSendsExactlyWhatWasAskedFor() {
        Map<OrderLine, Long> sent = stream(router(20120801, false)).stream()
                .collect(Collectors.groupingBy(Child::parent, Collectors.summingLong(Child::quantityMicros)));

        for (OrderLine order : ORDERS) {
            assertEquals(RouterStream.micros(order.quantity()), sent.get(order));
        }
    }

    private static List<Child> stream(Scenario.Router router) {
        return RouterStream.of(router, ORDERS, PARENTS.market());
    }

    private static Scenario.Router router(long seed, boolean repeats) {
        return new Scenario.Router(
                "told", "ROUTER", seed, 1481, Duration.ofMillis(600), 100, repeats, false, Duration.ZERO, "a scale");
    }
}
