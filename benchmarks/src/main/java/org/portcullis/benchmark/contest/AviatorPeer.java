package org.portcullis.benchmark.contest;

import com.googlecode.aviator.AviatorEvaluator;
import com.googlecode.aviator.AviatorEvaluatorInstance;
import com.googlecode.aviator.Expression;
import java.util.AbstractMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Aviator: each control an expression that is compiled to bytecode; the desk's expressions one after the other. */
final class AviatorPeer implements Contender {
    private final Map<String, List<Compiled>> byDesk;
    private final OrderMap environment = new OrderMap();

    private record Compiled(int number, Expression expression) {}

    AviatorPeer(int controls) {
        AviatorEvaluatorInstance aviator = AviatorEvaluator.newInstance();
        byDesk = DeskControl.byDesk(
                controls, control -> new Compiled(control.number(), aviator.compile(text(control), false)));
    }

    private static String text(DeskControl control) {
        return control.expression().replaceAll("(\\w+) in (\\w+)", "seq.contains_key($2, $1)");
    }

    @Override
    public void check(TradeOrder order, Breaches breaches) {
        environment.order = order;
        for (Compiled each : byDesk.getOrDefault(order.desk(), List.of())) {
            if (Boolean.TRUE.equals(each.expression.execute(environment))) {
                breaches.add(each.number);
            }
        }
    }

    /** Shows an order as the map that Aviator reads variables from, without copying it. */
    private static final class OrderMap extends AbstractMap<String, Object> {
        private TradeOrder order = TradeOrders.clean(1, 1).get(0);

        @Override
        public Object get(Object name) {
            return DeskControl.value(order, (String) name);
        }

        @Override
        public boolean containsKey(Object name) {
            return true;
        }

        @Override
        public Object put(String name, Object value) {
            throw new UnsupportedOperationException("expressions assign nothing");
        }

        @Override
        public Set<Entry<String, Object>> entrySet() {
            return Set.of();
        }
    }
}
