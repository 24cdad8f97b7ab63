package org.portcullis.engine.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.engine.evaluate.Evaluator;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.fact.FactState;
import org.portcullis.engine.fact.Facts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.Stage;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/** Is one pack with one set of facts, on which two evaluators are compared. */
record Case(PolicyPack pack, Facts facts) {

    /** Where and how two evaluators differ on a case. */
    record Difference(Case where, Stage stage, Tier tier, String expected, String actual) {
        @Override
        public String toString() {
            StringBuilder out = new StringBuilder("evaluators differ on " + stage + " " + tier + ":\n");
            out.append("  reference: ").append(expected).append('\n');
            out.append("  other:     ").append(actual).append('\n');
            return out.append(where).toString();
        }
    }

    /** A stage and a tier, for which evaluators are asked together. */
    record Place(Stage stage, Tier tier) {
        /** Every stage with every tier. */
        static List<Place> all() {
            List<Place> places = new ArrayList<>();
            for (Stage stage : Stage.values()) {
                for (Tier tier : Tier.values()) {
                    places.add(new Place(stage, tier));
                }
            }
            return places;
        }

        /** The places for which the pack has controls. */
        static List<Place> of(PolicyPack pack) {
            return all().stream()
                    .filter(place -> pack.controls().stream()
                            .anyMatch(control ->
                                    control.appliesAt(place.stage) && Obligation.tierOf(control) == place.tier))
                    .toList();
        }
    }

    /** The first of the places where the evaluators differ, if any. */
    static Optional<Difference> difference(Evaluator reference, Evaluator other, Facts facts, List<Place> places) {
        for (Place place : places) {
            Findings expected = Findings.of(reference, facts, place.stage, place.tier);
            Findings actual = Findings.of(other, facts, place.stage, place.tier);
            if (!expected.equals(actual)) {
                return Optional.of(new Difference(
                        new Case(reference.pack(), facts),
                        place.stage,
                        place.tier,
                        expected.toString(),
                        actual.toString()));
            }
        }
        return Optional.empty();
    }

    Optional<Difference> difference(Evaluator.Factory reference, Evaluator.Factory other) {
        return difference(reference.load(pack), other.load(pack), facts, Place.all());
    }

    /** The smallest difference that can be reached from one by leaving out and simplifying, one step at a time. */
    static Difference shrink(Difference found, Evaluator.Factory reference, Evaluator.Factory other) {
        Difference smallest = found;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Case simpler : smallest.where().simpler()) {
                Optional<Difference> again = simpler.difference(reference, other);
                if (again.isPresent()) {
                    smallest = again.get();
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** Cases that are one step simpler; every step makes something smaller, so that shrinking ends. */
    private List<Case> simpler() {
        List<Case> cases = new ArrayList<>();
        List<Control> controls = pack.controls();
        for (int i = 0; i < controls.size() && controls.size() > 1; i++) {
            List<Control> fewer = new ArrayList<>(controls);
            fewer.remove(i);
            cases.add(new Case(Packs.of(fewer), facts));
        }
        for (int i = 0; i < controls.size(); i++) {
            for (Control simpler : simpler(controls.get(i))) {
                List<Control> changed = new ArrayList<>(controls);
                changed.set(i, simpler);
                cases.add(new Case(Packs.of(changed), facts));
            }
        }
        simplerFacts().forEach(simpler -> cases.add(new Case(pack, simpler)));
        return cases;
    }

    private static List<Control> simpler(Control control) {
        List<Control> found = new ArrayList<>();
        for (Condition scope : simpler(control.heading().applies().condition())) {
            found.add(Controls.withScope(control, scope));
        }
        if (Obligation.early(control).isPresent()) {
            found.add(Controls.withoutEarlyWarning(control));
        }
        Controls.written(control)
                .ifPresent(condition ->
                        simpler(condition).forEach(simpler -> found.add(Controls.withWritten(control, simpler))));
        return found;
    }

    private static List<Condition> simpler(Condition condition) {
        List<Condition> found = new ArrayList<>();
        if (!condition.equals(Packs.always())) {
            found.add(Packs.always());
        }
        List<Condition> parts = Conditions.parts(condition);
        found.addAll(parts);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.size() > 1) {
                List<Condition> fewer = new ArrayList<>(parts);
                fewer.remove(i);
                found.add(Conditions.withParts(condition, fewer));
            }
            for (Condition part : simpler(parts.get(i))) {
                List<Condition> changed = new ArrayList<>(parts);
                changed.set(i, part);
                found.add(Conditions.withParts(condition, changed));
            }
        }
        return found;
    }

    private List<Facts> simplerFacts() {
        List<Facts> found = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            if (facts.state(measure) != FactState.NOT_GIVEN) {
                found.add(TestFacts.like(facts)
                        .unknown(measure, FactState.NOT_GIVEN)
                        .build());
            }
            if (!facts.isKnown(measure)) {
                continue;
            }
            if (measure == Measure.REQUESTER_ROLE && !facts.requesterRoles().isEmpty()) {
                found.add(TestFacts.like(facts).roles(Set.of()).build());
            }
            if (measure == Measure.SWITCH_PULLED && !facts.switchesPulled().isEmpty()) {
                found.add(TestFacts.like(facts).pulled(Set.of()).build());
            }
            if (measure.dimension() != Dimension.TEXT && facts.micros(measure) != 0) {
                found.add(TestFacts.like(facts).micros(measure, 0).build());
            }
        }
        for (Reference reference : derived()) {
            if (facts.state(reference) != FactState.NOT_GIVEN) {
                found.add(TestFacts.like(facts)
                        .unknown(reference, FactState.NOT_GIVEN)
                        .build());
            }
            if (facts.isKnown(reference) && facts.micros(reference) != 0) {
                found.add(TestFacts.like(facts).micros(reference, 0).build());
            }
        }
        return found;
    }

    private Set<Reference> derived() {
        return Derived.of(pack);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Control control : pack.controls()) {
            out.append("  control ").append(control.id()).append(' ');
            out.append(control.getClass().getSimpleName()).append(' ');
            out.append(control.heading().applies().subject()).append('\n');
            out.append("    where ")
                    .append(ExpressionText.of(Obligation.appliesOf(control)))
                    .append('\n');
            out.append("    breach ")
                    .append(ExpressionText.of(Obligation.breachOf(control)))
                    .append('\n');
            Obligation.earlyOf(control)
                    .ifPresent(early -> out.append("    early ")
                            .append(ExpressionText.of(early))
                            .append('\n'));
        }
        for (Measure measure : Measure.values()) {
            if (facts.isKnown(measure)) {
                out.append("  fact ").append(measure.path()).append(" = ");
                out.append(
                        Facts.hasSeveralTexts(measure)
                                ? facts.texts(measure)
                                : measure.dimension() == Dimension.TEXT
                                        ? "`" + facts.text(measure) + "`"
                                        : facts.micros(measure) + " millionths");
                out.append('\n');
            }
        }
        for (Reference reference : derived()) {
            if (facts.isKnown(reference)) {
                out.append("  fact ").append(reference.words()).append(" = ").append(facts.micros(reference));
                out.append(" millionths\n");
            }
        }
        return out.append("  averages over ")
                .append(facts.advTradingDays())
                .append(" trading days\n")
                .toString();
    }
}
