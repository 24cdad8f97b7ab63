package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.portcullis.engine.decision.ControlTrace;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.engine.evaluate.Truth;
import org.portcullis.engine.evaluate.Verdict;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlId;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.value.Value;

/**
 * What one test made of one control: which of its cells the evaluation reached.
 *
 * <p>A comparison decides if the control would have come out otherwise had it alone had the other truth. A limit counts only where its comparison
 * decides, so that a test at the limit of a control that another part of its condition keeps quiet shows nothing about the limit.
 */
final class Judgement implements Cell.Cases<Boolean> {
    /** With more comparisons of one missing fact than this, only those that come first are tried. */
    private static final int MAX_JOINT = 10;

    private final Control control;
    private final ControlTrace trace;
    private final Reading scope;
    private final Reading condition;

    Judgement(Control control, ControlTrace trace) {
        this.control = control;
        this.trace = trace;
        this.scope = Reading.of(Obligation.appliesOf(control), trace.applies());
        this.condition = Reading.of(Obligation.breachOf(control), trace.condition());
    }

    /** The control. */
    ControlId control() {
        return control.id();
    }

    /** Whether the control came out well: it had nothing to say, or, as a grant, covered. */
    boolean isWell() {
        return isFavourable(scope.truth(), condition.truth());
    }

    /** Whether the evaluation reached the cell. */
    boolean reaches(Cell cell) {
        return cell.match(this);
    }

    @Override
    public Boolean breached(Cell.Breached cell) {
        return trace.verdict() == Verdict.BREACHED;
    }

    @Override
    public Boolean satisfied(Cell.Satisfied cell) {
        return trace.verdict() == Verdict.SATISFIED;
    }

    @Override
    public Boolean early(Cell.Early cell) {
        return trace.verdict() == Verdict.EARLY;
    }

    @Override
    public Boolean elsewhere(Cell.Elsewhere cell) {
        return trace.verdict() == Verdict.NOT_APPLICABLE;
    }

    /** The role is the first atom of what a grant does not cover. */
    @Override
    public Boolean otherRole(Cell.OtherRole cell) {
        return trace.verdict() == Verdict.BREACHED
                && condition.truths().get(0) == Truth.FALSE
                && decides(Cell.Part.CONDITION, List.of(0));
    }

    @Override
    public Boolean limit(Cell.Limit cell) {
        Reading side = cell.part() == Cell.Part.SCOPE ? scope : condition;
        List<ControlTrace.FactReading> facts = side.parts().get(cell.atom()).facts();
        OptionalLong left = number(facts.get(0));
        OptionalLong right =
                facts.size() > 1 ? number(facts.get(1)) : cell.threshold().constant();
        return left.isPresent()
                && right.isPresent()
                && cell.threshold()
                        .side(left.getAsLong(), right.getAsLong())
                        .filter(cell.side()::equals)
                        .isPresent()
                && decides(cell.part(), List.of(cell.atom()));
    }

    @Override
    public Boolean missing(Cell.Missing cell) {
        List<Integer> reading = IntStream.range(0, condition.parts().size())
                .filter(index ->
                        condition.parts().get(index).facts().stream().anyMatch(fact -> isGap(fact, cell.fact())))
                .boxed()
                .limit(MAX_JOINT)
                .toList();
        return scope.truth() == Truth.TRUE && !reading.isEmpty() && decides(Cell.Part.CONDITION, reading);
    }

    private static boolean isGap(ControlTrace.FactReading fact, Reference wanted) {
        return fact.gap().isPresent() && fact.reference().equals(wanted);
    }

    private static OptionalLong number(ControlTrace.FactReading fact) {
        return fact.value().map(Value::micros).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /** Whether the control comes out well with some truths of these atoms, and not with others. */
    private boolean decides(Cell.Part part, List<Integer> atoms) {
        boolean well = false;
        boolean badly = false;
        for (int truths = 0; truths < 1 << atoms.size(); truths++) {
            boolean favourable = part == Cell.Part.SCOPE
                    ? isFavourable(scope.with(atoms, truths), condition.truth())
                    : isFavourable(scope.truth(), condition.with(atoms, truths));
            well |= favourable;
            badly |= !favourable;
        }
        return well && badly;
    }

    /** A grant is good for something only where it covers; any other control is well where it says nothing. */
    private boolean isFavourable(Truth applies, Truth breached) {
        boolean satisfied = applies == Truth.TRUE && breached == Truth.FALSE;
        return satisfied || (ControlKind.of(control) != ControlKind.GRANT && applies == Truth.FALSE);
    }

    /** One of the control's conditions with the truths of its atoms. */
    private record Reading(Condition condition, List<Truth> truths, List<ControlTrace.Part> parts) {

        static Reading of(Condition condition, List<ControlTrace.Part> parts) {
            List<Atom> atoms = Atom.of(condition);
            List<Truth> truths = IntStream.range(0, atoms.size())
                    .mapToObj(index -> atoms.get(index).negated()
                            ? parts.get(index).truth().not()
                            : parts.get(index).truth())
                    .toList();
            return new Reading(condition, truths, parts);
        }

        Truth truth() {
            return AtomTruths.of(condition, truths);
        }

        /** The truth, had these atoms the truths that the bits say. */
        Truth with(List<Integer> atoms, int bits) {
            List<Truth> supposed = new ArrayList<>(truths);
            for (int i = 0; i < atoms.size(); i++) {
                supposed.set(atoms.get(i), Truth.of((bits >> i & 1) == 1));
            }
            return AtomTruths.of(condition, supposed);
        }
    }
}
