package org.portcullis.compiler.internal.check;

import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.LaterSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.Stage;
import org.portcullis.model.control.Subject;

/** Refuses what the language can say and this version does not evaluate: a control that is ignored would be worse than none. */
final class LaterCheck implements Check {
    private static final String CURE = "leave it out until the version that evaluates it";

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.later().forEach(later -> construct(later.what(), diagnostics));
        Conditions.leaves(Conditions.of(policy)).later().forEach(later -> construct(later, diagnostics));
        for (ControlOutline control : policy.controls()) {
            control.later().forEach(later -> construct(later, diagnostics));
            subject(control.applies().subject(), diagnostics);
            stage(control.applies().stage(), diagnostics);
            control.flood()
                    .filter(flood -> !flood.raisedByBasket().value())
                    .ifPresent(flood -> report(
                            flood.raisedByBasket().span(),
                            "this version counts the warnings of a whole basket, not of one order",
                            "write `raised by one basket`",
                            diagnostics));
        }
        policy.tests().forEach(test -> stage(test.stage(), diagnostics));
    }

    private static void construct(LaterSyntax later, Diagnostics diagnostics) {
        report(later.span(), "this version does not evaluate " + UserText.quoted(later.construct()), CURE, diagnostics);
    }

    private static void subject(Located<Subject> subject, Diagnostics diagnostics) {
        switch (subject.value()) {
            case ORDERS, BASKETS -> {}
            case EXECUTIONS, MESSAGES, STRATEGIES ->
                report(
                        subject.span(),
                        "this version does not evaluate controls on "
                                + UserText.quoted(subject.value().word()),
                        "apply the control to `orders` or `baskets`",
                        diagnostics);
        }
    }

    private static void stage(Located<Stage> stage, Diagnostics diagnostics) {
        switch (stage.value()) {
            case ENTERED, RELEASED, AMENDED, SENT_TO_ALGO -> {}
            case WORKING, EXECUTED ->
                report(
                        stage.span(),
                        "this version does not evaluate controls "
                                + UserText.quoted(stage.value().words()),
                        "apply the control before the order works, for example `when released`",
                        diagnostics);
        }
    }

    private static void report(Span span, String message, String help, Diagnostics diagnostics) {
        diagnostics.report(DiagnosticCode.NOT_EVALUATED, span, message, help);
    }
}
