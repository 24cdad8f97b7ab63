package org.portcullis.compiler.internal.check;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Dimension;

/** Says which measures a control limits. */
final class Measured {
    private Measured() {}

    /** The numbers that the control compares with something, in words. */
    static Set<String> of(ControlOutline control) {
        Set<String> measured = new LinkedHashSet<>();
        control.condition()
                .ifPresent(condition -> lefts(condition).forEach(left -> measured.add(References.words(left))));
        control.flood()
                .ifPresent(flood -> measured.add(warnings(flood.raisedByBasket().value())));
        return measured;
    }

    /** Whether the control is of the kind, is enforced, and limits the measure; where none is named, any control of the kind will do. */
    static boolean is(ControlOutline control, ControlKind kind, Optional<ReferenceSyntax> on) {
        return control.kind() == kind
                && control.isEnforced()
                && on.map(one -> limits(control, one)).orElse(true);
    }

    /** Whether the control limits the measure, itself or, where it is named plainly, computed over time. */
    private static boolean limits(ControlOutline control, ReferenceSyntax on) {
        boolean plain = on.derivation().isEmpty() && on.overTradingDays().isEmpty();
        boolean derived = plain
                && control.condition().stream()
                        .flatMap(condition -> lefts(condition).stream())
                        .anyMatch(left -> left.path().value().equals(on.path().value()));
        return derived || of(control).contains(References.words(on));
    }

    private static List<ReferenceSyntax> lefts(ConditionSyntax condition) {
        return Conditions.leaves(condition).comparisons().stream()
                .map(ConditionSyntax.Compare::left)
                .filter(left ->
                        References.dimension(left).filter(Dimension::isNumeric).isPresent())
                .toList();
    }

    private static String warnings(boolean ofBasket) {
        return (ofBasket ? Measure.BASKET_WARNINGS : Measure.ORDER_WARNINGS).path();
    }
}
