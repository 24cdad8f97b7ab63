package org.portcullis.engine.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portcullis.engine.evaluate.Obligation;
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
            .thenComparing(Finding::inFlight, Comparator.reverseOrder())
            .thenComparing(Combination::micros, Comparator.reverseOrder())
            .thenComparing(Finding::line)
            .thenComparing(finding -> finding.control().map(Object::toString).orElse(""))
            .thenComparing(Finding::reason);

    private Combination() {}

    static Assessment of(
            ControlTable table, SubmissionFacts facts, List<Finding> unordered, int asked, List<ControlTally> tallies) {
        PolicyPack pack = table.pack();
        if (unordered.isEmpty()) {
            return new Assessment(
                    Effect.RELEASE,
                    Effect.RELEASE,
                    InFlightEffect.CONTINUE,
                    released(pack, facts),
                    List.of(),
                    List.of(),
                    asked,
                    tallies,
                    List.of());
        }
        List<Finding> findings = unordered.stream().sorted(ORDER).toList();
        Join ofBasket = new Join();
        Map<Integer, Join> ofLines = new HashMap<>();
        for (Finding finding : findings) {
            if (finding.wholeBasket()) {
                ofBasket.add(finding.effect(), finding.inFlight());
            }
            if (finding.line() > 0) {
                ofLines.computeIfAbsent(finding.line(), first -> new Join()).add(finding.effect(), finding.inFlight());
            }
        }
        List<LineDecision> lines = new ArrayList<>(facts.lines().size());
        Join whole = new Join();
        whole.add(ofBasket.effect, ofBasket.inFlight);
        for (Facts line : facts.lines()) {
            Join own = ofLines.get(line.line());
            Join joined = own == null ? ofBasket : own;
            joined.add(ofBasket.effect, ofBasket.inFlight);
            whole.add(joined.effect, joined.inFlight);
            lines.add(line(pack, line, joined));
        }
        return new Assessment(
                whole.effect,
                ofBasket.effect,
                whole.inFlight,
                lines,
                findings,
                new Grouping(table, facts).groups(findings),
                asked,
                tallies,
                holds(table, findings));
    }

    private static List<LineDecision> released(PolicyPack pack, SubmissionFacts facts) {
        Join nothing = new Join();
        List<LineDecision> lines = new ArrayList<>(facts.lines().size());
        for (Facts line : facts.lines()) {
            lines.add(line(pack, line, nothing));
        }
        return lines;
    }

    /** Joins effects in both lattices; mutable. */
    private static final class Join {
        private Effect effect = Effect.RELEASE;
        private InFlightEffect inFlight = InFlightEffect.CONTINUE;

        void add(Effect other, InFlightEffect otherInFlight) {
            effect = effect.join(other);
            inFlight = inFlight.join(otherInFlight);
        }
    }

    private static LineDecision line(PolicyPack pack, Facts line, Join joined) {
        Optional<Value.Money> notional = line.isKnown(Measure.ORDER_NOTIONAL)
                ? Optional.of(new Value.Money(
                        line.micros(Measure.ORDER_NOTIONAL), pack.header().currency()))
                : Optional.empty();
        String id = line.text(Measure.ORDER_ID);
        String symbol = line.text(Measure.ORDER_SYMBOL);
        return new LineDecision(
                line.line(),
                id == null ? "" : id,
                symbol == null ? "" : symbol,
                notional,
                joined.effect,
                joined.inFlight);
    }

    /** The controls whose terms can release what they hold, sorted by id. */
    private static List<Control> holds(ControlTable table, List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.counts() && finding.effect() == Effect.HOLD)
                .flatMap(finding -> finding.control().stream())
                .distinct()
                .sorted()
                .flatMap(id -> table.find(id).stream())
                .filter(control -> Obligation.holdTerms(control).isPresent())
                .toList();
    }

    /** The money at stake; findings without any come last. */
    static long micros(Finding finding) {
        return finding.notional().map(Value.Money::micros).orElse(-1L);
    }
}
