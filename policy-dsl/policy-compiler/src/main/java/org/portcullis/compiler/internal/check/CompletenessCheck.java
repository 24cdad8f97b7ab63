package org.portcullis.compiler.internal.check;

import java.util.Set;
import java.util.TreeSet;
import org.portcullis.compiler.diagnostic.Cure;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Fix;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.model.control.Acknowledgement;
import org.portcullis.model.control.ControlKind;

/** Finds what a policy leaves out, and what it makes too easy. */
final class CompletenessCheck implements Check {
    private static final String LANGUAGE_VERSION = "1";

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.header().ifPresent(header -> {
            kinds(policy, header, diagnostics);
            language(header, diagnostics);
            reviews(policy, header, diagnostics);
        });
        scopes(policy, diagnostics);
        policy.controls().forEach(control -> acknowledgement(control, diagnostics));
    }

    private static void kinds(Outline policy, HeaderSyntax header, Diagnostics diagnostics) {
        if (!policy.broken().isEmpty()) {
            return;
        }
        if (lacks(policy, ControlKind.GRANT)) {
            diagnostics.report(
                    DiagnosticCode.NO_GRANT,
                    header.name().span(),
                    "the policy grants nothing, so that every submission is refused as `NOT-GRANTED`",
                    "say who may submit what: `grant …`");
        }
        if (lacks(policy, ControlKind.HARD_LIMIT)) {
            diagnostics.report(
                    DiagnosticCode.NO_HARD_LIMIT,
                    header.name().span(),
                    "the policy has no hard limit, so that nothing in it stops what somebody waves through",
                    "say what nobody may override: `hard limit …`");
        }
    }

    private static boolean lacks(Outline policy, ControlKind kind) {
        return policy.controls().stream().noneMatch(control -> control.kind() == kind);
    }

    private static void language(HeaderSyntax header, Diagnostics diagnostics) {
        if (header.language().isEmpty()) {
            diagnostics.report(
                    DiagnosticCode.NO_LANGUAGE_VERSION,
                    header.name().span(),
                    "the policy does not say in which version of the language it is written",
                    Cure.of(
                            "add `language 1` after the name",
                            Fix.insert(header.name().span().end(), " language " + LANGUAGE_VERSION)));
        }
        header.language()
                .filter(version -> !version.value().equals(LANGUAGE_VERSION))
                .ifPresent(version -> diagnostics.report(
                        DiagnosticCode.UNSUPPORTED_LANGUAGE,
                        version.span(),
                        "version " + UserText.quoted(version.value())
                                + " of the language is not one that this compiler reads",
                        "write `language " + LANGUAGE_VERSION + "`, or use the compiler that reads the version"));
    }

    private static void reviews(Outline policy, HeaderSyntax header, Diagnostics diagnostics) {
        if (header.review().isPresent()) {
            return;
        }
        policy.controls().stream()
                .filter(control -> control.syntax().review().isEmpty())
                .forEach(control -> diagnostics.report(
                        DiagnosticCode.NO_REVIEW,
                        control.syntax().id().span(),
                        "neither the control " + UserText.quoted(control.id())
                                + " nor the policy says when it is reviewed",
                        "add `review every 90 days, last on …` with the day of the last review"));
    }

    private static void scopes(Outline policy, Diagnostics diagnostics) {
        Set<String> used = new TreeSet<>();
        policy.controls()
                .forEach(control ->
                        control.applies().scopes().stream().map(Located::value).forEach(used::add));
        policy.claims()
                .forEach(claim -> claim.scopes().stream().map(Located::value).forEach(used::add));
        if (!policy.broken().isEmpty()) {
            return;
        }
        policy.scopes().stream()
                .map(Declaration.Scope::id)
                .filter(scope -> !used.contains(scope.value()) && !isImported(policy, scope))
                .forEach(scope -> diagnostics.report(
                        DiagnosticCode.UNUSED_SCOPE,
                        scope.span(),
                        "no control uses the scope " + UserText.quoted(scope.value()),
                        "use it, or leave it out"));
    }

    /** What a part offers need not be used by every policy; parts stand behind the policy itself. */
    private static boolean isImported(Outline policy, Located<String> scope) {
        return policy.parts().stream()
                .anyMatch(part -> part.span().start() <= scope.span().start());
    }

    private static void acknowledgement(ControlOutline control, Diagnostics diagnostics) {
        control.acknowledged()
                .filter(acknowledged -> acknowledged.mode().value() == Acknowledgement.Mode.ALL_AT_ONCE)
                .ifPresent(acknowledged -> diagnostics.report(
                        DiagnosticCode.ACKNOWLEDGED_AT_ONCE,
                        acknowledged.mode().span(),
                        "one act of the person who made the mistake clears every warning of "
                                + UserText.quoted(control.id()),
                        "write `acknowledged one by one with a reason`"));
    }
}
