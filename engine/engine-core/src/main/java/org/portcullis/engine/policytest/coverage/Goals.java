package org.portcullis.engine.policytest.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.portcullis.engine.evaluate.Obligation;
import org.portcullis.model.condition.Atom;
import org.portcullis.model.condition.Condition;
import org.portcullis.model.condition.Reference;
import org.portcullis.model.control.Control;
import org.portcullis.model.control.ControlKind;

/** Says what facts have to be like to reach a cell of a control: one set of wishes for each way there is, the plainest first. */
record Goals(Control control) implements Cell.Cases<Stream<List<Wish>>> {

    /** The ways to reach the cell. */
    Stream<List<Wish>> of(Cell cell) {
        return cell.match(this);
    }

    @Override
    public Stream<List<Wish>> breached(Cell.Breached cell) {
        return Ways.product(List.of(applies(true), breach(true)));
    }

    @Override
    public Stream<List<Wish>> satisfied(Cell.Satisfied cell) {
        return Ways.product(List.of(applies(true), breach(false)));
    }

    @Override
    public Stream<List<Wish>> early(Cell.Early cell) {
        return Obligation.earlyOf(control).stream()
                .flatMap(early -> Ways.product(List.of(applies(true), () -> Ways.of(early, true), breach(false))));
    }

    /** Best where the control would have something to say if it applied. */
    @Override
    public Stream<List<Wish>> elsewhere(Cell.Elsewhere cell) {
        return Stream.concat(
                Ways.product(List.of(applies(false), breach(!isGrant()))),
                applies(false).get());
    }

    @Override
    public Stream<List<Wish>> otherRole(Cell.OtherRole cell) {
        Wish other = new Wish.Holds(Atom.of(condition()).get(0).condition(), false);
        return Ways.product(List.of(applies(true), deciding(condition(), 0, Optional.empty()), only(List.of(other))));
    }

    @Override
    public Stream<List<Wish>> limit(Cell.Limit cell) {
        Supplier<Stream<List<Wish>>> lies = only(List.of(new Wish.Lies(cell.threshold(), cell.side())));
        return cell.part() == Cell.Part.CONDITION
                ? Ways.product(List.of(applies(true), deciding(condition(), cell.atom(), Optional.empty()), lies))
                : Ways.product(List.of(deciding(scope(), cell.atom(), Optional.empty()), breach(!isGrant()), lies));
    }

    @Override
    public Stream<List<Wish>> missing(Cell.Missing cell) {
        List<Atom> atoms = Atom.of(condition());
        return IntStream.range(0, atoms.size())
                .filter(index -> atoms.get(index).references().contains(cell.fact()))
                .boxed()
                .flatMap(index -> Ways.product(List.of(
                        applies(true),
                        deciding(condition(), index, Optional.of(cell.fact().measure())),
                        only(lacking(atoms.get(index), cell.fact())))));
    }

    private static List<Wish> lacking(Atom atom, Reference fact) {
        List<Wish> wishes = new ArrayList<>();
        for (Reference reference : atom.references()) {
            wishes.add(reference.equals(fact) ? new Wish.Lacks(fact) : new Wish.Knows(reference));
        }
        return List.copyOf(wishes);
    }

    private Supplier<Stream<List<Wish>>> applies(boolean wanted) {
        return () -> Ways.of(scope(), wanted);
    }

    private Supplier<Stream<List<Wish>>> breach(boolean wanted) {
        return () -> Ways.of(condition(), wanted);
    }

    private static Supplier<Stream<List<Wish>>> deciding(
            Condition condition, int atom, Optional<org.portcullis.model.measure.Measure> free) {
        return () -> Ways.deciding(condition, atom, free);
    }

    private static Supplier<Stream<List<Wish>>> only(List<Wish> wishes) {
        return () -> Stream.of(wishes);
    }

    private boolean isGrant() {
        return ControlKind.of(control) == ControlKind.GRANT;
    }

    private Condition scope() {
        return Obligation.appliesOf(control);
    }

    private Condition condition() {
        return Obligation.breachOf(control);
    }
}
