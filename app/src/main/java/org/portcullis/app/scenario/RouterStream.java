package org.portcullis.app.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.portcullis.engine.submission.Given;
import org.portcullis.engine.submission.MarketSnapshot;
import org.portcullis.engine.submission.OrderLine;
import org.portcullis.model.value.Exact;

/**
 * Makes the child orders of a router: all its customers' orders in turn, at an even rate, in an order that the seed shuffles anew for each round.
 *
 * <p>A router that repeats goes on when an order is filled, as long as the router lasts; any other ends when all are. Each child is of one lot and trades at
 * the reference price, or a cent above or below it as the seed has it. The same router and orders give the same stream.
 */
final class RouterStream {
    private static final long CENT = Exact.ONE / 100;

    private final Scenario.Router router;
    private final MarketSnapshot market;
    private long state;

    private RouterStream(Scenario.Router router, MarketSnapshot market) {
        this.router = router;
        this.market = market;
        this.state = router.seed();
    }

    /**
     * One child order.
     *
     * @param after the time from the router's beginning
     * @param priceMicros what it trades at, in the instrument's currency
     */
    record Child(int number, Duration after, OrderLine parent, long quantityMicros, long priceMicros) {}

    /** The children of the orders that are sent to the router, in the order in which it sends them. */
    static List<Child> of(Scenario.Router router, List<OrderLine> parents, MarketSnapshot market) {
        return new RouterStream(router, market).children(parents);
    }

    /** The quantity of an order in millionths of a share; none where it cannot be read. */
    static long micros(Given quantity) {
        return quantity.match(new Given.Cases<>() {
            @Override
            public Long amount(Given.Amount given) {
                return given.micros();
            }

            @Override
            public Long absent(Given.Absent given) {
                return 0L;
            }

            @Override
            public Long unreadable(Given.Unreadable given) {
                return 0L;
            }
        });
    }

    private List<Child> children(List<OrderLine> parents) {
        long lot = router.sharesPerOrder() * Exact.ONE;
        long most = Math.multiplyExact(router.lasting().toMillis(), router.ordersPerSecond()) / 1000;
        List<Child> children = new ArrayList<>();
        for (long round = 0; children.size() < most; round++) {
            long before = round * lot;
            List<OrderLine> open = parents.stream()
                    .filter(parent -> router.repeats() || before < micros(parent.quantity()))
                    .toList();
            if (open.isEmpty()) {
                break;
            }
            for (OrderLine parent : shuffled(open)) {
                if (children.size() == most) {
                    break;
                }
                long left = micros(parent.quantity()) - before;
                Duration after = Duration.ofNanos(
                        children.size() * (Duration.ofSeconds(1).toNanos() / router.ordersPerSecond()));
                children.add(new Child(
                        children.size() + 1,
                        after,
                        parent,
                        router.repeats() ? lot : Math.min(lot, left),
                        price(parent)));
            }
        }
        return children;
    }

    private long price(OrderLine parent) {
        long reference = market.instrument(parent.symbol())
                .map(MarketSnapshot.Instrument::price)
                .map(RouterStream::micros)
                .orElse(0L);
        return Math.max(CENT, reference + (next(3) - 1) * CENT);
    }

    private List<OrderLine> shuffled(List<OrderLine> orders) {
        List<OrderLine> shuffled = new ArrayList<>(orders);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            int other = next(last + 1);
            OrderLine swapped = shuffled.get(last);
            shuffled.set(last, shuffled.get(other));
            shuffled.set(other, swapped);
        }
        return shuffled;
    }

    /** A number from 0 to less than {@code bound}, of a linear congruential generator whose low bits are left out. */
    private int next(int bound) {
        state = state * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        return (int) Long.remainderUnsigned(state >>> 33, bound);
    }
}
