package org.portcullis.compiler.internal.check;

import java.util.ArrayList;
import java.util.List;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.Spelling;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.ReferenceSyntax;
import org.portcullis.compiler.syntax.TestSyntax;
import org.portcullis.model.control.ControlKind;
import org.portcullis.model.measure.Measure;
import org.portcullis.model.value.Value;

/** Finds attributes, scopes and controls that are named and do not exist, and names that say nothing. */
final class NameCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ReferenceSyntax reference : References.all(policy)) {
            attribute(reference, diagnostics);
            References.keys(reference).forEach(key -> attribute(key, diagnostics));
        }
        policy.controls()
                .forEach(control -> control.applies().scopes().forEach(scope -> scope(policy, scope, diagnostics)));
        policy.claims().forEach(claim -> claim.scopes().forEach(scope -> scope(policy, scope, diagnostics)));
        for (Declaration.Test test : policy.tests()) {
            Tests.expectations(test)
                    .flatMap(expectation -> expectation.by().stream())
                    .forEach(control -> control(policy, control, diagnostics));
            Tests.facts(test).forEach(given -> pulled(policy, given, diagnostics));
        }
        blanks(policy, diagnostics);
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

    /** A kill switch that a test says was pulled has to be one. */
    private static void pulled(Outline policy, TestSyntax.Given given, Diagnostics diagnostics) {
        boolean isSwitch = References.measure(given.fact())
                .filter(measure -> measure == Measure.SWITCH_PULLED)
                .isPresent();
        if (isSwitch && given.value().map(Located::value).orElse(null) instanceof Value.Text id) {
            List<String> switches = policy.controls().stream()
                    .filter(control -> control.kind() == ControlKind.KILL_SWITCH)
                    .map(ControlOutline::id)
                    .toList();
            if (!switches.contains(id.text()) && !policy.unreadIds().contains(id.text())) {
                Span span = given.value().map(Located::span).orElse(given.span());
                diagnostics.report(
                        DiagnosticCode.UNKNOWN_CONTROL,
                        span,
                        "there is no kill switch " + UserText.quoted(id.text()),
                        Spelling.cure(
                                id.text(), span.inside(), switches, "write the id of a kill switch of this file"));
            }
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
        policy.controls().forEach(control -> {
            control.syntax().owner().ifPresent(owner -> blank(owner, "the owner's name", diagnostics));
            control.syntax()
                    .citations()
                    .forEach(cited -> cited.because().ifPresent(why -> blank(why, "the reason", diagnostics)));
        });
        for (Declaration.Test test : policy.tests()) {
            blank(test.name(), "the test's name", diagnostics);
        }
        policy.requirements().forEach(requirement -> blank(requirement.name(), "the requirement's name", diagnostics));
        policy.claims().forEach(claim -> blank(claim.name(), "the claim's name", diagnostics));
        policy.recalibrations().forEach(change -> blank(change.because(), "the reason", diagnostics));
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
