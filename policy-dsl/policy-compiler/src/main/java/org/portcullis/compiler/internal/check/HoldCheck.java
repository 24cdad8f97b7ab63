package org.portcullis.compiler.internal.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.portcullis.compiler.diagnostic.Diagnostic;
import org.portcullis.compiler.diagnostic.DiagnosticCode;
import org.portcullis.compiler.diagnostic.Diagnostics;
import org.portcullis.compiler.diagnostic.Span;
import org.portcullis.compiler.diagnostic.UserText;
import org.portcullis.compiler.syntax.ExclusionSyntax;
import org.portcullis.compiler.syntax.HeaderSyntax;
import org.portcullis.compiler.syntax.HoldTermsSyntax;
import org.portcullis.compiler.syntax.Located;
import org.portcullis.compiler.syntax.QuorumSyntax;
import org.portcullis.model.value.Dimension;

/** Finds holds that nobody, or the wrong people, can release. */
final class HoldCheck implements Check {
    /** The most people whom one quorum may ask for; more cannot be asked in the time that orders have. */
    static final int MAX_QUORUM = 20;

    @Override
    public void run(Outline policy, CheckSettings settings, Diagnostics diagnostics) {
        for (ControlOutline control : policy.controls()) {
            control.quorums().forEach(quorum -> size(quorum, diagnostics));
            control.reEnabling().ifPresent(again -> excluded(again.quorums(), again.exclusions(), diagnostics));
            control.terms().ifPresent(terms -> {
                excluded(terms.quorums(), terms.exclusions(), diagnostics);
                requester(terms, diagnostics);
                oneRoleForAll(terms, diagnostics);
                escalation(terms, diagnostics);
            });
        }
        policy.header().flatMap(HeaderSyntax::changes).ifPresent(changes -> {
            changes.quorums().forEach(quorum -> size(quorum, diagnostics));
            excluded(changes.quorums(), changes.exclusions(), diagnostics);
        });
        policy.recalibrations().forEach(change -> size(change.approvedBy(), diagnostics));
    }

    private static void size(QuorumSyntax quorum, Diagnostics diagnostics) {
        int needed = quorum.needed().value();
        if (needed < 1) {
            diagnostics.report(
                    DiagnosticCode.QUORUM_OUT_OF_RANGE,
                    quorum.needed().span(),
                    "a quorum of 0 people is met before anybody looks",
                    "ask for at least 1 person, or leave the quorum out");
        } else if (needed > MAX_QUORUM) {
            diagnostics.report(
                    DiagnosticCode.QUORUM_OUT_OF_RANGE,
                    quorum.needed().span(),
                    "a quorum of " + needed + " people is more than the " + MAX_QUORUM + " that one quorum may have",
                    "ask for at most " + MAX_QUORUM + " people");
        }
    }

    private static void excluded(
            List<QuorumSyntax> quorums, List<ExclusionSyntax> exclusions, Diagnostics diagnostics) {
        Map<String, Span> excluded = new TreeMap<>();
        exclusions.stream()
                .flatMap(exclusion -> ExclusionOutline.of(exclusion).role().stream())
                .forEach(role -> excluded.putIfAbsent(role.value(), role.span()));
        for (QuorumSyntax quorum : quorums) {
            if (excluded.keySet().containsAll(names(quorum))) {
                Span first = excluded.getOrDefault(quorum.roles().get(0).value(), quorum.span());
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.QUORUM_EXCLUDED,
                                quorum.span(),
                                "nobody can meet this quorum, because every role in it is excluded",
                                "name a role that is not excluded, or leave the exclusion out")
                        .withLabel(first, "excluded here"));
            }
        }
    }

    private static void requester(HoldTermsSyntax terms, Diagnostics diagnostics) {
        boolean named = terms.exclusions().stream().map(ExclusionOutline::of).anyMatch(ExclusionOutline::isRequester);
        if (!named) {
            diagnostics.report(
                    DiagnosticCode.REQUESTER_NOT_EXCLUDED,
                    terms.quorums().get(0).span(),
                    "the hold does not say that the requester may not sign",
                    "add `excluding the requester, delegates of the requester`");
        }
    }

    private static void oneRoleForAll(HoldTermsSyntax terms, Diagnostics diagnostics) {
        if (terms.quorums().size() < 2) {
            return;
        }
        Set<String> common = new TreeSet<>(names(terms.quorums().get(0)));
        terms.quorums().forEach(quorum -> common.retainAll(names(quorum)));
        common.stream()
                .findFirst()
                .ifPresent(role -> diagnostics.report(
                        DiagnosticCode.ONE_ROLE_FOR_ALL,
                        terms.quorums().get(terms.quorums().size() - 1).span(),
                        "holders of the role " + UserText.quoted(role) + " alone can meet every quorum",
                        "name different roles, or write one quorum of so many people"));
    }

    private static Set<String> names(QuorumSyntax quorum) {
        return quorum.roles().stream().map(Located::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void escalation(HoldTermsSyntax terms, Diagnostics diagnostics) {
        long within = terms.within().value().micros();
        boolean clock = terms.within().value().dimension() == Dimension.DURATION;
        for (HoldTermsSyntax.Step step : terms.escalation()) {
            boolean comparable = clock == (step.after().value().dimension() == Dimension.DURATION);
            if (comparable && step.after().value().micros() >= within) {
                diagnostics.report(Diagnostic.of(
                                DiagnosticCode.ESCALATION_TOO_LATE,
                                step.after().span(),
                                "the hold is rejected before this step of the escalation",
                                "escalate earlier, or give the hold more time")
                        .withLabel(terms.within().span(), "the hold ends here"));
            }
        }
    }
}
