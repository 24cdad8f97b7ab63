package org.portcullis.compiler.internal.check;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ConditionSyntax;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.ExceptionalReleaseSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.model.control.Action;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.control.Subject;
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
                control.typed().forEach(typed -> line(typed, diagnostics));
                control.applies().scopes().forEach(scope -> scope(lineScopes, scope, diagnostics));
            }
            control.target().ifPresent(target -> target(control, target, diagnostics));
            control.exceptional().ifPresent(release -> exceptional(control, release, diagnostics));
            control.blocksNew().ifPresent(fresh -> kill(control, fresh, diagnostics));
            steps(control, diagnostics);
        }
    }

    private static void lines(ConditionSyntax condition, Diagnostics diagnostics) {
        Conditions.leaves(condition).references().forEach(reference -> line(reference, diagnostics));
    }

    /** What is added up over a window has one value for a basket if the window has: it is the keys that may differ by line. */
    private static void line(ReferenceSyntax reference, Diagnostics diagnostics) {
        if (References.windowed(reference).isPresent()) {
            References.keys(reference).forEach(key -> line(key, diagnostics));
            return;
        }
        References.measure(reference)
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
        problem(control, target.value()).ifPresent(cure -> outOfReach(control, target, cure, diagnostics));
    }

    private static void outOfReach(
            ControlOutline control, Located<Target> target, String cure, Diagnostics diagnostics) {
        String on = control.kind() == ControlKind.ESCALATION
                ? ""
                : " on " + control.applies().subject().value().word();
        diagnostics.report(
                DiagnosticCode.TARGET_OUT_OF_REACH,
                target.span(),
                control.words() + on + " cannot act on "
                        + UserText.quoted(target.value().words()),
                cure);
    }

    /** The cure if the control cannot act on the target. */
    private static Optional<String> problem(ControlOutline control, Target target) {
        if (control.kind() == ControlKind.SOFT_LIMIT) {
            return switch (target) {
                case TRADER, DESK -> Optional.empty();
                case ORDER, WHOLE_BASKET, RELEASE, STRATEGY -> Optional.of("write `warn the trader if …`");
            };
        }
        boolean stopsWorking = control.action()
                .filter(action -> action.value() != Action.BLOCK)
                .isPresent();
        return stopsWorking ? suspending(control, target) : blocking(control, target);
    }

    private static Optional<String> blocking(ControlOutline control, Target target) {
        return switch (target) {
            case WHOLE_BASKET, RELEASE -> Optional.empty();
            case ORDER -> Optional.of("write `the whole basket`").filter(cure -> control.isOnBaskets());
            case TRADER, DESK -> Optional.of("write " + (control.isOnBaskets() ? "`the whole basket`" : "`the order`"));
            case STRATEGY -> Optional.of("write `the order` or `the whole basket`");
        };
    }

    /** What is working may be stopped order by order, or with everything that belongs to somebody or something. */
    private static Optional<String> suspending(ControlOutline control, Target target) {
        return switch (target) {
            case TRADER, DESK -> Optional.empty();
            case RELEASE -> Optional.of("write `the order` or `the whole basket`, which may be working already");
            case WHOLE_BASKET ->
                Optional.of("write `the strategy`")
                        .filter(cure -> control.applies().subject().value() == Subject.STRATEGIES);
            case STRATEGY -> Optional.of("write `the whole basket`").filter(cure -> control.isOnBaskets());
            case ORDER ->
                switch (control.applies().subject().value()) {
                    case BASKETS -> Optional.of("write `the whole basket`");
                    case STRATEGIES -> Optional.of("write `the strategy`");
                    case ORDERS, MESSAGES, EXECUTIONS -> Optional.empty();
                };
        };
    }

    private static void steps(ControlOutline control, Diagnostics diagnostics) {
        control.steps().stream()
                .flatMap(step -> step.consequences().stream())
                .flatMap(consequence -> consequence.act().stream())
                .forEach(act -> suspending(control, act.target().value())
                        .ifPresent(cure -> outOfReach(control, act.target(), cure, diagnostics)));
    }

    /** A kill switch cancels what can still be cancelled, and blocks more of the same. */
    private static void kill(ControlOutline control, Located<Subject> fresh, Diagnostics diagnostics) {
        Located<Subject> all = control.applies().subject();
        boolean cancelled = switch (all.value()) {
            case ORDERS, BASKETS, STRATEGIES -> true;
            case EXECUTIONS, MESSAGES -> false;
        };
        if (!cancelled) {
            diagnostics.report(
                    DiagnosticCode.TARGET_OUT_OF_REACH,
                    all.span(),
                    "a kill switch cannot cancel " + all.value().word(),
                    "write `cancels all orders`");
        } else if (fresh.value() != all.value()) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.TARGET_OUT_OF_REACH,
                            fresh.span(),
                            "a kill switch blocks new ones of what it cancels, and this one cancels "
                                    + all.value().word(),
                            Cure.of(
                                    "write `" + all.value().word() + "`",
                                    Fix.write(fresh.span(), all.value().word())))
                    .withLabel(all.span(), "it cancels these"));
        }
    }

    private static void exceptional(ControlOutline control, ExceptionalReleaseSyntax release, Diagnostics diagnostics) {
        if (control.isOnBaskets() && !release.ofBasket().value()) {
            diagnostics.report(
                    DiagnosticCode.TARGET_OUT_OF_REACH,
                    release.ofBasket().span(),
                    "a hard limit on baskets blocks no single order that could be released",
                    Cure.of(
                            "write `exceptional release of one basket`",
                            Fix.write(release.ofBasket().span(), "basket")));
        }
    }
}
