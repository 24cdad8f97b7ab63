package org.portcullis.engine.drools;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.FindingSink;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.control.Stage;

/** Records every call of an evaluator, in an order that does not depend on the order of the calls. */
final class Findings implements FindingSink {
    private final Map<String, Integer> calls = new TreeMap<>();

    static Findings of(Evaluator evaluator, Facts facts, Stage stage, Tier tier) {
        Findings findings = new Findings();
        evaluator.evaluate(facts, stage, tier, findings);
        return findings;
    }

    /** The findings of the orders' controls when they are entered. */
    static Findings ofOrder(Evaluator evaluator, Facts facts) {
        return of(evaluator, facts, Stage.ENTERED, Tier.ORDERS);
    }

    @Override
    public void applied(int control) {
        calls.merge(control + " applies", 1, Integer::sum);
    }

    @Override
    public void finding(int control, Verdict verdict) {
        calls.merge(control + " " + verdict, 1, Integer::sum);
    }

    /** Every call that was made, once for each time. */
    List<String> list() {
        return calls.entrySet().stream()
                .flatMap(call -> java.util.Collections.nCopies(call.getValue(), call.getKey()).stream())
                .toList();
    }

    /** What the calls say of one control. */
    Verdict verdict(int control) {
        for (Verdict verdict :
                List.of(Verdict.EARLY, Verdict.BREACHED, Verdict.CONDITION_UNKNOWN, Verdict.APPLICABILITY_UNKNOWN)) {
            if (calls.containsKey(control + " " + verdict)) {
                return verdict;
            }
        }
        return calls.containsKey(control + " applies") ? Verdict.SATISFIED : Verdict.NOT_APPLICABLE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Findings findings && calls.equals(findings.calls);
    }

    @Override
    public int hashCode() {
        return calls.hashCode();
    }

    @Override
    public String toString() {
        return list().toString();
    }
}
