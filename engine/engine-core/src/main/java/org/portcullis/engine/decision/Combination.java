package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.engine.fact.Facts;
import org.portcullis.engine.fact.SubmissionFacts;
import org.portcullis.model.PolicyPack;
import org.portcullis.model.control.Control;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/** Joins findings into an assessment; the order in which they come does not matter. */
final class Combination {
    /** Blocks before holds before warnings, largest money first, then what makes the order total. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::effect)
            .reversed()
            .thenComparing(Combination::micros, Comparator.reverseOrder())
            .thenComparing(Finding::line)
            .thenComparing(finding -> finding.control().map(Object::toString).orElse(""))
            .thenComparing(Finding::reason);

    private Combination() {}

    static Assessment of(PolicyPack pack, SubmissionFacts facts, List<Finding> unordered, List<ControlTally> tallies) {
        List<Finding> findings = unordered.stream().sorted(ORDER).toList();
        Effect basketEffect = Effect.RELEASE;
        Map<Integer, Effect> ofLines = new TreeMap<>();
        for (Finding finding : findings) {
            if (finding.wholeBasket()) {
                basketEffect = basketEffect.join(finding.effect());
            }
            if (finding.line() > 0) {
                ofLines.merge(finding.line(), finding.effect(), Effect::join);
            }
        }
        List<LineDecision> lines = new ArrayList<>(facts.lines().size());
        Effect whole = basketEffect;
        for (Facts line : facts.lines()) {
            Effect effect = basketEffect.join(ofLines.getOrDefault(line.line(), Effect.RELEASE));
            whole = whole.join(effect);
            lines.add(line(pack, line, effect));
        }
        return new Assessment(
                whole,
                basketEffect,
                lines,
                findings,
                new Grouping(pack, facts).groups(findings),
                tallies,
                holds(pack, findings));
    }

    private static LineDecision line(PolicyPack pack, Facts line, Effect effect) {
        Optional<Value.Money> notional = line.isKnown(Measure.ORDER_NOTIONAL)
                ? Optional.of(new Value.Money(
                        line.micros(Measure.ORDER_NOTIONAL), pack.header().currency()))
                : Optional.empty();
        String id = line.text(Measure.ORDER_ID);
        String symbol = line.text(Measure.ORDER_SYMBOL);
        return new LineDecision(line.line(), id == null ? "" : id, symbol == null ? "" : symbol, notional, effect);
    }

    /** The controls whose terms can release what they hold, sorted by id. */
    private static List<Control> holds(PolicyPack pack, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.counts() && finding.effect() == Effect.HOLD)
                .flatMap(finding -> finding.control().stream())
                .distinct()
                .sorted()
                .flatMap(id -> pack.find(id).stream())
                .filter(control -> Consequence.terms(control).isPresent())
                .toList();
    }

    /** The money at stake; findings without any come last. */
    static long micros(Finding finding) {
        return finding.notional().map(Value.Money::micros).orElse(-1L);
    }
}
