package org.portcullis.benchmark.contest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One control of one desk.
 *
 * @param number its place in the policy, which names it in breaches
 */
record DeskControl(int number, int desk, ControlForm form) {

    /** The first so many controls, in the order of the policy. */
    static List<DeskControl> first(int count) {
        int perDesk = ControlForm.all().size();
        List<DeskControl> controls = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            controls.add(new DeskControl(i, i / perDesk, ControlForm.all().get(i % perDesk)));
        }
        return controls;
    }

    /** The index that every engine without one of its own gets: by desk, in a hash map. */
    static <T> Map<String, List<T>> byDesk(int count, Function<DeskControl, T> made) {
        Map<String, List<T>> index = new HashMap<>();
        for (DeskControl control : first(count)) {
            index.computeIfAbsent(TradeOrders.desk(control.desk), none -> new ArrayList<>())
                    .add(made.apply(control));
        }
        return index;
    }

    boolean isBreachedBy(TradeOrder order) {
        return form.breach().test(order, form.limit(desk));
    }

    /** The condition with the flow, as an expression with {@code ==}, {@code &&} and {@code in}. */
    String expression() {
        String breach = form.expression(desk);
        return form.flow().map(flow -> "flow == \"" + flow + "\" && " + breach).orElse(breach);
    }

    /** Reads an order by the names that expressions use; null for a name that there is not. */
    static Object value(TradeOrder order, String name) {
        return switch (name) {
            case "flow" -> order.flow();
            case "symbol" -> order.symbol();
            case "venue" -> order.venue();
            case "state" -> order.state();
            case "side" -> order.side();
            case "effect" -> order.effect();
            case "currency" -> order.currency();
            case "quantity" -> order.quantity();
            case "price" -> order.priceMicros();
            case "market" -> order.marketMicros();
            case "notional" -> order.notionalMicros();
            case "adv" -> order.adv();
            case "outstanding" -> order.outstanding();
            case "RESTRICTED" -> Lists.RESTRICTED;
            case "BARRED" -> Lists.BARRED;
            case "HALTED" -> Lists.HALTED;
            case "CLOSED" -> Lists.CLOSED;
            default -> throw new IllegalArgumentException("no engine asks for `" + name + "`");
        };
    }

    /** The names of numbers in expressions. */
    static final List<String> NUMBERS = List.of("quantity", "price", "market", "notional", "adv", "outstanding");

    /** The names of texts in expressions. */
    static final List<String> TEXTS = List.of("flow", "symbol", "venue", "state", "side", "effect", "currency");

    /** The names of sets in expressions. */
    static final List<String> SETS = List.of("RESTRICTED", "BARRED", "HALTED", "CLOSED");

    /** The sets of expressions, as maps, since every engine looks into maps by hash. */
    static final class Lists {
        static final Map<String, Boolean> RESTRICTED = map(ControlForm.Names.RESTRICTED);
        static final Map<String, Boolean> BARRED = map(ControlForm.Names.BARRED);
        static final Map<String, Boolean> HALTED = map(ControlForm.Names.HALTED);
        static final Map<String, Boolean> CLOSED = map(ControlForm.Names.CLOSED);

        private Lists() {}

        private static Map<String, Boolean> map(List<String> names) {
            Map<String, Boolean> map = new HashMap<>();
            names.forEach(name -> map.put(name, true));
            return map;
        }
    }
}
