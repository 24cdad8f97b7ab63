package org.portcullis.benchmark.contest;

import java.util.List;
import java.util.Map;
import org.apache.commons.jexl3.JexlBuilder;
import org.apache.commons.jexl3.JexlContext;
import org.apache.commons.jexl3.JexlEngine;
import org.apache.commons.jexl3.JexlExpression;
import org.jspecify.annotations.Nullable;

/** Apache Commons JEXL: each control an expression that is interpreted; the desk's expressions one after the other. */
final class JexlPeer implements Contender {
    private final Map<String, List<Parsed>> byDesk;
    private final OrderContext context = new OrderContext();

    private record Parsed(int number, JexlExpression expression) {}

    JexlPeer(int controls) {
        JexlEngine jexl = new JexlBuilder().create();
        byDesk = DeskControl.byDesk(
                controls, control -> new Parsed(control.number(), jexl.createExpression(text(control))));
    }

    private static String text(DeskControl control) {
        return control.expression().replaceAll("(\\w+) in (\\w+)", "$1 =~ $2");
    }

    @Override
    public void check(TradeOrder order, Breaches breaches) {
        context.order = order;
        for (Parsed each : byDesk.getOrDefault(order.desk(), List.of())) {
            if (Boolean.TRUE.equals(each.expression.evaluate(context))) {
                breaches.add(each.number);
            }
        }
    }

    /** Shows an order as JEXL's variables. */
    private static final class OrderContext implements JexlContext {
        private TradeOrder order = TradeOrders.clean(1, 1).get(0);

        @Override
        public Object get(String name) {
            return DeskControl.value(order, name);
        }

        @Override
        public boolean has(String name) {
            return true;
        }

        @Override
        public void set(String name, @Nullable Object value) {
            throw new UnsupportedOperationException("expressions assign nothing");
        }
    }
}
