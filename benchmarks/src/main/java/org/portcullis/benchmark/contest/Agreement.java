package org.portcullis.benchmark.contest;

import java.util.List;

/** Holds an engine's breaches against those of the forms themselves, order by order, before anything is timed. */
public final class Agreement {
    private Agreement() {}

    /**
     * Requires that an engine names exactly the controls in breach.
     *
     * @return how many breaches there are in all orders
     * @throws IllegalStateException naming the first order on which it does not
     */
    public static int require(Engine engine, Contender contender, List<TradeOrder> orders, int controls) {
        List<DeskControl> all = DeskControl.first(controls);
        Breaches breaches = new Breaches(controls);
        int total = 0;
        for (TradeOrder order : orders) {
            breaches.clear();
            contender.check(order, breaches);
            List<Integer> expected = expected(order, all);
            if (!breaches.sorted().equals(expected)) {
                throw new IllegalStateException(engine.words() + " finds " + breaches.sorted() + " on order "
                        + order.id() + ", and the controls in breach are " + expected);
            }
            total += expected.size();
        }
        return total;
    }

    private static List<Integer> expected(TradeOrder order, List<DeskControl> controls) {
        return controls.stream()
                .filter(control -> TradeOrders.desk(control.desk()).equals(order.desk()))
                .filter(control ->
                        control.form().flow().map(order.flow()::equals).orElse(true))
                .filter(control -> control.isBreachedBy(order))
                .map(DeskControl::number)
                .toList();
    }
}
