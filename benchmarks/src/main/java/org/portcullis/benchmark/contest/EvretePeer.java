package org.portcullis.benchmark.contest;

import org.evrete.KnowledgeService;
import org.evrete.api.FactHandle;
import org.evrete.api.Knowledge;
import org.evrete.api.StatefulSession;
import org.evrete.api.ValuesPredicate;
import org.evrete.api.builders.LhsBuilder;
import org.evrete.api.builders.RuleSetBuilder;

/** Evrete: a Rete engine with one session that a thread keeps; conditions are Java predicates. */
final class EvretePeer implements Contender {
    private final KnowledgeService service = new KnowledgeService();
    private final StatefulSession session;
    private Breaches current = new Breaches(1);

    EvretePeer(int controls) {
        RuleSetBuilder<Knowledge> rules = service.newKnowledge().builder();
        for (DeskControl control : DeskControl.first(controls)) {
            LhsBuilder<Knowledge> when =
                    rules.newRule("control " + control.number()).forEach("$order", TradeOrder.class);
            String desk = TradeOrders.desk(control.desk());
            when.where((ValuesPredicate) values -> desk.equals(values.get(0)), "$order.desk");
            control.form()
                    .flow()
                    .ifPresent(
                            flow -> when.where((ValuesPredicate) values -> flow.equals(values.get(0)), "$order.flow"));
            when.where((ValuesPredicate) values -> control.isBreachedBy((TradeOrder) values.get(0)), "$order");
            when.execute(context -> current.add(control.number()));
        }
        session = rules.build().newStatefulSession();
    }

    @Override
    public void check(TradeOrder order, Breaches breaches) {
        current = breaches;
        FactHandle handle = session.insert(order);
        session.fire();
        session.delete(handle);
        session.fire();
    }

    @Override
    public void close() {
        session.close();
        service.shutdown();
    }
}
