package org.portcullis.benchmark.contest;

import java.util.HashMap;
import java.util.Map;
import org.portcullis.model.value.Exact;

/**
 * What a programmer would write for this one policy: limits by desk in a hash map, comparisons in a row, on the order system's own record.
 *
 * <p>Counts how often each control was asked, as the product does; without counting it is the least that any program can do.
 */
final class HandWritten implements Contender {
    private static final int PER_DESK = ControlForm.all().size();
    private static final int DIRECT = 15;

    private final Map<String, Limits> byDesk = new HashMap<>();
    private final boolean counting;

    HandWritten(int controls, boolean counting) {
        this.counting = counting;
        for (int desk = 0; desk < PolicyText.desks(controls); desk++) {
            byDesk.put(TradeOrders.desk(desk), new Limits(desk, Math.min(PER_DESK, controls - desk * PER_DESK)));
        }
    }

    @Override
    public void check(TradeOrder order, Breaches breaches) {
        Limits of = byDesk.get(order.desk());
        if (of == null) {
            return;
        }
        if (of.count < PER_DESK) {
            of.checkSome(order, breaches);
            return;
        }
        if (counting) {
            of.count(order, breaches);
        }
        of.check(order, breaches);
    }

    /** The limits of one desk, in the units in which orders have them. */
    private static final class Limits {
        private final int first;
        private final int count;
        private final int desk;
        private final long notionalHard;
        private final long notionalSoft;
        private final long quantityHard;
        private final long quantitySoft;
        private final long volumeHard;
        private final long volumeSoft;
        private final long above;
        private final long below;
        private final long outstanding;
        private final long penny;
        private final long dear;
        private final long direct;
        private final long algo;
        private final long program;
        private final long illiquid;

        private Limits(int desk, int count) {
            this.desk = desk;
            this.first = desk * PER_DESK;
            this.count = count;
            notionalHard = ControlForm.NOTIONAL_HARD.limit(desk) * Exact.ONE;
            notionalSoft = ControlForm.NOTIONAL_SOFT.limit(desk) * Exact.ONE;
            quantityHard = ControlForm.QUANTITY_HARD.limit(desk);
            quantitySoft = ControlForm.QUANTITY_SOFT.limit(desk);
            volumeHard = ControlForm.VOLUME_HARD.limit(desk);
            volumeSoft = ControlForm.VOLUME_SOFT.limit(desk);
            above = ControlForm.COLLAR_ABOVE.limit(desk);
            below = ControlForm.COLLAR_BELOW.limit(desk);
            outstanding = ControlForm.OUTSTANDING.limit(desk);
            penny = ControlForm.PENNY.limit(desk) * Exact.ONE;
            dear = ControlForm.DEAR.limit(desk) * Exact.ONE;
            direct = ControlForm.DIRECT_NOTIONAL.limit(desk) * Exact.ONE;
            algo = ControlForm.ALGO_VOLUME.limit(desk);
            program = ControlForm.PROGRAM_QUANTITY.limit(desk);
            illiquid = ControlForm.ILLIQUID.limit(desk);
        }

        private void check(TradeOrder order, Breaches breaches) {
            long quantity = order.quantity();
            long notional = order.notionalMicros();
            long ofVolume = quantity * 100;
            long adv = order.adv();
            if (notional > notionalHard) {
                breaches.add(first);
            }
            if (notional > notionalSoft) {
                breaches.add(first + 1);
            }
            if (quantity > quantityHard) {
                breaches.add(first + 2);
            }
            if (quantity > quantitySoft) {
                breaches.add(first + 3);
            }
            if (ofVolume > volumeHard * adv) {
                breaches.add(first + 4);
            }
            if (ofVolume > volumeSoft * adv) {
                breaches.add(first + 5);
            }
            long price = order.priceMicros() * 100;
            if (price > above * order.marketMicros()) {
                breaches.add(first + 6);
            }
            if (price < below * order.marketMicros()) {
                breaches.add(first + 7);
            }
            if (ControlForm.Names.IS_RESTRICTED.contains(order.symbol())) {
                breaches.add(first + 8);
            }
            if (ofVolume > outstanding * order.outstanding()) {
                breaches.add(first + 9);
            }
            if (ControlForm.Names.IS_BARRED.contains(order.venue())) {
                breaches.add(first + 10);
            }
            if (ControlForm.Names.IS_HALTED.contains(order.state())) {
                breaches.add(first + 11);
            }
            if (order.priceMicros() < penny) {
                breaches.add(first + 12);
            }
            if (order.side().equals("SELL") && order.effect().equals("INCREASING")) {
                breaches.add(first + 13);
            }
            if (order.marketMicros() > dear) {
                breaches.add(first + 14);
            }
            switch (order.flow()) {
                case "DMA" -> {
                    if (notional > direct) {
                        breaches.add(first + 15);
                    }
                }
                case "ALGO" -> {
                    if (ofVolume > algo * adv) {
                        breaches.add(first + 16);
                    }
                }
                case "PROGRAM" -> {
                    if (quantity > program) {
                        breaches.add(first + 17);
                    }
                }
                default -> {}
            }
            if (adv < illiquid) {
                breaches.add(first + 18);
            }
            if (ControlForm.Names.IS_CLOSED.contains(order.currency())) {
                breaches.add(first + 19);
            }
        }

        private void count(TradeOrder order, Breaches breaches) {
            for (int form = 0; form < DIRECT; form++) {
                breaches.applied(first + form);
            }
            switch (order.flow()) {
                case "DMA" -> breaches.applied(first + DIRECT);
                case "ALGO" -> breaches.applied(first + DIRECT + 1);
                case "PROGRAM" -> breaches.applied(first + DIRECT + 2);
                default -> {}
            }
            breaches.applied(first + 18);
            breaches.applied(first + 19);
        }

        /** For a desk that has only some of the controls. */
        private void checkSome(TradeOrder order, Breaches breaches) {
            for (int i = 0; i < count; i++) {
                ControlForm form = ControlForm.all().get(i);
                if (form.flow().map(order.flow()::equals).orElse(true)) {
                    breaches.applied(first + i);
                    if (form.breach().test(order, form.limit(desk))) {
                        breaches.add(first + i);
                    }
                }
            }
        }
    }
}
