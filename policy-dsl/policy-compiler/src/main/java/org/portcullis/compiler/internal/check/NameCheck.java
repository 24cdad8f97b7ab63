package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.measure.Measure;

/** Finds attributes, scopes and controls that are named and do not exist, and names that say nothing. */
final class NameCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        references(policy).forEach(reference -> attribute(reference, diagnostics));
        policy.controls()
                .forEach(control -> control.applies().scopes().forEach(scope -> scope(policy, scope, diagnostics)));
        policy.tests()
                .forEach(test -> test.expectations().stream()
                        .flatMap(expectation -> expectation.by().stream())
                        .forEach(control -> control(policy, control, diagnostics)));
        blanks(policy, diagnostics);
    }

    private static List<ReferenceSyntax> references(Outline policy) {
        List<ReferenceSyntax> references =
                new ArrayList<>(Conditions.leaves(Conditions.of(policy)).references());
        policy.controls().forEach(control -> control.retyped().ifPresent(references::add));
        policy.tests()
                .forEach(test -> Tests.facts(test).map(TestSyntax.Given::fact).forEach(references::add));
        return references;
    }

    private static void attribute(ReferenceSyntax reference, Diagnostics diagnostics) {
        String path = reference.path().value();
        Span span = reference.path().span();
        Measure measure = Measure.byPath(path).orElse(null);
        if (measure == null) {
            diagnostics.report(
                    DiagnosticCode.UNKNOWN_MEASURE,
                    span,
                    () -> Diagnostic.of(
                            DiagnosticCode.UNKNOWN_MEASURE,
                            span,
                            "there is no attribute " + UserText.quoted(path),
                            Spelling.cure(
                                    path,
                                    span,
                                    Measure.paths(),
                                    "the attributes are listed under `portcullis explain P0301`")));
        } else if (measure != Measure.MARKET_ADV && reference.overTradingDays().isPresent()) {
            diagnostics.report(
                    DiagnosticCode.WINDOW_NOT_AVERAGED,
                    reference.span(),
                    UserText.quoted(path) + " is no average and has no window of trading days",
                    "leave `over … trading days` out; only `market.adv` is an average");
        }
    }

    private static void scope(Outline policy, Located<String> scope, Diagnostics diagnostics) {
        boolean known =
                policy.scope(scope.value()).isPresent() || policy.unreadIds().contains(scope.value());
        if (!known) {
            diagnostics.report(DiagnosticCode.UNKNOWN_SCOPE, scope.span(), () -> unknownScope(policy, scope));
        }
    }

    private static Diagnostic unknownScope(Outline policy, Located<String> scope) {
        boolean isControl = policy.control(scope.value()).isPresent();
        return Diagnostic.of(
                DiagnosticCode.UNKNOWN_SCOPE,
                scope.span(),
                isControl
                        ? UserText.quoted(scope.value()) + " is a control, not a scope"
                        : "there is no scope " + UserText.quoted(scope.value()),
                Spelling.cure(
                        scope.value(),
                        scope.span(),
                        policy.scopesById().keySet(),
                        "declare it, as in `scope LDN-D1 means order.location is \"London\"`"));
    }

    private static void control(Outline policy, Located<String> id, Diagnostics diagnostics) {
        boolean known = policy.control(id.value()).isPresent()
                || policy.unreadIds().contains(id.value())
                || Names.EXPECTED_REASONS.contains(id.value());
        if (!known) {
            diagnostics.report(DiagnosticCode.UNKNOWN_CONTROL, id.span(), () -> unknownControl(policy, id));
        }
    }

    private static Diagnostic unknownControl(Outline policy, Located<String> id) {
        List<String> candidates = new ArrayList<>(policy.controlsById().keySet());
        candidates.addAll(Names.EXPECTED_REASONS);
        return Diagnostic.of(
                DiagnosticCode.UNKNOWN_CONTROL,
                id.span(),
                "there is no control " + UserText.quoted(id.value()),
                Spelling.cure(id.value(), id.span(), candidates, "name a control of this file"));
    }

    private static void blanks(Outline policy, Diagnostics diagnostics) {
        policy.header().ifPresent(header -> {
            blank(header.name(), "the policy's name", diagnostics);
            blank(header.owner(), "the owner's name", diagnostics);
        });
        policy.controls()
                .forEach(control ->
                        control.syntax().owner().ifPresent(owner -> blank(owner, "the owner's name", diagnostics)));
        policy.tests().forEach(test -> blank(test.name(), "the test's name", diagnostics));
    }

    static void blank(Located<String> name, String what, Diagnostics diagnostics) {
        if (name.value().isBlank()) {
            diagnostics.report(
                    DiagnosticCode.BLANK_NAME,
                    name.span(),
                    what + " is blank",
                    "write a name between the quotation marks");
        }
    }
}
