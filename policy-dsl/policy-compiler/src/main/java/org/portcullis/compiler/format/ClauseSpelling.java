package org.portcullis.compiler.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portcullis.compiler.syntax.EarlyWarningSyntax;
import org.portcullis.compiler.syntax.EscalationSyntax;
import org.portcullis.compiler.syntax.ExceptionalReleaseSyntax;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.PeriodSyntax;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.compiler.syntax.ReEnablingSyntax;
import org.portcullis.compiler.syntax.RequirementSyntax;
import org.portcullis.compiler.syntax.SigningSyntax;

/** Writes the clauses that several kinds of declaration share. */
final class ClauseSpelling {
    private ClauseSpelling() {}

    static String of(EarlyWarningSyntax early) {
        return "early warning at " + CanonicalSpelling.value(early.at().value()) + " of the limit to "
                + CanonicalSpelling.role(early.to());
    }

    static String of(ExceptionalReleaseSyntax release) {
        return "exceptional release of one " + (release.ofBasket().value() ? "basket" : "order") + " by "
                + quorums(release.quorums()) + " within "
                + CanonicalSpelling.value(release.within().value());
    }

    static String of(ReEnablingSyntax again) {
        return "re-enabled by " + quorums(again.quorums()) + excluding(again.exclusions());
    }

    static String of(SigningSyntax signing) {
        return "changes signed by " + quorums(signing.quorums()) + excluding(signing.exclusions());
    }

    private static String excluding(List<ExclusionSyntax> exclusions) {
        return exclusions.isEmpty()
                ? ""
                : exclusions.stream().map(CanonicalSpelling::of).collect(Collectors.joining(", ", " excluding ", ""));
    }

    static String of(PeriodSyntax period) {
        return "from " + period.from().value()
                + period.until().map(until -> " until " + until.value()).orElse("");
    }

    static String quorums(List<QuorumSyntax> quorums) {
        return quorums.stream().map(CanonicalSpelling::of).collect(Collectors.joining(" and "));
    }

    /** The steps, the first of which says `at once`. */
    static String steps(List<EscalationSyntax.Step> steps) {
        return steps.stream().map(ClauseSpelling::step).collect(Collectors.joining(", "));
    }

    private static String step(EscalationSyntax.Step step) {
        String consequences =
                step.consequences().stream().map(ClauseSpelling::consequence).collect(Collectors.joining(" and "));
        return step.after()
                .map(after -> "after " + CanonicalSpelling.value(after.value()) + " unacknowledged " + consequences)
                .orElse(consequences + " at once");
    }

    private static String consequence(EscalationSyntax.Consequence consequence) {
        Optional<String> act = consequence
                .act()
                .map(done -> done.action().value().word() + " "
                        + done.target().value().words());
        return consequence
                .tell()
                .map(role -> "tell " + CanonicalSpelling.role(role))
                .or(() -> act)
                .orElseThrow(() -> new IllegalStateException("a consequence tells or acts"));
    }

    static String of(RequirementSyntax.Over over) {
        return over.match(new RequirementSyntax.OverCases<>() {
            @Override
            public String values(RequirementSyntax.Values values) {
                return values.values().stream()
                        .map(value -> "\"" + value.value() + "\"")
                        .collect(Collectors.joining(", ", CanonicalSpelling.of(values.attribute()) + " of (", ")"));
            }

            @Override
            public String organisation(RequirementSyntax.OfOrganisation all) {
                return CanonicalSpelling.of(all.attribute()) + " of the organisation";
            }

            @Override
            public String provisions(RequirementSyntax.Provisions provisions) {
                return "provision of " + provisions.corpus().value();
            }
        });
    }

    static String of(RequirementSyntax.Need need) {
        String on = need.on().map(what -> " on " + CanonicalSpelling.of(what)).orElse("");
        return need.kind()
                .map(kind -> article(kind.value().words()) + kind.value().words() + on)
                .orElse("the same controls");
    }

    private static String article(String noun) {
        return "aeiou".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ";
    }
}
