package org.portcullis.benchmark.contest;

import org.drools.model.DSL;
import org.drools.model.Global;
import org.drools.model.Index;
import org.drools.model.PatternDSL;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Drools as its documentation shows it: rules with consequences in a session, from a canonical model with hashed desks and flows. */
final class DroolsSessions {
    private static final String PACKAGE = "org.portcullis.benchmark.rules";
    private static final String BREACHES = "breaches";

    private DroolsSessions() {}

    /** One session that a thread keeps: an order goes in, rules fire, the order goes out. */
    static Contender stateful(int controls) {
        KieSession session = rules(controls).newKieSession();
        return new Contender() {
            private Breaches last = new Breaches(1);

            @Override
            public void check(TradeOrder order, Breaches breaches) {
                if (breaches != last) {
                    session.setGlobal(BREACHES, breaches);
                    last = breaches;
                }
                FactHandle handle = session.insert(order);
                session.fireAllRules();
                session.delete(handle);
            }

            @Override
            public void close() {
                session.dispose();
            }
        };
    }

    /** A session for each order. */
    static Contender stateless(int controls) {
        StatelessKieSession session = rules(controls).newStatelessKieSession();
        return new Contender() {
            private Breaches last = new Breaches(1);

            @Override
            public void check(TradeOrder order, Breaches breaches) {
                if (breaches != last) {
                    session.setGlobal(BREACHES, breaches);
                    last = breaches;
                }
                session.execute(order);
            }
        };
    }

    private static KieBase rules(int controls) {
        ModelImpl model = new ModelImpl();
        Global<Breaches> breaches = DSL.globalOf(Breaches.class, PACKAGE, BREACHES);
        model.addGlobal(breaches);
        DeskControl.first(controls).forEach(control -> model.addRule(rule(control, breaches)));
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    // Two predicates with one id would share a node, so that every id holds all that tells predicates apart.
    private static Rule rule(DeskControl control, Global<Breaches> breaches) {
        Variable<TradeOrder> order = DSL.declarationOf(TradeOrder.class, "order");
        String desk = TradeOrders.desk(control.desk());
        PatternDef<TradeOrder> pattern = PatternDSL.pattern(order)
                .expr(
                        "desk " + desk,
                        candidate -> desk.equals(candidate.desk()),
                        PatternDSL.alphaIndexedBy(String.class, Index.ConstraintType.EQUAL, 0, TradeOrder::desk, desk),
                        PatternDSL.reactOn("desk"));
        control.form()
                .flow()
                .ifPresent(flow -> pattern.expr(
                        "flow " + flow,
                        candidate -> flow.equals(candidate.flow()),
                        PatternDSL.alphaIndexedBy(String.class, Index.ConstraintType.EQUAL, 1, TradeOrder::flow, flow),
                        PatternDSL.reactOn("flow")));
        pattern.expr(
                "breach " + control.number(), control::isBreachedBy, PatternDSL.reactOn("quantity", "priceMicros"));
        int number = control.number();
        return PatternDSL.rule(PACKAGE, "control " + number)
                .build(pattern, DSL.on(breaches).execute(found -> found.add(number)));
    }
}
