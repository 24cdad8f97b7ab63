package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.Declaration;
import org.portcullis.compiler.syntax.ExceptionalReleaseSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReEnablingSyntax;

/** Finds places where two people are meant and one suffices. */
final class SeparationCheck implements Check {
    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        policy.duties().forEach(duties -> duties(duties, diagnostics));
        for (ControlOutline control : policy.controls()) {
            control.exceptional().ifPresent(release -> exceptional(release, diagnostics));
            control.pulledBy()
                    .ifPresent(
                            pulled -> control.reEnabling().ifPresent(again -> reEnabling(pulled, again, diagnostics)));
        }
    }

    private static void duties(Declaration.Duties duties, Diagnostics diagnostics) {
        if (duties.first().value().equals(duties.second().value())) {
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.DUTIES_OF_ONE_ROLE,
                            duties.second().span(),
                            "nobody can hold the role "
                                    + UserText.quoted(duties.second().value()) + " if its holder must be somebody else",
                            "name two different roles")
                    .withLabel(duties.first().span(), "the same role"));
        }
    }

    private static void exceptional(ExceptionalReleaseSyntax release, Diagnostics diagnostics) {
        if (release.quorums().size() < 2) {
            diagnostics.report(
                    DiagnosticCode.RELEASE_BY_ONE,
                    release.span(),
                    "an exceptional release is verified by one and authorised by another, and this names one quorum",
                    "add a second quorum of another role: `by 1 of role \"Trading Risk\" and 1 of role \"Head of Equities\"`");
            return;
        }
        Set<String> common = names(release.quorums().get(0));
        release.quorums().forEach(quorum -> common.retainAll(names(quorum)));
        common.stream()
                .findFirst()
                .ifPresent(role -> diagnostics.report(
                        DiagnosticCode.RELEASE_BY_ONE,
                        release.quorums().get(release.quorums().size() - 1).span(),
                        "holders of the role " + UserText.quoted(role)
                                + " alone can verify and authorise what was blocked",
                        "name a different role in each quorum"));
    }

    /** Re-enabling needs somebody else if a quorum asks for more people, or for a role that does not pull. */
    private static void reEnabling(QuorumSyntax pulled, ReEnablingSyntax again, Diagnostics diagnostics) {
        boolean same = again.quorums().stream()
                .allMatch(quorum -> quorum.needed().value() <= pulled.needed().value()
                        && names(pulled).containsAll(names(quorum)));
        if (same) {
            List<QuorumSyntax> quorums = again.quorums();
            diagnostics.report(Diagnostic.of(
                            DiagnosticCode.PULLED_AND_RE_ENABLED,
                            quorums.get(0)
                                    .span()
                                    .to(quorums.get(quorums.size() - 1).span()),
                            "whoever pulls the kill switch can re-enable it alone",
                            "ask for more people, or for a role that does not pull it")
                    .withLabel(pulled.span(), "pulled by these"));
        }
    }

    private static Set<String> names(QuorumSyntax quorum) {
        Set<String> names = new TreeSet<>();
        quorum.roles().stream().map(Located::value).forEach(names::add);
        return names;
    }
}
