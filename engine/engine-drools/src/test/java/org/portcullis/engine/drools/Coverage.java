package org.portcullis.engine.drools;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Bound;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Derivation;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;

/** Counts what generated cases touch, so that a test can show that they touch everything. */
final class Coverage {
    private final Map<String, Long> counts = new TreeMap<>();

    /** How often something was touched. */
    long count(String what) {
        return counts.getOrDefault(what, 0L);
    }

    Map<String, Long> counts() {
        return counts;
    }

    void note(PolicyPack pack) {
        for (Control control : pack.controls()) {
            add("control " + control.getClass().getSimpleName());
            add("stage " + control.heading().applies().stage());
            add("subject " + control.heading().applies().subject());
            add("tier " + Obligation.tierOf(control));
            add("kind " + ControlKind.of(control));
            add("rollout " + control.heading().rollout());
            Obligation.early(control).ifPresent(early -> add("early warning of " + ControlKind.of(control)));
            noteCondition("scope", control.heading().applies().condition());
            noteCondition("breach", Obligation.breachOf(control));
        }
    }

    /** Counts that a pack was evaluated as in force on a day. */
    void noteSegment(PolicyPack whole, PolicyPack segment) {
        if (segment.controls().size() < whole.controls().size()) {
            add("segment without a control");
        }
        if (!segment.recalibrations().isEmpty()) {
            add("segment with a recalibration");
        }
        if (!whole.recalibrations().isEmpty() && segment.recalibrations().isEmpty()) {
            add("segment without its recalibration");
        }
    }

    /** Counts the verdicts of the evaluator on the facts. */
    void note(Evaluator reference, Facts facts) {
        Map<Case.Place, Findings> findings = new HashMap<>();
        List<Control> controls = reference.pack().controls();
        for (int i = 0; i < controls.size(); i++) {
            Stage stage = controls.get(i).heading().applies().stage();
            Case.Place place = new Case.Place(stage, Obligation.tierOf(controls.get(i)));
            Verdict verdict = findings.computeIfAbsent(
                            place, any -> Findings.of(reference, facts, place.stage(), place.tier()))
                    .verdict(i);
            add("verdict " + verdict);
            add(ControlKind.of(controls.get(i)) + " " + verdict);
        }
        for (Reference derived : Derived.of(reference.pack())) {
            add((facts.isKnown(derived) ? "known " : "unknown ") + kind(derived));
        }
        for (Measure measure : Measure.values()) {
            add("state " + facts.state(measure));
            add((facts.isKnown(measure) ? "known " : "unknown ") + measure.path());
        }
    }

    private void noteCondition(String where, Condition condition) {
        for (Condition part : Conditions.all(condition)) {
            add(where + " " + part.getClass().getSimpleName());
            part.match(new Conditions.Leaves() {
                @Override
                public Boolean compare(Condition.Compare compare) {
                    add("comparator " + compare.comparator());
                    add("measure " + compare.left().measure().path());
                    compare.left().derivation().ifPresent(how -> add(where + " " + kind(compare.left())));
                    compare.left().overTradingDays().ifPresent(days -> add("window"));
                    return noteBound(compare.right());
                }
            });
        }
    }

    /** `change`, or how a window counts. */
    static String kind(Reference derived) {
        return derived.derivation()
                .map(how -> how.match(new Derivation.Cases<String>() {
                    @Override
                    public String change(Derivation.Change change) {
                        return "change since " + change.since();
                    }

                    @Override
                    public String windowed(Derivation.Windowed window) {
                        return window.aggregate() + (window.span().isPresent() ? " sliding" : " per day");
                    }
                }))
                .orElse("measure");
    }

    private boolean noteBound(Bound bound) {
        add("bound " + bound.getClass().getSimpleName());
        return true;
    }

    private void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }
}
