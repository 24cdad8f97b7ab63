package org.portcullis.compiler.internal.lower;

import java.util.List;
import org.portcullis.compiler.syntax.EarlyWarningSyntax;
import org.portcullis.compiler.syntax.EscalationSyntax;
import org.portcullis.compiler.syntax.ExceptionalReleaseSyntax;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.PeriodSyntax;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReEnablingSyntax;
import org.portcullis.compiler.syntax.SigningSyntax;
import org.portcullis.model.control.EarlyWarning;
import org.portcullis.model.control.EscalationStage;
import org.portcullis.model.control.ExceptionalRelease;
import org.portcullis.model.control.Exclusion;
import org.portcullis.model.control.HoldTerms;
import org.portcullis.model.control.Period;
import org.portcullis.model.control.Quorum;
import org.portcullis.model.control.ReEnabling;
import org.portcullis.model.control.Role;
import org.portcullis.model.control.Signing;
import org.portcullis.model.value.Value;

/** Lowers the clauses about people and time that several kinds of control share. */
final class Terms {
    private Terms() {}

    static HoldTerms hold(HoldTermsSyntax terms) {
        return new HoldTerms(
                terms.quorums().stream().map(Terms::quorum).toList(),
                terms.exclusions().stream().map(Terms::exclusion).toList(),
                terms.reasonRequired(),
                terms.retyped().map(Conditions::lower),
                terms.estimated().map(Conditions::lower),
                terms.within().value(),
                terms.escalation().stream()
                        .map(step -> new HoldTerms.EscalationStep(step.after().value(), role(step.to())))
                        .toList());
    }

    static Quorum quorum(QuorumSyntax quorum) {
        return new Quorum(quorum.needed().value(), roles(quorum.roles()));
    }

    static List<Role> roles(List<Located<String>> roles) {
        return roles.stream().map(Terms::role).toList();
    }

    static Exclusion exclusion(ExclusionSyntax exclusion) {
        return exclusion.match(new ExclusionSyntax.Cases<>() {
            @Override
            public Exclusion requester(ExclusionSyntax.Requester requester) {
                return new Exclusion.Requester();
            }

            @Override
            public Exclusion delegates(ExclusionSyntax.DelegatesOfRequester delegates) {
                return new Exclusion.DelegatesOfRequester();
            }

            @Override
            public Exclusion holders(ExclusionSyntax.HoldersOf holders) {
                return new Exclusion.HoldersOf(new Role(holders.role().value()));
            }

            @Override
            public Exclusion editors(ExclusionSyntax.RecentEditors editors) {
                return new Exclusion.RecentEditors(editors.within().value());
            }
        });
    }

    static Role role(Located<String> role) {
        return new Role(role.value());
    }

    static Period period(PeriodSyntax period) {
        return new Period(period.from().value(), period.until().map(Located::value));
    }

    static EarlyWarning early(EarlyWarningSyntax early) {
        if (early.at().value() instanceof Value.Ratio at) {
            return new EarlyWarning(at, role(early.to()));
        }
        throw new IllegalStateException("an early warning at what is no share was not reported");
    }

    static ExceptionalRelease exceptional(ExceptionalReleaseSyntax release) {
        return new ExceptionalRelease(
                release.ofBasket().value(),
                release.quorums().stream().map(Terms::quorum).toList(),
                release.within().value());
    }

    static ReEnabling reEnabling(ReEnablingSyntax again) {
        return new ReEnabling(
                again.quorums().stream().map(Terms::quorum).toList(),
                again.exclusions().stream().map(Terms::exclusion).toList());
    }

    static Signing signing(SigningSyntax signing) {
        return new Signing(
                signing.quorums().stream().map(Terms::quorum).toList(),
                signing.exclusions().stream().map(Terms::exclusion).toList());
    }

    static EscalationStage stage(EscalationSyntax.Step step) {
        return new EscalationStage(
                step.after().map(Located::value),
                step.consequences().stream()
                        .flatMap(consequence -> consequence.tell().stream())
                        .map(Terms::role)
                        .toList(),
                step.consequences().stream()
                        .flatMap(consequence -> consequence.act().stream())
                        .map(act -> new EscalationStage.Act(
                                act.action().value(), act.target().value()))
                        .toList());
    }
}
