package org.portcullis.compiler.internal.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Target;
import org.portcullis.model.measure.Measure;

/**
 * Finds controls on baskets that read what only a line has, and controls that act on what they cannot reach.
 *
 * <p>A desk, a location, a trader and other text that describes the submission have a value for a basket where all lines agree; amounts, prices, ids and symbols
 * never do.
 */
final class BasketCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        Map<String, ReferenceSyntax> lineScopes = lineScopes(policy);
        for (ControlOutline control : policy.controls()) {
            if (control.isOnBaskets()) {
                control.condition().ifPresent(condition -> lines(condition, diagnostics));
                control.applies().where().ifPresent(condition -> lines(condition, diagnostics));
                control.retyped().ifPresent(retyped -> line(retyped, diagnostics));
                control.applies().scopes().forEach(scope -> scope(lineScopes, scope, diagnostics));
            }
            control.target().ifPresent(target -> target(control, target, diagnostics));
        }
    }

    private static void lines(ConditionSyntax condition, Diagnostics diagnostics) {
        Conditions.leaves(condition).references().forEach(reference -> line(reference, diagnostics));
    }

    private static void line(ReferenceSyntax reference, Diagnostics diagnostics) {
        Measure.byPath(reference.path().value())
                .filter(BasketCheck::differsByLine)
                .ifPresent(measure -> diagnostics.report(
                        DiagnosticCode.NO_SINGLE_VALUE,
                        reference.span(),
                        UserText.quoted(measure.path()) + " is different for every line of a basket",
                        cure(measure)));
    }

    /** The scopes that read what only a line has, with the first place where they do. */
    private static Map<String, ReferenceSyntax> lineScopes(Outline policy) {
        Map<String, ReferenceSyntax> found = new TreeMap<>();
        for (Declaration.Scope scope : policy.scopes()) {
            Conditions.leaves(scope.means()).references().stream()
                    .filter(reference -> Measure.byPath(reference.path().value())
                            .filter(BasketCheck::differsByLine)
                            .isPresent())
                    .findFirst()
                    .ifPresent(reference -> found.putIfAbsent(scope.id().value(), reference));
        }
        return found;
    }

    private static void scope(Map<String, ReferenceSyntax> lineScopes, Located<String> name, Diagnostics diagnostics) {
        Optional.ofNullable(lineScopes.get(name.value()))
                .ifPresent(reference -> diagnostics.report(Diagnostic.of(
                                DiagnosticCode.NO_SINGLE_VALUE,
                                name.span(),
                                "the scope " + UserText.quoted(name.value()) + " reads "
                                        + UserText.quoted(reference.path().value())
                                        + ", which is different for every line of a basket",
                                "apply the control to orders, or use a scope that reads what a whole basket has")
                        .withLabel(reference.span(), "read here")));
    }

    /** Whether a basket as a whole has no value of the measure. */
    static boolean differsByLine(Measure measure) {
        return measure.level() == Measure.Level.ORDER
                && (measure.dimension().isNumeric() || measure == Measure.ORDER_ID || measure == Measure.ORDER_SYMBOL);
    }

    /** The way out for a measure that only a line has. */
    static String cure(Measure measure) {
        return measure == Measure.ORDER_NOTIONAL
                ? "write `basket.notional` for the sum or `basket.largest` for the largest line, or apply the control to orders"
                : "apply the control to orders instead of baskets";
    }

    private static void target(ControlOutline control, Located<Target> target, Diagnostics diagnostics) {
        problem(control, target.value())
                .ifPresent(cure -> diagnostics.report(
                        DiagnosticCode.TARGET_OUT_OF_REACH,
                        target.span(),
                        control.words() + " on "
                                + control.applies().subject().value().word() + " cannot act on "
                                + UserText.quoted(target.value().words()),
                        cure));
    }

    /** The cure if the control cannot act on the target. */
    private static Optional<String> problem(ControlOutline control, Target target) {
        boolean warns = control.kind() == ControlKind.SOFT_LIMIT;
        return switch (target) {
            case WHOLE_BASKET, RELEASE -> warns ? Optional.of("write `warn the trader if …`") : Optional.empty();
            case ORDER ->
                warns
                        ? Optional.of("write `warn the trader if …`")
                        : Optional.of("write `the whole basket`").filter(cure -> control.isOnBaskets());
            case TRADER, DESK ->
                warns
                        ? Optional.empty()
                        : Optional.of("write " + (control.isOnBaskets() ? "`the whole basket`" : "`the order`"));
            case STRATEGY -> Optional.of("write `the order` or `the whole basket`");
        };
    }
}
