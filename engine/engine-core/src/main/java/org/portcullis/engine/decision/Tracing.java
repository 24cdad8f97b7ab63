package org.portcullis.engine.decision;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portcullis.engine.evaluate.ConditionReading;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.ReferenceEvaluator;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.engine.fact.FactGap;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.Provenance;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.ConditionText;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.ValueText;

/** Traces every control of a stage on one order's facts and its basket's, whichever way it turned out. */
record Tracing(PolicyPack pack, Explanation explanation, Set<Tier> tiers) {

    /** The traces sorted by control; controls for baskets are judged on the basket's facts. */
    List<ControlTrace> of(Facts order, Facts basket) {
        return pack.controls().stream()
                .filter(control -> control.appliesAt(explanation.stage()))
                .filter(control -> tiers.contains(Obligation.tierOf(control)))
                .filter(control ->
                        order.line() > 0 || !Obligation.tierOf(control).isOfLines())
                .sorted(Comparator.comparing(Control::id))
                .map(control -> trace(control, Obligation.tierOf(control).isOfLines() ? order : basket))
                .toList();
    }

    private ControlTrace trace(Control control, Facts facts) {
        Verdict verdict = ReferenceEvaluator.of(pack).verdict(control, facts);
        Condition applies = Obligation.appliesOf(control);
        Condition condition = Obligation.breachOf(control);
        Impact impact = Consequence.of(control, verdict, facts, explanation.stage());
        return new ControlTrace(
                control.id(),
                ControlKind.of(control),
                facts.line(),
                verdict,
                impact.effect(),
                impact.inFlight(),
                parts(applies, facts),
                parts(condition, facts),
                because(verdict, parts(applies, facts), parts(condition, facts)));
    }

    private List<ControlTrace.Part> parts(Condition condition, Facts facts) {
        ConditionReading reading = new ConditionReading(facts, explanation.currency());
        return Atom.of(condition).stream()
                .map(atom -> {
                    Condition whole = atom.negated() ? new Condition.Not(atom.condition()) : atom.condition();
                    return new ControlTrace.Part(
                            ConditionText.words(whole),
                            reading.truth(whole),
                            atom.references().stream()
                                    .map(reference -> reading(reference, facts))
                                    .toList(),
                            atom.comparison()
                                    .flatMap(compare -> Measurement.of(compare, facts, explanation.currency())
                                            .limit()));
                })
                .toList();
    }

    private ControlTrace.FactReading reading(Reference reference, Facts facts) {
        Optional<FactGap> gap = explanation.gapOf(reference, facts);
        Optional<Provenance> from = facts.provenance(reference).filter(known -> gap.isEmpty());
        String words;
        if (gap.isPresent()) {
            words = gap.get().state().phrase();
        } else if (Facts.hasSeveralTexts(reference.measure())) {
            String none = reference.measure() == Measure.REQUESTER_ROLE ? "no role" : "none";
            Set<String> texts = facts.texts(reference.measure());
            words = texts.isEmpty() ? none : String.join(", ", texts);
        } else {
            words = facts.value(reference, explanation.currency())
                    .map(ValueText::readable)
                    .orElse("unknown");
        }
        return new ControlTrace.FactReading(
                reference,
                gap.isPresent() ? Optional.empty() : facts.value(reference, explanation.currency()),
                words,
                from.map(Provenance::source),
                from.map(known -> Duration.between(known.observedAt(), facts.at())),
                gap);
    }

    private static String because(Verdict verdict, List<ControlTrace.Part> applies, List<ControlTrace.Part> condition) {
        return switch (verdict) {
            case NOT_APPLICABLE -> "does not apply: " + those(applies, Truth.FALSE, " is false");
            case APPLICABILITY_UNKNOWN -> "may apply: " + those(applies, Truth.UNKNOWN, " is unknown");
            case EARLY ->
                "applies and is satisfied, though nearly breached: " + those(condition, Truth.FALSE, " is false");
            case SATISFIED -> "applies and is satisfied: " + those(condition, Truth.FALSE, " is false");
            case BREACHED -> "applies and is breached: " + those(condition, Truth.TRUE, " is true");
            case CONDITION_UNKNOWN -> "applies: " + those(condition, Truth.UNKNOWN, " is unknown");
        };
    }

    private static String those(List<ControlTrace.Part> parts, Truth truth, String suffix) {
        return parts.stream()
                .filter(part -> part.truth() == truth)
                .map(part -> part.words() + suffix + " ("
                        + part.facts().stream()
                                .map(fact -> fact.reference().words() + ": " + fact.words())
                                .collect(Collectors.joining(", "))
                        + ")")
                .collect(Collectors.joining("; "));
    }
}
