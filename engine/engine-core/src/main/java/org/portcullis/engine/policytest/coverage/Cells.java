package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Tier;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.CurrencyCode;

/**
 * Lists the cells of a control that can exist.
 *
 * <p>A control without a scope applies everywhere; a comparison of texts has no limit; a number below nothing is no number; warnings are counted, so that
 * their number is never missing to a control that waits for the count, and a fact without which a control does not apply is never missing to its condition.
 *
 * @param currency the policy's currency, in which cells name cents
 */
record Cells(Control control, CurrencyCode currency) {

    /** The cells: how the control comes out, its limits, what is missing. */
    List<Cell> all() {
        List<Cell> cells = new ArrayList<>();
        boolean grant = isGrant();
        cells.add(grant ? new Cell.Satisfied(control.id(), "covered") : new Cell.Breached(control.id()));
        if (grant) {
            cells.add(new Cell.OtherRole(control.id()));
        } else if (ControlKind.of(control) != ControlKind.KILL_SWITCH) {
            cells.add(new Cell.Satisfied(control.id(), "passes"));
        }
        if (Obligation.earlyOf(control).isPresent()) {
            cells.add(new Cell.Early(control.id()));
        }
        if (!Atom.of(scope()).isEmpty()) {
            cells.add(new Cell.Elsewhere(control.id()));
        }
        cells.addAll(limits());
        cells.addAll(missing());
        return List.copyOf(cells);
    }

    private List<Cell> limits() {
        long thresholds = numbersIn(scope()) + numbersIn(breach());
        List<Cell> limits = new ArrayList<>();
        addLimits(limits, Cell.Part.CONDITION, breach(), thresholds == 1);
        addLimits(limits, Cell.Part.SCOPE, scope(), thresholds == 1);
        return limits;
    }

    private void addLimits(List<Cell> limits, Cell.Part part, Condition condition, boolean only) {
        List<Atom> atoms = Atom.of(condition);
        for (int index = 0; index < atoms.size(); index++) {
            int atom = index;
            Threshold.of(atoms.get(index)).ifPresent(threshold -> {
                for (Threshold.Side side : Threshold.Side.values()) {
                    if (exists(threshold, side)) {
                        String words = words(threshold, side, part, only);
                        limits.add(new Cell.Limit(control.id(), part, atom, threshold, side, words));
                    }
                }
            });
        }
    }

    /** The only limit needs no name, and the caps of a grant are named as the grant names them. */
    private String words(Threshold threshold, Threshold.Side side, Cell.Part part, boolean only) {
        if (isGrant() && part == Cell.Part.CONDITION) {
            String per = threshold.left().measure() == Measure.BASKET_NOTIONAL ? " per basket" : " per order";
            return threshold.words(side, threshold.limitWords() + per, currency);
        }
        return only
                ? threshold.words(side, "the limit", currency)
                : name(threshold.left()) + " " + threshold.words(side, threshold.limitWords(), currency);
    }

    private static boolean exists(Threshold threshold, Threshold.Side side) {
        OptionalLong constant = threshold.constant();
        return constant.isEmpty() || threshold.value(side, constant.getAsLong()).isPresent();
    }

    private List<Cell> missing() {
        return Atom.of(breach()).stream()
                .flatMap(atom -> atom.references().stream())
                .distinct()
                .filter(fact -> !isAlwaysKnown(fact) && appliesWithout(fact))
                .map(fact -> (Cell) new Cell.Missing(control.id(), fact))
                .toList();
    }

    /** Warnings are counted before whoever waits for their number is asked; a switch of which nothing is said is not pulled. */
    private boolean isAlwaysKnown(Reference fact) {
        Tier tier = Obligation.tierOf(control);
        return (fact.measure() == Measure.BASKET_WARNINGS && tier == Tier.FLOOD)
                || (fact.measure() == Measure.ORDER_WARNINGS && tier == Tier.ORDER_FLOOD)
                || fact.measure() == Measure.SWITCH_PULLED;
    }

    /** Whether the control may apply while the fact is missing, whatever the other facts are. */
    private boolean appliesWithout(Reference fact) {
        List<Truth> atBest = Atom.of(scope()).stream()
                .map(atom -> lacks(atom, fact) ? Truth.UNKNOWN : Truth.of(!atom.negated()))
                .toList();
        return AtomTruths.of(scope(), atBest) == Truth.TRUE;
    }

    private static boolean lacks(Atom atom, Reference fact) {
        return atom.references().contains(fact)
                && OfAtom.askedFor(atom.condition()).isEmpty();
    }

    /** The fact in few words: its attribute, or all of how it is computed over time. */
    static String name(Reference fact) {
        return fact.derivation().isPresent() ? fact.words() : fact.measure().path();
    }

    private static long numbersIn(Condition condition) {
        return Atom.of(condition).stream()
                .flatMap(atom -> Threshold.of(atom).stream())
                .count();
    }

    private boolean isGrant() {
        return ControlKind.of(control) == ControlKind.GRANT;
    }

    private Condition scope() {
        return Obligation.appliesOf(control);
    }

    private Condition breach() {
        return Obligation.breachOf(control);
    }
}
